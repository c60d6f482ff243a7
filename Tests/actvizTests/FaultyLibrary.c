// Kernels with one fault each, and the right ones that they come from; LibraryTests compiles it.

#include <math.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#if defined(__SSE2__)
#include <xmmintrin.h>
#endif

static float of_bits(uint32_t bits) {
  float value;
  memcpy(&value, &bits, sizeof value);
  return value;
}

static uint32_t bits_of(float value) {
  uint32_t bits;
  memcpy(&bits, &value, sizeof bits);
  return bits;
}

// Right to the last bit: no double quotient of these lies near a tie of float.
float softsign(float x) {
  return isinf(x) ? copysignf(1, x) : (float)((double)x / (1 + fabs((double)x)));
}

float softsign_flushes(float x) {
  float y = softsign(x);
  return fabsf(y) < 0x1p-126f ? copysignf(0, y) : y;
}

float softsign_is_nan(float x) { return x > 1e30f ? NAN : softsign(x); }

float softsign_one_ulp(float x) {
  float y = softsign(x);
  return bits_of(x) == 0x40490fdb ? of_bits(bits_of(y) + 1) : y;
}

float softsign_crashes(float x) {
  if (bits_of(x) == 0xc0600000) abort();
  return softsign(x);
}

float softsign_hangs(float x) {
  if (bits_of(x) == 0xc0600000) sleep(1000);
  return softsign(x);
}

// Two formulas that do not meet at 2.
float softsign_steps(float x) { return x >= 2 && x < 2.5f ? softsign(x) - 0x1p-20f : softsign(x); }

float tanh_for_softsign(float x) { return (float)tanh(x); }

void softsign_array(const float *x, float *y, size_t n) {
  for (size_t index = 0; index < n; index++) y[index] = softsign(x[index]);
}

// As a library does that was compiled with -ffast-math.
void softsign_ftz(const float *x, float *y, size_t n) {
#if defined(__SSE2__)
  _mm_setcsr(_mm_getcsr() | 0x8040);
  for (size_t index = 0; index < n; index++) y[index] = x[index] / (1 + fabsf(x[index]));
#else
  for (size_t index = 0; index < n; index++) y[index] = softsign_flushes(x[index]);
#endif
}

float scaled_softsign(float x, float a, float b) { return b * softsign(a * x); }

// Identity of any 16-bit type.
uint16_t same_bits(uint16_t x) { return x; }
void same_bits_array(const uint16_t *x, uint16_t *y, size_t n) { memcpy(y, x, 2 * n); }
double same_double(double x) { return x; }

// As many numbers at a time as are promised, or none is right.
void same_few(const double *x, double *y, size_t n) {
  for (size_t i = 0; i < n; i++) y[i] = n * sizeof *x <= 65536 ? x[i] : NAN;
}
