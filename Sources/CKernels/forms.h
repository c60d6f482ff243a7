// The other forms of gates: with logarithm, root, zero and arctangent.

// x·H with q = e^−2|u|, l = ln(1 + q) and L = |u| + l: H = l/2L on the left, 1 − l/2L on the right.
//
// With n = l + 2|u|q/(1 + q): f′ = H + u·n/2L², f″ = rate·(n/L² − |u|·(2|u|q/((1 + q)²L²) + n(1 − q)/((1 + q)L³))).
INLINE jet logarithmic(vector x, const struct kernels_request *request, int order) {
  pair u = argument(x, request), twice = scaled(u, all(2));
  real one = number(1, 0), size = leading(turned(u, u.high));
  real q = exponential(left_side(twice)), l = logarithm_of_one_and(q);
  mask is_left = u.high < 0;
  real length = add(size, l);
  real top = choose(is_left, l, add(scaled(size, all(2)), l));
  real gate = quotient(top, scaled(length, all(2)));
  jet result = {.orders[0] = rough(times(gate, x))};
  if (order > 0) {
    real near = quotient(one, quick_add(one, q)), inverse = quotient(number(2, 0), scaled(length, all(2)));
    real far_side = times(q, near), double_size = scaled(size, all(2));
    real density = times(add(l, times(double_size, far_side)), times(inverse, inverse));
    result.orders[1] = total(gate, times(scaled(leading(u), all(0.5)), density));
    real bend = times(times(double_size, times(far_side, near)), times(inverse, inverse));
    real slope = times(times(density, times(add(one, scaled(q, all(-1))), near)), inverse);
    real rest = scaled(times(size, add(bend, slope)), all(-1));
    result.orders[2] = multiple(total(density, rest), number(request->rate, request->rate_low));
  }
  return with_limits(result, twice.high, order, far, -0.0, -0.0);
}

// x·½(1 + u/r) with r = √(1 + u²): with D = r² + r|u| the smaller side of the gate is 1/2D, and 1/r is (r + |u|)/D.
//
// f′ = H + u/2r³, f″ = rate·(1 − u²/2)/r⁵.
INLINE jet algebraic(vector x, const struct kernels_request *request, int order) {
  pair u = argument(x, request);
  real size = leading(turned(u, u.high)), square = times(size, size);
  real radicand = add(number(1, 0), square), r = square_root(radicand);
  real divisor = quick_add(radicand, times(r, size));
  real small = quotient(number(0.5, 0), divisor);
  mask is_left = u.high < 0;
  real gate = choose(is_left, small, add(number(1, 0), scaled(small, all(-1))));
  jet result = {.orders[0] = whole(times(gate, x)), .open = magnitude(u.high) > 0x1p300};
  if (order > 0) {
    real near = quotient(add(r, size), divisor), cube = times(near, times(near, near));
    result.orders[1] = total(gate, times(scaled(leading(u), all(0.5)), cube));
    real factor = times(times(cube, times(near, near)), number(request->rate, request->rate_low));
    result.orders[2] = multiple(total(number(1, 0), scaled(square, all(-0.5))), factor);
    // The square may bring back what has lost its digits to underflow.
    result.open |= magnitude(nearest(factor)) < 0x1p-900;
  }
  return result;
}

// x·s(1 + xt) with s = 1/(1 + e^−u), t = 1 − s, p = st and a for the rate: f′ = s + xp(a + 2 + u(t − s)),
// f″ = p(2(a + 1) + (a + 4)u(t − s) + u²(1 − 6p)).
INLINE jet logistic_slope(vector x, const struct kernels_request *request, int order) {
  pair u = argument(x, request);
  real one = number(1, 0), rate = number(request->rate, request->rate_low);
  real e = exponential(left_side(u)), divisor = quick_add(one, e);
  mask is_left = u.high < 0;
  real s = quotient(choose(is_left, e, one), divisor);
  real t = quotient(choose(is_left, one, e), divisor);
  jet result = {.orders[0] = multiple(total(one, times(t, x)), times(s, x))};
  if (order > 0) {
    real p = times(s, t), v = leading(u);
    real tilt = times(v, add(t, scaled(s, all(-1))));
    term slope = multiple(total(add(rate, number(2, 0)), tilt), times(p, x));
    result.orders[1] = (term){add(s, slope.value), magnitude(nearest(s)) + slope.size};
    real line = scaled(add(rate, one), all(2)), square = times(v, v);
    real bend = times(square, add(one, times(p, all(-6))));
    term start = total(line, times(add(rate, number(4, 0)), tilt));
    term sum = {add(start.value, bend), start.size + nearest(square)};
    result.orders[2] = multiple(sum, p);
  }
  result = with_limits(result, u.high, order, far, -0.0, -0.0);
  // Here x stands beside the exponential in f too, so that its limit on the right counts sooner, and that on the left later.
  result.orders[0] = with(result.orders[0], u.high > lost, x);
  result.open |= (magnitude(u.high) > far) & (magnitude(u.high) <= lost);
  return result;
}

// x·(½ + arctan(x/g)/π), g for the rate: f′ = H + gx/π(g² + x²), f″ = 2g³/π(g² + x²)².
INLINE jet cauchy(vector x, const struct kernels_request *request, int order) {
  vector rate = all(request->rate), size = magnitude(x);
  mask is_left = x < 0, is_inside = size < rate;
  vector a = choose(is_inside, size, rate), b = choose(is_inside, rate, size);
  real reciprocal = number(0x1.45f306dc9c883p-2, -0x1.6b01ec5417056p-56);
  real share = times(arctangent(a, b), reciprocal);
  real other = turned(share, (vector)((mask)x ^ is_inside ^ INT64_MIN));
  vector start = choose(is_inside, all(0.5), choose(is_left, all(0), all(1)));
  real gate = choose(is_left & ~is_inside, share, quick_add(exact(start), other));
  jet result = {.orders[0] = rough(times(gate, x)), .open = size > 0x1p300};
  if (order > 0) {
    real near = quotient(reciprocal, add(leading(product(x, x)), leading(product(rate, rate))));
    real density = times(near, rate);
    term slope = total(gate, times(density, x));
#ifdef PLAIN
    // It is above 0 everywhere: what is left of it where all cancels has that sign, so that it is no −0.
    slope.value = magnitude(slope.value);
#endif
    result.orders[1] = (term){slope.value, 2 * slope.size};
    real square = times(density, density);
    result.orders[2] = whole(times(scaled(times(square, rate), all(2)), number(0x1.921fb54442d18p+1, 0x1.1a62633145c07p-53)));
  }
  return result;
}
