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

#include "words.h"

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

void NAMED(kernels_compare)(
    const struct kernels_answers *answers, size_t count, const struct kernels_comparison *found,
    struct kernels_counts *counts) {
  const double *columns[] = {answers->xs, answers->values, answers->truths};
  // What stands before the first rows: before the very first one, nothing.
  double first[3][LANES] = {{0}};
  for (int column = 0; column < 3; column++) {
    first[column][0] = __builtin_nan("");
    for (size_t lane = 1; lane < LANES && lane <= count; lane++) first[column][lane] = columns[column][lane - 1];
  }
  lane_counts lanes = {.least = (mask){} + INT64_MAX};
  for (size_t word = 0; word * 64 < count; word++) {
    uint64_t words[4] = {0};
    size_t end = count - word * 64 < 64 ? count : word * 64 + 64;
    size_t row = word * 64;
    if (word > 0 && end % 64 == 0 && compare_word(answers, row, found, words, &lanes)) row = end;
    for (; row < end; row += LANES) {
      const double *at[3], *before[3];
      for (int column = 0; column < 3; column++) {
        at[column] = columns[column] + row;
        before[column] = row > 0 ? at[column] - 1 : first[column];
      }
      if (row + LANES <= end) compare_rows(answers, at, before, LANES, row, found, words, &lanes);
      else compare_rows(answers, at, before, end - row, row, found, words, &lanes);
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

// Takes an error into account that stands behind others.
INLINE void add_error(struct kernels_summary *sum, double error, size_t row, double threshold) {
  if (!(error >= sum->least) || (error == sum->least && row < sum->first_least)) sum->least = error, sum->first_least = row;
  if (error > sum->greatest || (error == sum->greatest && row < sum->first_greatest))
    sum->greatest = error, sum->first_greatest = row;
  if (error > threshold) {
    sum->above += 1;
    if (row < sum->first_above) sum->first_above = row;
  }
}

// Summarizes errors of which all are 0 or 1, as most are, by their bits; false where there are others.
INLINE int summarize_units(
    const struct kernels_errors *found, size_t start, size_t end, double threshold, struct kernels_summary *sum) {
  size_t count = 0, first_zero = end, first_unit = end;
  for (size_t word = start / 64; word * 64 < end; word++) {
    uint64_t rows = ~(uint64_t)0;
    if (word == start / 64) rows &= ~(uint64_t)0 << start % 64;
    if (end - word * 64 < 64) rows &= ((uint64_t)1 << end % 64) - 1;
    uint64_t units = found->units[word] & rows, zeros = ~found->wrong[word] & rows;
    if ((units | zeros) != rows) return 0;
    if (units && first_unit == end) first_unit = word * 64 + (size_t)__builtin_ctzll(units);
    if (zeros && first_zero == end) first_zero = word * 64 + (size_t)__builtin_ctzll(zeros);
    count += (size_t)__builtin_popcountll(units);
  }
  if (first_zero < end) add_error(sum, 0, first_zero, threshold);
  if (first_unit < end) add_error(sum, 1, first_unit, threshold);
  // There are more of each.
  if (threshold < 1) sum->above = threshold < 0 ? end - start : count;
  return 1;
}

struct kernels_summary NAMED(kernels_summarize)(
    const struct kernels_errors *found, size_t start, size_t count, double threshold) {
  size_t end = start + count;
  // Of NaN and −1 every error is on the right side.
  struct kernels_summary sum = {
      .least = __builtin_nan(""), .greatest = -1, .first_least = end, .first_greatest = end, .first_above = end};
  if (summarize_units(found, start, end, threshold, &sum)) return sum;
  mask row, none = (mask){} + (int64_t)end, first_least = none, first_greatest = none, first_above = none, above = {0};
  for (int lane = 0; lane < LANES; lane++) row[lane] = (int64_t)start + lane;
  vector least = all(sum.least), greatest = all(sum.greatest);
  size_t next = start;
  for (; next + LANES <= end; next += LANES, row += LANES) {
    vector error;
    __builtin_memcpy(&error, found->errors + next, sizeof error);
    mask is_less = ~(error >= least), is_more = error > greatest, is_above = error > threshold;
    least = choose(is_less, error, least);
    first_least = choose(is_less, row, first_least);
    greatest = choose(is_more, error, greatest);
    first_greatest = choose(is_more, row, first_greatest);
    above -= is_above;
    first_above = choose(is_above & (row < first_above), row, first_above);
  }
  if (next > start) {
    for (int lane = 0; lane < LANES; lane++) {
      add_error(&sum, least[lane], (size_t)first_least[lane], __builtin_inf());
      add_error(&sum, greatest[lane], (size_t)first_greatest[lane], __builtin_inf());
      sum.above += (size_t)above[lane];
      size_t first = (size_t)first_above[lane];
      if (first < sum.first_above) sum.first_above = first;
    }
  }
  for (; next < end; next++) add_error(&sum, found->errors[next], next, threshold);
  return sum;
}

// How far the bits of a number that its group has in common are from the lowest: all of them, where it has no digits.
INLINE int digits_below(uint64_t number) {
  uint64_t exponent = number >> 52 & 0x7ff;
  return (exponent == 0 || exponent == 0x7ff) ? 0 : 52;
}

// Eight vectors at a time, then one by one.
size_t NAMED(kernels_binade_end)(const double *numbers, size_t start, size_t count) {
  enum { width = 8 * LANES };
  uint64_t first;
  __builtin_memcpy(&first, numbers + start, sizeof first);
  int shift = digits_below(first);
  size_t end = start + 1;
  for (; end + width <= count; end += width) {
    bits differ = {0};
    for (size_t index = end; index < end + width; index += LANES) {
      bits number;
      __builtin_memcpy(&number, numbers + index, sizeof number);
      differ |= number ^ first;
    }
    if (sign_bits((mask)(differ >> shift != 0))) break;
  }
  for (; end < count; end++) {
    uint64_t number;
    __builtin_memcpy(&number, numbers + end, sizeof number);
    if ((number ^ first) >> shift) break;
  }
  return end;
}
