// What every tier has: a loop for each function and order.
//
// A tier defines LANES, TIER as its name, `look_up(table, index)` for tables of 16 numbers, and `sign_bits(mask)`, which gathers
// the sign of each lane into one bit, and `single_sign_bits(mask)` for twice as many lanes of half the width. With PLAIN it is for types
// narrower than doubles, and reads and compares columns too.

#include "vectors.h"

#include "tables.h"

#ifdef PLAIN
#include "plain.h"
#else
#include "elementary.h"
#endif

#include "functions.h"

#include "forms.h"

#include "ends.h"

#include "rounding.h"

#include "quick.h"

// Evaluates LANES rows or what is left of them, and stores results; `doubts` gets a bit for each.
INLINE void evaluate_rows(
    function *evaluate, int order, const struct kernels_request *request, const ends *at, const rounding *to, const double *xs,
    size_t rows, const struct kernels_columns *columns, size_t row, uint64_t doubts[kernels_orders]) {
  vector x = all(1);
  __builtin_memcpy(&x, xs + row, rows * sizeof(double));
  vector end;
  if (order == 0 && columns->values[0] && (are_at_ends(x, at, &end) || are_quick(evaluate, x, &end))) {
    __builtin_memcpy(columns->values[0] + row, &end, rows * sizeof(double));
    return;
  }
  jet result = evaluated(evaluate, order, x, request, at);
  mask is_nan = x != x, open = result.open | ~((magnitude(x) < __builtin_inf()) & (magnitude(x) > 0x1p-900));
  for (int index = 0; index <= order; index++) {
    if (!columns->values[index]) continue;
    mask doubt = open;
    vector y = rounded(result.orders[index], to, result.known, &doubt);
    if (index == 0) y = rounded_beside_zero(x, y, to, &doubt);
    y = choose(is_nan, all(__builtin_nan("")), y);
    doubt &= ~is_nan;
    __builtin_memcpy(columns->values[index] + row, &y, rows * sizeof(double));
    doubts[index] |= (uint64_t)sign_bits(doubt) << row % 64;
  }
}

INLINE void evaluate_all(
    function *evaluate, int order, const struct kernels_request *request, const double *xs, size_t count,
    const struct kernels_columns *columns) {
  rounding to = rounding_of(request);
  ends at = ends_of(request);
  for (size_t word = 0; word * 64 < count; word++) {
    uint64_t doubts[kernels_orders] = {0};
    size_t end = count - word * 64 < 64 ? count : word * 64 + 64, row = word * 64;
    for (; row + LANES <= end; row += LANES)
      evaluate_rows(evaluate, order, request, &at, &to, xs, LANES, columns, row, doubts);
    if (row < end) evaluate_rows(evaluate, order, request, &at, &to, xs, end - row, columns, row, doubts);
    // Lanes behind the last row have a say in nothing.
    uint64_t rows = end % 64 ? ((uint64_t)1 << end % 64) - 1 : ~(uint64_t)0;
    for (int index = 0; index <= order; index++) {
      if (columns->values[index]) columns->doubts[index][word] = doubts[index] & rows;
    }
  }
}

// A loop each, in which the function and the order are known.
#define LOOPS(function, name) \
  static __attribute__((noinline)) void name##_values( \
      const struct kernels_request *request, const double *xs, size_t count, const struct kernels_columns *columns) { \
    evaluate_all(name, 0, request, xs, count, columns); \
  } \
  static __attribute__((noinline)) void name##_jets( \
      const struct kernels_request *request, const double *xs, size_t count, const struct kernels_columns *columns) { \
    evaluate_all(name, 2, request, xs, count, columns); \
  }

#define EACH_FUNCTION(use) \
  use(kernels_tanh, hyperbolic_tangent) \
  use(kernels_swish, swish) \
  use(kernels_mish, mish) \
  use(kernels_gelu, gelu) \
  use(kernels_softplus, softplus) \
  use(kernels_logarithmic, logarithmic) \
  use(kernels_algebraic, algebraic) \
  use(kernels_logistic_slope, logistic_slope) \
  use(kernels_cauchy, cauchy)

EACH_FUNCTION(LOOPS)

#define LOOP(function, name) \
  case function: return (has_slopes ? name##_jets : name##_values)(request, xs, count, columns);

void NAMED(kernels_evaluate)(
    const struct kernels_request *request, const double *xs, size_t count, const struct kernels_columns *columns) {
  int has_slopes = columns->values[1] || columns->values[2];
  switch (request->function) { EACH_FUNCTION(LOOP) }
}

#ifdef PLAIN
#include "singles.h"

#include "errors.h"

#include "summary.h"

#include "binades.h"
#endif
