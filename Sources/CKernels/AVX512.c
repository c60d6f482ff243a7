// Registers of eight doubles.

#include "Tiers.h"

#if defined(__x86_64__)
#include <immintrin.h>

#pragma clang attribute push( \
    __attribute__((target("avx512f,avx512dq,avx512vl,avx2,fma"))), apply_to = function)

#define LANES 8
#define TIER avx512
// A table of 16 numbers fills two registers.
#define look_up(table, index) \
  ((vector)_mm512_permutex2var_pd(_mm512_loadu_pd(table), (__m512i)(index), _mm512_loadu_pd((table) + 8)))
#define sign_bits(mask) _mm512_movepi64_mask((__m512i)(mask))
#define single_sign_bits(mask) _mm512_movepi32_mask((__m512i)(mask))

#include "tier.h"

#pragma clang attribute pop
#endif
