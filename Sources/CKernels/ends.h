// f where it takes no function, in types narrower than doubles: beside 0, and where the exponential in its gate is lost.

typedef jet function(vector, const struct kernels_request *, int);

#ifdef PLAIN

// Nearer to 0 than `near` f is slope·x, to a quarter of `plain_error` of it; beyond `far` it is x on the right, and on the left nothing is
// left of it. A function without such places has 0 and infinity for them.
typedef struct {
  vector near, slope, far;
  // Nearer to 0 than this f rounds to slope·x, where x is a number of the type; 0 where that is none.
  vector near_in_type;
  // The magnitudes of x whose halves are normal numbers of the type, and the bits that its numbers have no digits in.
  vector least, greatest;
  mask beyond_digits;
} ends;

INLINE ends ends_of(const struct kernels_request *request) {
  // What f differs from slope·x by, as a share of it, is less than 1.5 times |x| times this; of tanh it is x²/3.
  double rate = request->rate, steepness = 1 + rate + 1 / rate, share = __builtin_ldexp(1, -request->precision - 3);
  double near = 0x1p-48 / steepness, slope = 0.5, near_in_type = share / steepness, far = __builtin_inf();
  switch (request->function) {
    case kernels_tanh: near = 0x1p-24, slope = 1, near_in_type = __builtin_sqrt(share); break;
    case kernels_mish: slope = 0.6, near_in_type = 0, far = gone / rate; break;
    case kernels_swish: far = gone / rate; break;
    case kernels_gelu: far = __builtin_sqrt(gone) / rate; break;
    case kernels_logarithmic: far = gone / 2 / rate; break;
    case kernels_softplus: near = near_in_type = 0; break;
    case kernels_algebraic: case kernels_logistic_slope: case kernels_cauchy: break;
  }
  double greatest = __builtin_ldexp(2 - __builtin_ldexp(1, 1 - request->precision), request->greatest_exponent);
  return (ends){
      all(near), all(slope), all(far), all(near_in_type), all(__builtin_ldexp(1, request->least_exponent + 1)), all(greatest),
      (mask){} + (((int64_t)1 << (53 - request->precision)) - 1)};
}

// Whether all lanes are at an end, and hold numbers of the type whose f is one too; then `y` is f.
INLINE int are_at_ends(vector x, const ends *at, vector *y) {
  vector size = magnitude(x);
  mask is_near = size < at->near_in_type, is_at_end = is_near | (size > at->far);
  mask is_of_type = (((mask)x & at->beyond_digits) == 0) & (size >= at->least) & (size <= at->greatest);
  if (sign_bits(~(is_at_end & is_of_type))) return 0;
  *y = choose(is_near, at->slope * x, choose(x > 0, x, all(-0.0)));
  return 1;
}

// A function where it stands alone: where all lanes are at an end, nothing is evaluated. No lane's result depends on others.
INLINE jet evaluated(function *evaluate, int order, vector x, const struct kernels_request *request, const ends *at) {
  if (order > 0) return evaluate(x, request, order);
  vector size = magnitude(x), far = choose(x > 0, x, all(-0.0));
  mask is_near = size < at->near, is_at_end = is_near | (size > at->far);
  term end = whole(choose(is_near, at->slope * x, far));
  if (!sign_bits(~is_at_end)) return (jet){.orders[0] = end};
  jet result = evaluate(x, request, 0);
  term inside = result.orders[0];
  result.orders[0] = (term){choose(is_at_end, end.value, inside.value), choose(is_at_end, end.size, inside.size)};
  result.open &= ~is_at_end;
  return result;
}

#else

typedef struct {
} ends;

INLINE ends ends_of(const struct kernels_request *request) { return (ends){}; }

INLINE int are_at_ends(vector x, const ends *at, vector *y) { return 0; }

INLINE jet evaluated(function *evaluate, int order, vector x, const struct kernels_request *request, const ends *at) {
  return evaluate(x, request, order);
}

#endif
