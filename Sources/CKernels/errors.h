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

INLINE void compare_rows(
    const struct kernels_answers *answers, const double *const columns[3], const double *const before[3], size_t rows,
    size_t row, const struct kernels_comparison *found, uint64_t words[4], lane_counts *counts) {
  rows_of_answers at = rows_from(columns, rows), last = rows_from(before, rows);
  vector infinity = all(__builtin_inf()), size = magnitude(at.x);
  mask no_truth = at.truth != at.truth, no_value = at.value != at.value;
  mask is_truth_finite = magnitude(at.truth) < infinity, is_finite = is_truth_finite & (magnitude(at.value) < infinity);
  mask wrong = (at.value != at.truth) & ~(no_truth & no_value);
  vector error = choose(wrong, choose(is_finite, finite_errors(at, answers), infinity), all(0));
  __builtin_memcpy(found->errors + row, &error, rows * sizeof(double));
  mask starts = ~(at.x > last.x) | ((at.x < 0) ^ (last.x < 0));
  mask against = ((at.value < last.value) & (at.truth > last.truth)) | ((at.value > last.value) & (at.truth < last.truth));
  mask bits[] = {wrong, error == 1, starts, against & ~starts};
  for (int index = 0; index < 4; index++) words[index] |= (uint64_t)sign_bits(bits[index]) << row % 64;
  // Each lane of what holds is −1.
  counts->nan -= no_value & ~no_truth;
  counts->infinite -= (magnitude(at.value) == infinity) & is_truth_finite;
  counts->zero -= (at.value == 0) & (at.truth != 0) & ~no_truth;
  counts->least = choose((mask)size < counts->least, (mask)size, counts->least);
  counts->greatest = choose((mask)size > counts->greatest, (mask)size, counts->greatest);
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
    for (size_t row = word * 64; row < end; row += LANES) {
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
    found->against[word] = words[3] & rows;
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

struct kernels_summary NAMED(kernels_summarize)(const double *errors, size_t count, double threshold) {
  // Of NaN and −1 every error is on the right side.
  struct kernels_summary sum = {
      .least = __builtin_nan(""), .greatest = -1, .first_least = count, .first_greatest = count, .first_above = count};
  mask row, none = (mask){} + (int64_t)count, first_least = none, first_greatest = none, first_above = none, above = {0};
  for (int lane = 0; lane < LANES; lane++) row[lane] = lane;
  vector least = all(sum.least), greatest = all(sum.greatest);
  size_t start = 0;
  for (; start + LANES <= count; start += LANES, row += LANES) {
    vector error;
    __builtin_memcpy(&error, errors + start, sizeof error);
    mask is_less = ~(error >= least), is_more = error > greatest, is_above = error > threshold;
    least = choose(is_less, error, least);
    first_least = choose(is_less, row, first_least);
    greatest = choose(is_more, error, greatest);
    first_greatest = choose(is_more, row, first_greatest);
    above -= is_above;
    first_above = choose(is_above & (row < first_above), row, first_above);
  }
  if (start > 0) {
    for (int lane = 0; lane < LANES; lane++) {
      add_error(&sum, least[lane], (size_t)first_least[lane], __builtin_inf());
      add_error(&sum, greatest[lane], (size_t)first_greatest[lane], __builtin_inf());
      sum.above += (size_t)above[lane];
      size_t first = (size_t)first_above[lane];
      if (first < sum.first_above) sum.first_above = first;
    }
  }
  for (; start < count; start++) add_error(&sum, errors[start], start, threshold);
  return sum;
}
