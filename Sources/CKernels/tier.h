// What every tier has: a loop for each function and order.
//
// A tier defines LANES, EVALUATE as the name of its function, `look_up(table, index)` for tables of 16 numbers, and
// `sign_bits(mask)`, which gathers the sign of each lane into one bit.

#include "vectors.h"

#include "elementary.h"
#include "functions.h"

#include "forms.h"

// How results are rounded.
typedef struct {
  int is_double;
  // The least normal number and the greatest one; what makes of a power of two the number to which a number of its binade is
  // added to be rounded to the type.
  vector least, greatest, shift;
  // Nearer to 0 than this f is x/2 and less than half an ulp of a double more; 0 where no function, or no type, needs it.
  vector reach;
} rounding;

// What a pair errs by, as a share of its summands' size: 4 times what is measured at most.
static const double pair_error = 0x1.cp-61;
// What its double errs by, and more than that, where results are narrower.
static const double double_error = 0x1p-50;

INLINE rounding rounding_of(const struct kernels_request *request) {
  double step = __builtin_ldexp(1, 1 - request->precision);
  int is_double = request->precision == 53;
  // Gates that are ½ at 0, where they rise.
  int is_half = request->function != kernels_tanh && request->function != kernels_mish
                && request->function != kernels_softplus;
  double reach = 0x1p-60 / (1 + request->rate + 1 / request->rate);
  return (rounding){
      is_double, all(__builtin_ldexp(1, request->least_exponent)),
      all(__builtin_ldexp(2 - step, request->greatest_exponent)), all(__builtin_ldexp(1.5, 53 - request->precision)),
      all(is_half && !is_double ? reach : 0)};
}

// What is added to a number of y's binade, and taken off again, to round it to the type.
INLINE vector shift_at(vector y, const rounding *to) {
  vector unit = (vector)((mask)y & 0x7ff0000000000000);
  return choose(unit < to->least, to->least, unit) * to->shift;
}

// The sum rounded once, and where that is not certain.
INLINE vector rounded(term sum, const rounding *to, mask known, mask *open) {
  vector y = sum.value.high + sum.value.low;
  if (to->is_double) {
    vector rest = (sum.value.high - y) + sum.value.low, error = sum.size * pair_error;
    *open |= (y + (rest + error) != y) | (y + (rest - error) != y);
    // What is rounded off numbers near the least is not a number any more.
    *open |= (magnitude(y) < 0x1p-960) & ~known;
    return y;
  }
  vector error = sum.size * double_error, shift = shift_at(y, to);
  vector low = ((y - error) + shift) - shift, high = ((y + error) + shift) - shift;
  *open |= low != high;
  vector size = magnitude(low);
  return turned(choose(size > to->greatest, all(__builtin_inf()), size), y);
}

// f beside 0, where x/2 is the middle between two of the type's numbers for every other x: it is a little more than that.
//
// What stands for it is the next double, which no number of the type has for its half.
INLINE vector rounded_beside_zero(vector x, vector y, const rounding *to, mask *open) {
  mask is_near = (magnitude(x) < to->reach) & (magnitude(x) > 0x1p-900), upwards = 2 * (x < 0) + 1;
  vector more = (vector)((mask)(0.5 * x) + upwards), shift = shift_at(more, to), own = shift_at(x, to);
  *open = choose_mask(is_near, (x + own) - own != x, *open);
  return choose(is_near, turned(magnitude((more + shift) - shift), x), y);
}

typedef jet function(vector, const struct kernels_request *, int);

// Evaluates LANES rows or what is left of them, and stores results; `doubts` gets a bit for each.
INLINE void evaluate_rows(
    function *evaluate, int order, const struct kernels_request *request, const rounding *to, const double *xs,
    size_t rows, const struct kernels_columns *columns, size_t row, uint64_t doubts[kernels_orders]) {
  vector x = all(1);
  __builtin_memcpy(&x, xs + row, rows * sizeof(double));
  jet result = evaluate(x, request, order);
  mask open = result.open | ~((magnitude(x) < __builtin_inf()) & (magnitude(x) > 0x1p-900));
  for (int index = 0; index <= order; index++) {
    if (!columns->values[index]) continue;
    mask doubt = open;
    vector y = rounded(result.orders[index], to, result.known, &doubt);
    if (index == 0 && !to->is_double) y = rounded_beside_zero(x, y, to, &doubt);
    __builtin_memcpy(columns->values[index] + row, &y, rows * sizeof(double));
    doubts[index] |= (uint64_t)sign_bits(doubt) << row % 64;
  }
}

INLINE void evaluate_all(
    function *evaluate, int order, const struct kernels_request *request, const double *xs, size_t count,
    const struct kernels_columns *columns) {
  rounding to = rounding_of(request);
  for (size_t word = 0; word * 64 < count; word++) {
    uint64_t doubts[kernels_orders] = {0};
    size_t end = count - word * 64 < 64 ? count : word * 64 + 64, row = word * 64;
    for (; row + LANES <= end; row += LANES)
      evaluate_rows(evaluate, order, request, &to, xs, LANES, columns, row, doubts);
    if (row < end) evaluate_rows(evaluate, order, request, &to, xs, end - row, columns, row, doubts);
    // Lanes behind the last row have a say in nothing.
    uint64_t rows = end % 64 ? ((uint64_t)1 << end % 64) - 1 : ~(uint64_t)0;
    for (int index = 0; index <= order; index++) {
      if (columns->values[index]) columns->doubts[index][word] = doubts[index] & rows;
    }
  }
}

// A loop each, in which the function and the order are known.
#define LOOPS(name) \
  static __attribute__((noinline)) void name##_values( \
      const struct kernels_request *request, const double *xs, size_t count, const struct kernels_columns *columns) { \
    evaluate_all(name, 0, request, xs, count, columns); \
  } \
  static __attribute__((noinline)) void name##_jets( \
      const struct kernels_request *request, const double *xs, size_t count, const struct kernels_columns *columns) { \
    evaluate_all(name, 2, request, xs, count, columns); \
  }

LOOPS(hyperbolic_tangent)
LOOPS(swish)
LOOPS(mish)
LOOPS(gelu)
LOOPS(softplus)
LOOPS(logarithmic)
LOOPS(algebraic)
LOOPS(logistic_slope)
LOOPS(cauchy)

#define EITHER(name) (has_slopes ? name##_jets : name##_values)(request, xs, count, columns)

void EVALUATE(
    const struct kernels_request *request, const double *xs, size_t count, const struct kernels_columns *columns) {
  int has_slopes = columns->values[1] || columns->values[2];
  switch (request->function) {
    case kernels_tanh: return EITHER(hyperbolic_tangent);
    case kernels_swish: return EITHER(swish);
    case kernels_mish: return EITHER(mish);
    case kernels_gelu: return EITHER(gelu);
    case kernels_softplus: return EITHER(softplus);
    case kernels_logarithmic: return EITHER(logarithmic);
    case kernels_algebraic: return EITHER(algebraic);
    case kernels_logistic_slope: return EITHER(logistic_slope);
    case kernels_cauchy: return EITHER(cauchy);
  }
}
