// Sixty-four rows that are compared together, where most of what may be found elsewhere is not there.

// Rows from one on, which is not the first, and those before them.
INLINE rows_of_answers rows_at(const struct kernels_answers *answers, size_t row) {
  const double *columns[] = {answers->xs + row, answers->values + row, answers->truths + row};
  return rows_from(columns, LANES);
}

// Whether x goes up all the way, on one side of 0.
INLINE int is_rising(const double *xs, size_t row) {
  mask falls = {0};
  for (size_t index = row; index < row + 64; index += LANES) {
    vector x, last;
    __builtin_memcpy(&x, xs + index, sizeof x);
    __builtin_memcpy(&last, xs + index - 1, sizeof last);
    falls |= ~(x > last);
  }
  return !sign_bits(falls) && (xs[row - 1] < 0) == (xs[row + 63] < 0);
}

// Whether all values are right, as most are where many are.
INLINE int are_right(const struct kernels_answers *answers, size_t row) {
  mask differ = {0};
  for (size_t index = row; index < row + 64; index += LANES) {
    rows_of_answers at = rows_at(answers, index);
    differ |= at.value != at.truth;
  }
  return !sign_bits(differ);
}

// Whether all values are finite and none is 0, and all truths are finite.
INLINE int are_plain(const struct kernels_answers *answers, size_t row) {
  mask is_other = {0};
  vector infinity = all(__builtin_inf());
  for (size_t index = row; index < row + 64; index += LANES) {
    rows_of_answers at = rows_at(answers, index);
    is_other |= ~(magnitude(at.truth) < infinity) | ~(magnitude(at.value) < infinity) | (at.value == 0);
  }
  return !sign_bits(is_other);
}

// Compares the rows of a word that is not the first one, if x goes up in it and its values are plain or right.
INLINE int compare_word(
    const struct kernels_answers *answers, size_t row, const struct kernels_comparison *found, uint64_t words[4],
    lane_counts *counts) {
  if (!is_rising(answers->xs, row)) return 0;
  // The step to the first row starts from the one before.
  int is_right = answers->values[row - 1] == answers->truths[row - 1] && are_right(answers, row);
  if (!is_right && !are_plain(answers, row)) return 0;
  note_sizes(all(answers->xs[row]), counts);
  note_sizes(all(answers->xs[row + 63]), counts);
  if (is_right) {
    __builtin_memset(found->errors + row, 0, 64 * sizeof(double));
    return 1;
  }
  for (size_t index = row; index < row + 64; index += LANES) {
    rows_of_answers at = rows_at(answers, index);
    vector error = finite_errors(at, answers);
    __builtin_memcpy(found->errors + index, &error, sizeof error);
    mask bits[] = {at.value != at.truth, error == 1};
    for (int kind = 0; kind < 2; kind++) words[kind] |= (uint64_t)sign_bits(bits[kind]) << index % 64;
    words[3] |= (uint64_t)sign_bits(against_of(at, rows_at(answers, index - 1))) << index % 64;
  }
  return 1;
}
