// Values held against the truth.

// Rows of the columns of answers; what there is no row for has no error, and an x like others.
typedef struct {
  vector x, value, truth;
} rows_of_answers;

INLINE rows_of_answers rows_from(const double *const columns[3], size_t rows) {
  rows_of_answers at = {all(columns[0][0]), all(1), all(1)};
  __builtin_memcpy(&at.x, columns[0], rows * sizeof(double));
  __builtin_memcpy(&at.value, columns[1], rows * sizeof(double));
  __builtin_memcpy(&at.truth, columns[2], rows * sizeof(double));
  return at;
}

// What is counted, lane by lane.
typedef struct {
  mask nan, infinite, zero, least, greatest;
} lane_counts;

// |value − truth|/ulp: the inverse of the unit, a power of two, is made of the bits of the truth.
INLINE vector finite_errors(rows_of_answers at, const struct kernels_answers *answers) {
  mask least = (mask){} + ((int64_t)(answers->least_exponent + 1023) << 52);
  mask exponent = (mask)at.truth & 0x7ff0000000000000;
  exponent = choose(exponent < least, least, exponent);
  vector inverse = (vector)(((int64_t)(2 * 1023 + answers->precision - 1) << 52) - exponent);
  vector error = magnitude(at.value - at.truth) * inverse;
  return choose(error > 1e300, all(1e300), error);
}

// Takes the magnitudes of x into account.
INLINE void note_sizes(vector x, lane_counts *counts) {
  mask size = (mask)magnitude(x);
  counts->least = choose(size < counts->least, size, counts->least);
  counts->greatest = choose(size > counts->greatest, size, counts->greatest);
}

// The rows at which ascending runs begin.
INLINE mask starts_of(vector x, vector last) { return ~(x > last) | ((x < 0) ^ (last < 0)); }

// The rows to whose value the step goes another way than that of the truth.
INLINE mask against_of(rows_of_answers at, rows_of_answers last) {
  return ((at.value < last.value) & (at.truth > last.truth)) | ((at.value > last.value) & (at.truth < last.truth));
}

INLINE void compare_rows(
    const struct kernels_answers *answers, const double *const columns[3], const double *const before[3], size_t rows,
    size_t row, const struct kernels_comparison *found, uint64_t words[4], lane_counts *counts) {
  rows_of_answers at = rows_from(columns, rows), last = rows_from(before, rows);
  vector infinity = all(__builtin_inf());
  mask no_truth = at.truth != at.truth, no_value = at.value != at.value;
  mask is_truth_finite = magnitude(at.truth) < infinity, is_finite = is_truth_finite & (magnitude(at.value) < infinity);
  mask wrong = (at.value != at.truth) & ~(no_truth & no_value);
  vector error = choose(wrong, choose(is_finite, finite_errors(at, answers), infinity), all(0));
  __builtin_memcpy(found->errors + row, &error, rows * sizeof(double));
  mask bits[] = {wrong, error == 1, starts_of(at.x, last.x), against_of(at, last)};
  for (int index = 0; index < 4; index++) words[index] |= (uint64_t)sign_bits(bits[index]) << row % 64;
  note_sizes(at.x, counts);
  // Each lane of what holds is −1.
  counts->nan -= no_value & ~no_truth;
  counts->infinite -= (magnitude(at.value) == infinity) & is_truth_finite;
  counts->zero -= (at.value == 0) & (at.truth != 0) & ~no_truth;
}

// The counts of all lanes together.
INLINE struct kernels_counts total_counts(lane_counts lanes) {
  struct kernels_counts counts = {.least = INT64_MAX};
  for (int lane = 0; lane < LANES; lane++) {
    counts.nan += (size_t)lanes.nan[lane];
    counts.infinite += (size_t)lanes.infinite[lane];
    counts.zero += (size_t)lanes.zero[lane];
    uint64_t least = (uint64_t)lanes.least[lane], greatest = (uint64_t)lanes.greatest[lane];
    if (least < counts.least) counts.least = least;
    if (greatest > counts.greatest) counts.greatest = greatest;
  }
  return counts;
}

#include "words.h"

// Sixty-four rows or what is left of them as doubles, behind the one before them: before the very first one there is nothing.
typedef struct {
  double columns[3][65];
} rows_as_doubles;

INLINE void read_rows(const struct kernels_answers *answers, size_t row, size_t end, rows_as_doubles *rows) {
  const void *columns[] = {answers->xs, answers->values, answers->truths};
  size_t start = row > 0 ? row - 1 : 0, count = end - start;
  for (int column = 0; column < 3; column++) {
    double *place = rows->columns[column];
    if (row == 0) *place++ = __builtin_nan("");
    if (answers->is_single) {
      const float *numbers = (const float *)columns[column] + start;
      for (size_t index = 0; index < count; index++) place[index] = numbers[index];
    } else {
      __builtin_memcpy(place, (const double *)columns[column] + start, count * sizeof(double));
    }
  }
}

void NAMED(kernels_compare)(
    const struct kernels_answers *answers, size_t count, const struct kernels_comparison *found,
    struct kernels_counts *counts) {
  lane_counts lanes = {.least = (mask){} + INT64_MAX};
  for (size_t word = 0; word * 64 < count; word++) {
    uint64_t words[4] = {0};
    size_t start = word * 64, end = count - start < 64 ? count : start + 64;
    if (!(answers->is_single && start > 0 && end % 64 == 0 && compare_word(answers, start, found, words, &lanes))) {
      rows_as_doubles rows;
      read_rows(answers, start, end, &rows);
      for (size_t row = start; row < end; row += LANES) {
        const double *at[3], *before[3];
        for (int column = 0; column < 3; column++) {
          before[column] = rows.columns[column] + (row - start);
          at[column] = before[column] + 1;
        }
        if (row + LANES <= end) compare_rows(answers, at, before, LANES, row, found, words, &lanes);
        else compare_rows(answers, at, before, end - row, row, found, words, &lanes);
      }
    }
    // Lanes behind the last row are no rows.
    uint64_t rows = end % 64 ? ((uint64_t)1 << end % 64) - 1 : ~(uint64_t)0;
    found->wrong[word] = words[0] & rows;
    found->units[word] = words[1] & rows;
    found->starts[word] = words[2] & rows;
    found->against[word] = words[3] & ~words[2] & rows;
  }
  *counts = total_counts(lanes);
}
