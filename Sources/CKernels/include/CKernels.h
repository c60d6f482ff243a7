#ifndef CKERNELS_H
#define CKERNELS_H

// Functions over columns of doubles in vector registers, as wide as the processor has them.
//
// A value and its derivatives are evaluated as unevaluated sums of two doubles, with a bound on what these err by. Where the bound
// leaves one number of the asked type only, that is the result, correctly rounded; where not, the row is told as a doubt, and
// its result is no more than near. Neither depends on the width of the registers. Source of what is certain and what is not:
// A. Ziv, "Fast evaluation of elementary mathematical functions with correctly rounded last bit", ACM TOMS 17 (1991).

#include <stddef.h>
#include <stdint.h>

// What is evaluated. `rate` below is a positive number.
enum kernels_function {
  // tanh(x).
  kernels_tanh,
  // x/(1 + e^(−rate·x)).
  kernels_swish,
  // x·tanh(ln(1 + e^(rate·x))).
  kernels_mish,
  // x·½·erfc(−rate·x).
  kernels_gelu,
  // ln(1 + e^(rate·x))/rate.
  kernels_softplus,
  // x·½(1 + u/ln(e^u + e^−u)), u = rate·x.
  kernels_logarithmic,
  // x·½(1 + u/√(1 + u²)).
  kernels_algebraic,
  // x·s(1 + x(1 − s)), s = 1/(1 + e^−u).
  kernels_logistic_slope,
  // x·(½ + arctan(x/rate)/π).
  kernels_cauchy,
};

// Registers of 128 bits, of 256 with AVX2 and FMA, and of 512 with AVX-512.
enum kernels_tier { kernels_baseline, kernels_avx2, kernels_avx512 };

enum { kernels_orders = 3 };

struct kernels_request {
  enum kernels_function function;
  // The rate as the sum of two doubles.
  double rate, rate_low;
  // The type of results: the bits of its significand, and the exponents of its least normal and its greatest number.
  int precision, least_exponent, greatest_exponent;
};

// Where results go: f, f′ and f″, each with a bit for every row, which is set where the result is in doubt: that of row r is bit
// r % 64 of word r / 64. What is not asked for is NULL, both of it.
struct kernels_columns {
  double *values[kernels_orders];
  uint64_t *doubts[kernels_orders];
};

// The tier that the processor and the system offer.
enum kernels_tier kernels_best_tier(void);

// Evaluates at `count` numbers, by a tier that is not above the best one.
void kernels_evaluate(
    enum kernels_tier tier, const struct kernels_request *request, const double *xs, size_t count,
    const struct kernels_columns *columns);

#endif
