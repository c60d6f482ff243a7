// Sixty-four rows of singles that are compared together, where most of what may be found elsewhere is not there.

// Whether x goes up all the way from the row before, on one side of 0.
INLINE int is_rising(const float *xs, size_t row) {
  single_mask falls = {0};
  for (size_t index = row; index < row + 64; index += 2 * LANES)
    falls |= ~(singles_at(xs, index) > singles_at(xs, index - 1));
  return !single_sign_bits(falls) && (xs[row - 1] < 0) == (xs[row + 63] < 0);
}

// The errors of a word whose values and truths are finite, and no value is 0.
INLINE void find_errors(
    const struct kernels_answers *answers, size_t row, const struct kernels_comparison *found, uint64_t words[4]) {
  for (size_t index = row; index < row + 64; index += LANES) {
    rows_of_answers at = {
        .value = widened_at(answers->values, index), .truth = widened_at(answers->truths, index)};
    vector error = finite_errors(at, answers);
    __builtin_memcpy(found->errors + index, &error, sizeof error);
    words[0] |= (uint64_t)sign_bits(at.value != at.truth) << index % 64;
    words[1] |= (uint64_t)sign_bits(error == 1) << index % 64;
  }
}

// Compares the rows of a word that is not the first one, if x goes up in it, and all values are right or the next number, or else all
// are numbers other than 0. Singles of one sign are as far apart as their bits; from a power of two down to the next it is half an ulp.
INLINE int compare_word(
    const struct kernels_answers *answers, size_t row, const struct kernels_comparison *found, uint64_t words[4],
    lane_counts *counts) {
  const float *xs = answers->xs;
  if (!is_rising(xs, row)) return 0;
  uint64_t units = 0, against = 0;
  single_mask is_further = {0}, is_special = {0};
  for (size_t index = row; index < row + 64; index += 2 * LANES) {
    singles value = singles_at(answers->values, index), truth = singles_at(answers->truths, index);
    singles last_value = singles_at(answers->values, index - 1), last_truth = singles_at(answers->truths, index - 1);
    single_mask apart = (single_mask)value - (single_mask)truth, is_equal = apart == 0;
    single_mask is_unit = (apart == 1) | ((apart == -1) & (((single_mask)truth & 0x7fffff) != 0));
    single_mask own = (single_mask)value & INT32_MAX, size = (single_mask)truth & INT32_MAX;
    // Neither 0 nor infinite nor NaN.
    single_mask is_plain = (own > 0) & (own < 0x7f800000) & (size > 0) & (size < 0x7f800000);
    is_further |= ~(is_equal | (is_unit & is_plain));
    is_special |= ~is_plain;
    single_mask goes_against = ((value < last_value) & (truth > last_truth)) | ((value > last_value) & (truth < last_truth));
    units |= (uint64_t)single_sign_bits(is_unit) << index % 64;
    against |= (uint64_t)single_sign_bits(goes_against) << index % 64;
  }
  if (!single_sign_bits(is_further)) words[0] = words[1] = units;
  else if (!single_sign_bits(is_special)) find_errors(answers, row, found, words);
  else return 0;
  words[3] = against;
  note_sizes(all(xs[row]), counts);
  note_sizes(all(xs[row + 63]), counts);
  return 1;
}
