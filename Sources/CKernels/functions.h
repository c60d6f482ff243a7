// f, f′ and f″ as pairs, at any x that is neither tiny nor infinite nor NaN.

// A sum, and the magnitude of its summands, of which its error is a share.
typedef struct {
  real value;
  vector size;
} term;

typedef struct {
  term orders[kernels_orders];
  // Where nothing is certain, and where everything is.
  mask open, known;
} jet;

// Beyond it an exponential is lost in any product with a double: `saturation` in Numerics/Exponential.swift.
static const double lost = 1500;
// Up to here e^−u and what it is rounded by are normal numbers.
static const double far = 690;
// Beyond it the type has no number but 0 for a product of an exponential with x.
#ifdef PLAIN
static const double gone = far;
#else
static const double gone = lost;
#endif

INLINE term whole(real value) { return (term){value, magnitude(nearest(value))}; }

// A number that errs by up to twice as much as others: logarithms and arctangents.
INLINE term rough(real value) { return (term){value, 2 * magnitude(nearest(value))}; }

INLINE term total(real a, real b) {
  return (term){add(a, b), magnitude(nearest(a)) + magnitude(nearest(b))};
}

INLINE term multiple(term a, real factor) {
  return (term){times(a.value, factor), a.size * magnitude(nearest(factor))};
}

// −|u|, but no less than −`far`.
INLINE pair left_side(pair u) {
  pair v = turned(u, (vector)~(mask)u.high);
  mask is_far = v.high < -far;
  return choose(is_far, widened(all(-far)), v);
}

// The term with a number in its place in some lanes, which is certain; a zero keeps its sign.
INLINE term with(term a, mask where, vector limit) {
  return (term){choose(where, exact(limit), a.value), choose(where, all(0), a.size)};
}

// The jet with its limits where |u| is so large that nothing is left of what falls: `zero` on the left, x on the right, and `bend`
// for f″. Nothing is known where `least` < |u|, or u < −`far`, up to there.
INLINE jet with_limits(jet a, vector u, int order, double least, double zero, double bend) {
  mask is_left = u < -(order > 0 ? lost : gone);
  a.known = order > 0 ? (mask)(magnitude(u) > lost) : is_left;
  a.open = ((u < -far) | (order > 0 ? (mask)(u > least) : (mask){})) & ~a.known;
  a.orders[0] = with(a.orders[0], is_left, all(zero));
  if (order > 0) {
    a.orders[1] = with(a.orders[1], a.known, choose(is_left, all(zero), all(1)));
    a.orders[2] = with(a.orders[2], a.known, all(bend));
  }
  return a;
}

// x·s with s = 1/(1 + e^−u), t = 1 − s and p = st: f′ = s + up, f″ = rate·p(2 + u(t − s)).
INLINE jet swish(vector x, const struct kernels_request *request, int order) {
  pair u = argument(x, request);
  real one = number(1, 0), e = exponential(left_side(u)), divisor = quick_add(one, e);
  mask is_left = u.high < 0;
  real s = quotient(choose(is_left, e, one), divisor);
  jet result = {.orders[0] = whole(times(s, x))};
  if (order > 0) {
    real near = quotient(one, divisor), p = times(times(e, near), near);
    real v = leading(u), tilt = turned(times(quick_add(number(-1, 0), e), near), u.high);
    result.orders[1] = total(s, times(v, p));
    real rate = number(request->rate, request->rate_low);
    result.orders[2] = multiple(total(number(2, 0), times(v, tilt)), times(rate, p));
  }
  return with_limits(result, u.high, order, far, -0.0, -0.0);
}

// The polynomial in Mish's f″, by e^−|u|: 2 + 2e − 3e² − 2e³ on the left, −2 − 3e + 2e² + 2e³ on the right.
INLINE real mish_polynomial(real e, mask is_left) {
  real a = scaled(e, choose(is_left, all(-2), all(2)));
  a = add(exact(choose(is_left, all(-3), all(2))), a);
  a = add(exact(choose(is_left, all(2), all(-3))), times(a, e));
  return add(exact(choose(is_left, all(2), all(-2))), times(a, e));
}

