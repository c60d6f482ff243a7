// Where columns pass from one binade to the next.

// How far the bits of a number that its group has in common are from the lowest: all of them, where it has no digits.
INLINE int digits_below(uint64_t number) {
  uint64_t exponent = number >> 52 & 0x7ff;
  return (exponent == 0 || exponent == 0x7ff) ? 0 : 52;
}

// Eight vectors at a time, then one by one.
size_t NAMED(kernels_binade_end)(const void *numbers, size_t start, size_t count) {
  enum { width = 8 * LANES };
  uint64_t first;
  __builtin_memcpy(&first, (const double *)numbers + start, sizeof first);
  int shift = digits_below(first);
  size_t end = start + 1;
  for (; end + width <= count; end += width) {
    bits differ = {0};
    for (size_t index = end; index < end + width; index += LANES) {
      bits number;
      __builtin_memcpy(&number, (const double *)numbers + index, sizeof number);
      differ |= number ^ first;
    }
    if (sign_bits((mask)(differ >> shift != 0))) break;
  }
  for (; end < count; end++) {
    uint64_t number;
    __builtin_memcpy(&number, (const double *)numbers + end, sizeof number);
    if ((number ^ first) >> shift) break;
  }
  return end;
}

// The same of floats. Subnormal ones have their leading bit in common.
INLINE int single_digits_below(uint32_t number) {
  uint32_t exponent = number >> 23 & 0xff, digits = number & 0x7fffff;
  if (exponent == 0 && digits != 0) return 31 - __builtin_clz(digits);
  return (exponent == 0 || exponent == 0xff) ? 0 : 23;
}

size_t NAMED(kernels_single_binade_end)(const void *numbers, size_t start, size_t count) {
  enum { width = 8 * LANES };
  uint32_t first;
  __builtin_memcpy(&first, (const float *)numbers + start, sizeof first);
  int shift = single_digits_below(first);
  size_t end = start + 1;
  for (; end + width <= count; end += width) {
    single_mask differ = {0};
    for (size_t index = end; index < end + width; index += 2 * LANES) differ |= (single_mask)singles_at(numbers, index) ^ (int32_t)first;
    if (single_sign_bits(differ >> shift != 0)) break;
  }
  for (; end < count; end++) {
    uint32_t number;
    __builtin_memcpy(&number, (const float *)numbers + end, sizeof number);
    if ((number ^ first) >> shift) break;
  }
  return end;
}
