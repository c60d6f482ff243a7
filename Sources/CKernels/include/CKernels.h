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

// Evaluates f at `count` floats, where the type of results is that of floats; a bit of `doubts` for every row as above.
void kernels_evaluate_singles(
    enum kernels_tier tier, const struct kernels_request *request, const void *xs, size_t count, void *values,
    uint64_t *doubts);

// A column of values that somebody computed, beside the true ones, which are of a type narrower than doubles: the bits of its
// significand, and the exponent of its least normal number. Columns hold doubles, or floats where `is_single`.
struct kernels_answers {
  const void *xs, *values, *truths;
  int is_single, precision, least_exponent;
};

// What is found, for every row: its error in units of the type's spacing in the truth's binade, not negative. Equal numbers, and NaN
// for NaN, have none; NaN or an infinity in place of something else has an infinite one; others end at 10^300. Errors of 0 and 1 need
// not be written: bits tell them.
//
// The rest has a bit for every row as above: whose value is not the truth, and whose error is 1; before which x does not go up or
// changes its sign; and to whose value the step from the row before goes down though that of the truth goes up, or the reverse.
struct kernels_comparison {
  double *errors;
  uint64_t *wrong, *units, *starts, *against;
};

// How many values are NaN, infinite, or 0, where the truth is something else: no NaN, finite, another number than 0; and the least
// and the greatest magnitude of x as bits.
struct kernels_counts {
  size_t nan, infinite, zero;
  uint64_t least, greatest;
};

// Compares `count` rows, by a tier that is not above the best one.
void kernels_compare(
    enum kernels_tier tier, const struct kernels_answers *answers, size_t count, const struct kernels_comparison *comparison,
    struct kernels_counts *counts);

// Of the errors of some rows the least and the greatest with the first row of each, and how many are above a threshold, with the first
// row that is; the row behind the last where there is none.
struct kernels_summary {
  double least, greatest;
  size_t first_least, first_greatest, first_above, above;
};

// Errors as they were found, or others, which are not NaN; those of 0 and 1 are told by bits.
struct kernels_errors {
  const double *errors;
  const uint64_t *wrong, *units;
};

// Summarizes the errors of `count` rows from `start` on, at least of one, by a tier that is not above the best one.
struct kernels_summary kernels_summarize(
    enum kernels_tier tier, const struct kernels_errors *found, size_t start, size_t count, double threshold);

// The first of `count` numbers behind that of `start` whose sign or exponent, as bits, is another; where that number is 0, infinite,
// NaN or subnormal the first that is another number, as bits. `count` where there is none.
size_t kernels_binade_end(enum kernels_tier tier, const void *numbers, size_t start, size_t count);

// The same of floats; of subnormal ones it is the first whose sign or leading bit is another.
size_t kernels_single_binade_end(enum kernels_tier tier, const void *numbers, size_t start, size_t count);

// Writes `count` numbers of 32 bits, which may stand anywhere in memory, as doubles.
void kernels_widen(enum kernels_tier tier, const void *numbers, size_t count, double *wide);

#endif
