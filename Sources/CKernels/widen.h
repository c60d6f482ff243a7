// Numbers of 32 bits as doubles.

typedef float singles __attribute__((vector_size(4 * LANES)));

void NAMED(kernels_widen)(const void *numbers, size_t count, double *wide) {
  size_t index = 0;
  for (; index + LANES <= count; index += LANES) {
    singles number;
    __builtin_memcpy(&number, (const float *)numbers + index, sizeof number);
    vector same = __builtin_convertvector(number, vector);
    __builtin_memcpy(wide + index, &same, sizeof same);
  }
  for (; index < count; index++) {
    float number;
    __builtin_memcpy(&number, (const float *)numbers + index, sizeof number);
    wide[index] = number;
  }
}
