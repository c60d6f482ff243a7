// Prints one number for all that CKernels gives at some points, a line for each width of registers: judge-widths compiles it.

#include "CKernels.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { count = 4000, words = (count + 63) / 64 };

static double xs[count], values[3][count], errors[count];
static float singles[3][count];
static uint64_t doubts[3][words], bits[4][words];

static uint64_t mixed(uint64_t sum, uint64_t part) {
  sum = (sum ^ part) * 0x9e3779b97f4a7c15;
  return sum ^ (sum >> 29);
}

static uint64_t bits_of(double value) {
  uint64_t found;
  memcpy(&found, &value, sizeof found);
  // Which NaN it is depends on the processor.
  return value == value ? found : 1;
}

// Points near 0 and far from it, evenly and by binades, and special ones.
static void make_points(void) {
  const double special[] = {NAN, INFINITY, -INFINITY, 0, -0.0, 1e300, -1e300, 5e-324};
  uint64_t state = 1;
  for (int row = 0; row < count; row++) {
    state = state * 6364136223846793005 + 1442695040888963407;
    double part = (double)(state >> 11) * 0x1p-53 - 0.5;
    xs[row] = row % 3 == 0 ? part * 40 : row % 3 == 1 ? part * 1000 : ldexp(part, (int)(state >> 58) - 40);
  }
  memcpy(xs + 5, special, sizeof special);
}

static int order_of(const void *one, const void *other) {
  double a = *(const double *)one, b = *(const double *)other;
  return (a > b) - (a < b);
}

// The same points as numbers of 32 bits that go up, but for the special ones, which stand first.
static void sort_points(void) {
  for (int row = 0; row < count; row++) xs[row] = (float)xs[row];
  for (int row = 0; row < 8; row++) {
    double special = xs[5 + row];
    xs[5 + row] = xs[row];
    xs[row] = special;
  }
  qsort(xs + 8, count - 8, sizeof *xs, order_of);
}

static uint64_t evaluated(enum kernels_tier tier, const struct kernels_request *request, long *doubt_count) {
  uint64_t sum = 0;
  // f alone, which takes other ways, and then all three.
  struct kernels_columns alone = {{values[0]}, {doubts[0]}};
  kernels_evaluate(tier, request, xs, count, &alone);
  for (int row = 0; row < count; row++) sum = mixed(sum, doubts[0][row / 64] >> (row % 64) & 1 ? 2 : bits_of(values[0][row]));
  struct kernels_columns columns = {{values[0], values[1], values[2]}, {doubts[0], doubts[1], doubts[2]}};
  kernels_evaluate(tier, request, xs, count, &columns);
  for (int order = 0; order < 3; order++) {
    for (int row = 0; row < count; row++) {
      int is_open = doubts[order][row / 64] >> (row % 64) & 1;
      *doubt_count += is_open;
      sum = mixed(sum, is_open ? 2 : bits_of(values[order][row]));
    }
  }
  return sum;
}

// All that a comparison finds, and a summary of it.
static uint64_t all_found(enum kernels_tier tier, const struct kernels_answers *answers) {
  struct kernels_comparison found = {errors, bits[0], bits[1], bits[2], bits[3]};
  struct kernels_counts counts;
  kernels_compare(tier, answers, count, &found, &counts);
  struct kernels_errors column = {errors, found.wrong, found.units};
  struct kernels_summary all = kernels_summarize(tier, &column, 0, count, 1);
  uint64_t sum = mixed(mixed(mixed(counts.nan, counts.infinite), counts.zero), mixed(counts.least, counts.greatest));
  sum = mixed(mixed(mixed(sum, all.first_least), all.first_greatest), mixed(all.first_above, all.above));
  for (int row = 0; row < count; row++)
    if ((bits[0][row / 64] & ~bits[1][row / 64]) >> row % 64 & 1) sum = mixed(sum, bits_of(errors[row]));
  for (int kind = 0; kind < 4; kind++)
    for (int word = 0; word < words; word++) sum = mixed(sum, bits[kind][word]);
  return sum;
}

// f held against f' as if it were the truth: errors of all sizes.
static uint64_t compared(enum kernels_tier tier, const struct kernels_request *request) {
  struct kernels_answers answers = {xs, values[0], values[1], 0, request->precision, request->least_exponent};
  uint64_t sum = all_found(tier, &answers);
  for (size_t row = 0; row < count; row = kernels_binade_end(tier, xs, row, count)) sum = mixed(sum, row);
  return sum;
}

// f of singles with the doubts, and values a little off held against it.
static uint64_t of_singles(enum kernels_tier tier, const struct kernels_request *request) {
  for (int row = 0; row < count; row++) singles[0][row] = (float)xs[row];
  kernels_evaluate_singles(tier, request, singles[0], count, singles[1], doubts[0]);
  uint64_t sum = 0;
  for (int row = 0; row < count; row++) {
    int is_open = doubts[0][row / 64] >> (row % 64) & 1;
    if (is_open) singles[1][row] = 2;
    singles[2][row] = row / 64 % 3 == 0 ? singles[1][row] : singles[1][row] * (1 + (float)(row % 5) * 0x1p-23f);
    sum = mixed(sum, bits_of(singles[1][row]) + (uint64_t)is_open);
  }
  struct kernels_answers answers = {singles[0], singles[2], singles[1], 1, request->precision, request->least_exponent};
  for (size_t row = 0; row < count; row = kernels_single_binade_end(tier, singles[0], row, count)) sum = mixed(sum, row);
  return mixed(sum, all_found(tier, &answers));
}

// Everything at the points as they stand.
static uint64_t everything(enum kernels_tier tier, long *doubt_count) {
  static const int types[][3] = {{53, -1022, 1023}, {24, -126, 127}, {11, -14, 15}, {8, -126, 127}};
  static const double rates[][2] = {{1, 0}, {0.37, 1e-18}, {30, 0}};
  uint64_t sum = 0;
  for (int function = kernels_tanh; function <= kernels_cauchy; function++) {
    for (int type = 0; type < 4; type++) {
      for (int rate = 0; rate < (function == kernels_tanh ? 1 : 3); rate++) {
        struct kernels_request request = {
            (enum kernels_function)function, rates[rate][0], rates[rate][1], types[type][0], types[type][1], types[type][2]};
        sum = mixed(sum, evaluated(tier, &request, doubt_count));
        if (type > 0) sum = mixed(sum, compared(tier, &request));
        if (type == 1) sum = mixed(sum, of_singles(tier, &request));
      }
    }
  }
  return sum;
}

int main(void) {
  for (enum kernels_tier tier = kernels_baseline; tier <= kernels_best_tier(); tier++) {
    long doubt_count = 0;
    make_points();
    uint64_t sum = everything(tier, &doubt_count);
    sort_points();
    sum = mixed(sum, everything(tier, &doubt_count));
    printf("%016llx, %ld doubts\n", (unsigned long long)sum, doubt_count);
  }
}
