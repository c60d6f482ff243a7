// What there is to say of the errors of some rows.

// Takes an error into account.
INLINE void add_error(struct kernels_summary *sum, double error, size_t row, double threshold) {
  if (!(error >= sum->least) || (error == sum->least && row < sum->first_least)) sum->least = error, sum->first_least = row;
  if (error > sum->greatest || (error == sum->greatest && row < sum->first_greatest))
    sum->greatest = error, sum->first_greatest = row;
  if (error > threshold) {
    sum->above += 1;
    if (row < sum->first_above) sum->first_above = row;
  }
}

// Takes the same error in some rows of a word into account.
INLINE void add_equal_errors(struct kernels_summary *sum, double error, size_t row, uint64_t rows, double threshold) {
  if (!rows) return;
  add_error(sum, error, row + (size_t)__builtin_ctzll(rows), threshold);
  // There are more of them.
  if (error > threshold) sum->above += (size_t)__builtin_popcountll(rows) - 1;
}

// The same of errors that are neither 0 nor 1, lane by lane.
typedef struct {
  vector least, greatest;
  mask first_least, first_greatest, first_above, above;
} lane_summary;

// Takes such errors in some rows of a word into account.
INLINE void add_other_errors(
    lane_summary *lanes, const double *errors, size_t row, size_t end, uint64_t rows, double threshold) {
  mask lane_bit, place;
  for (int lane = 0; lane < LANES; lane++) lane_bit[lane] = (int64_t)1 << lane, place[lane] = (int64_t)row + lane;
  for (; rows; rows >>= LANES, row += LANES, place += LANES) {
    mask is_other = (((mask){} + (int64_t)rows) & lane_bit) != 0;
    vector error = all(0);
    if (row + LANES <= end) __builtin_memcpy(&error, errors + row, sizeof error);
    else __builtin_memcpy(&error, errors + row, (end - row) * sizeof(double));
    mask is_less = is_other & ~(error >= lanes->least), is_more = is_other & (error > lanes->greatest);
    mask is_above = is_other & (error > threshold);
    lanes->least = choose(is_less, error, lanes->least);
    lanes->first_least = choose(is_less, place, lanes->first_least);
    lanes->greatest = choose(is_more, error, lanes->greatest);
    lanes->first_greatest = choose(is_more, place, lanes->first_greatest);
    lanes->above -= is_above;
    lanes->first_above = choose(is_above & (place < lanes->first_above), place, lanes->first_above);
  }
}

// Takes what was found in lanes into account.
INLINE void add_lanes(struct kernels_summary *sum, lane_summary lanes) {
  for (int lane = 0; lane < LANES; lane++) {
    // A lane that saw nothing has NaN and −1.
    if (!(lanes.least[lane] >= 0)) continue;
    add_error(sum, lanes.least[lane], (size_t)lanes.first_least[lane], __builtin_inf());
    add_error(sum, lanes.greatest[lane], (size_t)lanes.first_greatest[lane], __builtin_inf());
    sum->above += (size_t)lanes.above[lane];
    size_t first = (size_t)lanes.first_above[lane];
    if (first < sum->first_above) sum->first_above = first;
  }
}

struct kernels_summary NAMED(kernels_summarize)(
    const struct kernels_errors *found, size_t start, size_t count, double threshold) {
  size_t end = start + count;
  // Of NaN and −1 every error is on the right side.
  struct kernels_summary sum = {
      .least = __builtin_nan(""), .greatest = -1, .first_least = end, .first_greatest = end, .first_above = end};
  mask none = (mask){} + (int64_t)end;
  lane_summary lanes = {all(sum.least), all(sum.greatest), none, none, none, {0}};
  for (size_t word = start / 64; word * 64 < end; word++) {
    uint64_t rows = ~(uint64_t)0;
    if (word == start / 64) rows &= ~(uint64_t)0 << start % 64;
    if (end - word * 64 < 64) rows &= ((uint64_t)1 << end % 64) - 1;
    uint64_t units = found->units[word] & rows, zeros = ~found->wrong[word] & rows;
    add_equal_errors(&sum, 0, word * 64, zeros, threshold);
    add_equal_errors(&sum, 1, word * 64, units, threshold);
    add_other_errors(&lanes, found->errors, word * 64, end, rows & ~(units | zeros), threshold);
  }
  add_lanes(&sum, lanes);
  return sum;
}