// x·H. With e = e^−|u|, on the left H = n/D, n = e(2 + e) and D = 2 + n, on the right H = n/D, n = 1 + 2e and D = n + 2e².
//
// With g = e on the left and e² on the right: f′ = H + 4ug(1 + e)/D², f″ = 4·rate·g/D²·(2(1 + e) + u·P(e)/D).
INLINE jet mish(vector x, const struct kernels_request *request, int order) {
  pair u = argument(x, request);
  real e = exponential(left_side(u));
  mask is_left = u.high < 0;
  real square = times(e, e), twice = scaled(e, all(2));
  real top = choose(is_left, quick_add(twice, square), quick_add(number(1, 0), twice));
  real divisor = add(choose(is_left, number(2, 0), scaled(square, all(2))), top);
  real gate = quotient(top, divisor);
  jet result = {.orders[0] = whole(times(gate, x))};
  if (order > 0) {
    real near = quotient(number(1, 0), divisor), line = quick_add(number(1, 0), e);
    real v = leading(u), g = times(scaled(choose(is_left, e, square), all(4)), times(near, near));
    result.orders[1] = total(gate, times(v, times(g, line)));
    real bend = times(v, times(mish_polynomial(e, is_left), near));
    real rate = number(request->rate, request->rate_low);
    result.orders[2] = multiple(total(scaled(line, all(2)), bend), times(rate, g));
  }
  return with_limits(result, u.high, order, far / 2, -0.0, -0.0);
}

// (1 − E)/(1 + E) with E = e^−2|x|, f′ = 4E/(1 + E)², f″ = −2ff′.
INLINE jet hyperbolic_tangent(vector x, const struct kernels_request *request, int order) {
  pair u = scaled(argument(x, request), all(2));
  real e, less_one = exponential_less_one(left_side(u), &e), divisor = quick_add(number(2, 0), less_one);
  real value = turned(quotient(less_one, divisor), (vector)~(mask)x);
  jet result = {.orders[0] = whole(value)};
  if (order > 0) {
    real near = quotient(number(2, 0), divisor);
    real slope = times(e, times(near, near));
    real bend = times(scaled(value, all(-2)), slope);
    result.known = magnitude(u.high) > lost;
    result.open = (magnitude(u.high) > far) & ~result.known;
    result.orders[1] = with(whole(slope), result.known, all(0));
    result.orders[2] = with(whole(bend), result.known, turned(all(-0.0), x));
  }
  return result;
}

// ln(1 + e^u)/rate, with s and p as above f′ = s, f″ = rate·p.
INLINE jet softplus(vector x, const struct kernels_request *request, int order) {
  pair u = argument(x, request);
  real one = number(1, 0), rate = number(request->rate, request->rate_low);
  real e = exponential(left_side(u));
  real tail = quotient(logarithm_of_one_and(e), rate);
  mask is_left = u.high < 0;
  jet result = {.orders[0] = rough(choose(is_left, tail, add(exact(x), tail)))};
  if (order > 0) {
    real divisor = quick_add(one, e), near = quotient(one, divisor);
    result.orders[1] = whole(quotient(choose(is_left, e, one), divisor));
    result.orders[2] = whole(times(rate, times(times(e, near), near)));
  }
  return with_limits(result, u.high, order, far, 0, 0);
}

// x·Φ(√2·y), y = rate·x; f′ = Φ + y·e^−y²/√π, f″ = 2·rate·e^−y²(1 − y²)/√π.
INLINE jet gelu(vector x, const struct kernels_request *request, int order) {
  pair y = argument(x, request), square = squared(y);
  real bell = exponential(left_side(square));
  mask is_left = y.high < 0, is_far = magnitude(y.high) > 27;
  pair size = choose(is_far, widened(all(27)), turned(y, y.high));
  real small = scaled(times(bell, scaled_complementary_error(size)), all(0.5));
  real gate = choose(is_left, small, add(number(1, 0), scaled(small, all(-1))));
  jet result = {.orders[0] = whole(times(gate, x))};
  if (order > 0) {
    real density = times(bell, number(0x1.20dd750429b6dp-1, 0x1.1ae3a914fed80p-57));
    result.orders[1] = total(gate, times(leading(y), density));
    real rate = number(2 * request->rate, 2 * request->rate_low);
    result.orders[2] = multiple(total(number(1, 0), scaled(leading(square), all(-1))), times(rate, density));
  }
  return with_limits(result, turned(square.high, x), order, far, -0.0, -0.0);
}
