// f where it takes no function, in types narrower than doubles: beside 0, and where the exponential in its gate is lost.

typedef jet function(vector, const struct kernels_request *, int);

#ifdef PLAIN

// f/x beside 0 as a polynomial in u = rate·x, its highest power first.
enum { series_count = 6 };

// Nearer to 0 than `near` f is x times the series, to a quarter of `plain_error` of it; beyond `far` it is x on the right, and on the left
// nothing is left of it. A function without such places has 0 and infinity for them.
typedef struct {
  vector near, rate, series[series_count], far;
  // Nearer to 0 than this f rounds to slope·x, where x is a number of the type; 0 where that is none. For singles slope·x may be rounded.
  vector near_in_type, near_in_singles, slope;
  // The magnitudes of x whose halves are normal numbers of the type, and the bits that its numbers have no digits in.
  vector least, greatest;
  mask beyond_digits;
} ends;

// The series of Taylor up to u⁵, which where |u| < 2⁻⁸ leave 2⁻⁵² of tanh, 2⁻⁵⁷ of Mish, 2⁻⁶¹ of GELU and 2⁻⁶⁷ of Swish; computed with 40
// digits. Of others it is the first number alone.
static const double tanh_series[] = {0, 2.0 / 15, 0, -1.0 / 3, 0, 1};
static const double swish_series[] = {1.0 / 480, 0, -1.0 / 48, 0, 0.25, 0.5};
static const double mish_series[] = {
    0x1.0033bad0da30fp-7, -0x1.8777e75094fc3p-12, -0x1.77bd5f29ea6d8p-5, -0x1.0624dd2f1a9fcp-6, 0x1.47ae147ae147bp-2,
    0x1.3333333333333p-1};
static const double gelu_series[] = {0x1.ce2f21a042be2p-5, 0, -0x1.812746b0379e7p-3, 0, 0x1.20dd750429b6dp-1, 0.5};
static const double half_series[] = {0, 0, 0, 0, 0, 0.5};

INLINE ends ends_of(const struct kernels_request *request) {
  // What f differs from slope·x by, as a share of it, is less than 1.5 times |x| times this; of tanh it is x²/3.
  double rate = request->rate, steepness = 1 + rate + 1 / rate, share = __builtin_ldexp(1, -request->precision - 3);
  double near = 0x1p-8 / rate, slope = 0.5, near_in_type = share / steepness, near_in_singles = near_in_type;
  double far = __builtin_inf();
  const double *series = half_series;
  switch (request->function) {
    case kernels_tanh: slope = 1, series = tanh_series, near_in_singles = near_in_type = __builtin_sqrt(share); break;
    // Of a single 3x/5 is a tenth of an ulp from every middle at least, which 2⁻²⁸ of it is not.
    case kernels_mish:
      slope = 0.6, series = mish_series, near_in_type = 0, near_in_singles = 0x1p-28 / steepness, far = gone / rate;
      break;
    case kernels_swish: series = swish_series, far = gone / rate; break;
    case kernels_gelu: series = gelu_series, far = __builtin_sqrt(gone) / rate; break;
    case kernels_logarithmic: near = 0x1p-48 / steepness, far = gone / 2 / rate; break;
    case kernels_softplus: near = near_in_type = near_in_singles = 0; break;
    case kernels_algebraic: case kernels_logistic_slope: case kernels_cauchy: near = 0x1p-48 / steepness; break;
  }
  double greatest = __builtin_ldexp(2 - __builtin_ldexp(1, 1 - request->precision), request->greatest_exponent);
  ends at = {
      .near = all(near), .rate = all(rate), .far = all(far), .near_in_type = all(near_in_type),
      .near_in_singles = all(near_in_singles), .slope = all(slope),
      .least = all(__builtin_ldexp(1, request->least_exponent + 1)), .greatest = all(greatest),
      .beyond_digits = (mask){} + (((int64_t)1 << (53 - request->precision)) - 1)};
  for (int index = 0; index < series_count; index++) at.series[index] = all(series[index]);
  return at;
}

// f beside 0.
INLINE vector near_zero(vector x, const ends *at) {
  vector u = at->rate * x, value = at->series[0];
  for (int index = 1; index < series_count; index++) value = multiply_add(value, u, at->series[index]);
  return value * x;
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
  vector size = magnitude(x);
  mask is_near = size < at->near, is_at_end = is_near | (size > at->far);
  if (!sign_bits(~is_near)) return (jet){.orders[0] = whole(near_zero(x, at))};
  term end = whole(choose(is_near, near_zero(x, at), choose(x > 0, x, all(-0.0))));
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
