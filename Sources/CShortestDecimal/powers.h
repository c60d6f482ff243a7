#ifndef ACTVIZ_POWERS_H
#define ACTVIZ_POWERS_H

#include <stdint.h>

/* 128 bits of a power of ten, the highest of them set: rounded down, and one more. */
struct power {
  uint64_t high, low;
};

/* The powers that there are, whose ends make-powers knows too. */
enum { lowest_power = -292, highest_power = 324 };

extern const struct power actviz_powers[highest_power - lowest_power + 1];

/* floor(log2(10^e)): right for all powers that there are, which make-powers tries. */
static inline int log2_of_ten(int e) { return (e * 1741647) >> 19; }

#endif
