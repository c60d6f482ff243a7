// Registers of two doubles, which all processors have: NEON with its fma; SSE2, where each fma is a call of the C library.

#include "Tiers.h"

#define LANES 2
#define TIER baseline
#define look_up(table, index) ((vector){(table)[(index)[0]], (table)[(index)[1]]})
#define sign_bits(mask) (((mask)[0] & 1) | ((mask)[1] & 2))
#define single_sign_bits(mask) (((mask)[0] & 1) | ((mask)[1] & 2) | ((mask)[2] & 4) | ((mask)[3] & 8))

#include "tier.h"
