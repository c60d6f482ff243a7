// Columns of singles.

// As many as doubles of a vector, and twice as many; what of them is as bits.
typedef float narrow __attribute__((vector_size(4 * LANES)));
typedef int32_t narrow_mask __attribute__((vector_size(4 * LANES)));
typedef float singles __attribute__((vector_size(8 * LANES)));
typedef int32_t single_mask __attribute__((vector_size(8 * LANES)));

// Rounds f where it is not certain that a double decides: in a way that knows of ties beside 0.
INLINE uint64_t round_as_double(
    function *evaluate, const struct kernels_request *request, const ends *at, const rounding *to, vector x, narrow *y) {
  vector wide;
  struct kernels_columns columns = {.values = {(double *)&wide}};
  uint64_t doubts[kernels_orders] = {0};
  evaluate_rows(evaluate, 0, request, at, to, (const double *)&x, LANES, &columns, 0, doubts);
  *y = __builtin_convertvector(wide, narrow);
  return doubts[0];
}

// Evaluates f in LANES rows or what is left of them; returns a bit for each that is in doubt.
INLINE uint64_t evaluate_single_rows(
    function *evaluate, const struct kernels_request *request, const ends *at, const rounding *to, const float *xs, size_t rows,
    float *values) {
  narrow number = (narrow){} + 1, y;
  __builtin_memcpy(&number, xs, rows * sizeof(float));
  vector x = __builtin_convertvector(number, vector), size = magnitude(x);
  uint64_t doubts;
  if (sign_bits(~(size >= at->least))) {
    // NaN too, and numbers whose half is not of the type.
    doubts = round_as_double(evaluate, request, at, to, x, &y);
  } else {
    jet result = evaluated(evaluate, 0, x, request, at);
    vector value = result.orders[0].value, error = result.orders[0].size * plain_error;
    y = __builtin_convertvector(value - error, narrow);
    vector low = __builtin_convertvector(y, vector);
    vector high = __builtin_convertvector(__builtin_convertvector(value + error, narrow), vector);
    doubts = (uint64_t)sign_bits(result.open | (size == __builtin_inf()) | (low != high));
  }
  __builtin_memcpy(values, &y, rows * sizeof(float));
  return doubts;
}

INLINE singles singles_at(const void *numbers, size_t row) {
  singles at;
  __builtin_memcpy(&at, (const float *)numbers + row, sizeof at);
  return at;
}

INLINE vector widened_at(const void *numbers, size_t row) {
  narrow at;
  __builtin_memcpy(&at, (const float *)numbers + row, sizeof at);
  return __builtin_convertvector(at, vector);
}

// As `are_at_ends`, of twice as many singles, all of which are at one end.
INLINE int evaluate_at_end(const float *xs, const ends *at, float *values) {
  singles x = singles_at(xs, 0), size = __builtin_elementwise_abs(x);
  single_mask is_near = (size < (float)at->near_in_singles[0]) & (size >= (float)at->least[0]);
  if (!single_sign_bits(~is_near)) {
    for (int half = 0; half < 2 * LANES; half += LANES) {
      narrow y = __builtin_convertvector(at->slope * widened_at(xs, half), narrow);
      __builtin_memcpy(values + half, &y, sizeof y);
    }
    return 1;
  }
  single_mask is_far = (size > (float)at->far[0]) & (size < __builtin_inff());
  if (single_sign_bits(~is_far)) return 0;
  // On the left the sign is what is left.
  singles y = (singles)((single_mask)x & ((x > 0) | INT32_MIN));
  __builtin_memcpy(values, &y, sizeof y);
  return 1;
}

INLINE void evaluate_all_singles(
    function *evaluate, const struct kernels_request *request, const float *xs, size_t count, float *values, uint64_t *doubts) {
  rounding to = rounding_of(request);
  ends at = ends_of(request);
  for (size_t word = 0; word * 64 < count; word++) {
    size_t row = word * 64, end = count - row < 64 ? count : row + 64;
    uint64_t found = 0;
    for (; row < end; row += LANES) {
      if (row + 2 * LANES <= end && evaluate_at_end(xs + row, &at, values + row)) {
        row += LANES;
      } else if (row + LANES <= end) {
        found |= evaluate_single_rows(evaluate, request, &at, &to, xs + row, LANES, values + row) << row % 64;
      } else {
        uint64_t rows = ((uint64_t)1 << (end - row)) - 1;
        found |= (evaluate_single_rows(evaluate, request, &at, &to, xs + row, end - row, values + row) & rows) << row % 64;
      }
    }
    doubts[word] = found;
  }
}

#define SINGLE_LOOPS(function, name) \
  static __attribute__((noinline)) void name##_singles( \
      const struct kernels_request *request, const float *xs, size_t count, float *values, uint64_t *doubts) { \
    evaluate_all_singles(name, request, xs, count, values, doubts); \
  }

EACH_FUNCTION(SINGLE_LOOPS)

#define SINGLE_LOOP(function, name) \
  case function: return name##_singles(request, xs, count, values, doubts);

void NAMED(kernels_evaluate_singles)(
    const struct kernels_request *request, const float *xs, size_t count, float *values, uint64_t *doubts) {
  switch (request->function) { EACH_FUNCTION(SINGLE_LOOP) }
}

void NAMED(kernels_widen)(const void *numbers, size_t count, double *wide) {
  size_t index = 0;
  for (; index + LANES <= count; index += LANES) {
    vector same = widened_at(numbers, index);
    __builtin_memcpy(wide + index, &same, sizeof same);
  }
  for (; index < count; index++) {
    float number;
    __builtin_memcpy(&number, (const float *)numbers + index, sizeof number);
    wide[index] = number;
  }
}
