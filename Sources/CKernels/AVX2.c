// Registers of four doubles.

#include "Tiers.h"

#if defined(__x86_64__)
#include <immintrin.h>

#pragma clang attribute push(__attribute__((target("avx2,fma"))), apply_to = function)

#define LANES 4
#define TIER avx2
#define look_up(table, index) ((vector)_mm256_i64gather_pd(table, (__m256i)(index), 8))
#define sign_bits(mask) _mm256_movemask_pd((__m256d)(mask))
#define single_sign_bits(mask) _mm256_movemask_ps((__m256)(mask))

#include "tier.h"

#pragma clang attribute pop
#endif
