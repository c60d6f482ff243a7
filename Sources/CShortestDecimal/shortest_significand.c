#include "shortest_significand.h"

#include "powers.h"

#include <string.h>

enum { fraction_bits = 52, least_exponent = -1074 };

/* floor(log10(2^e)) and floor(log10(3/4 · 2^e)): right for all exponents that occur, which make-powers tries. */
static inline int log10_of_two(int e) { return (e * 1262611) >> 22; }
static inline int log10_of_three_quarters_of_two(int e) { return (e * 1262611 - 524031) >> 22; }

/* The highest 64 bits of power · factor, whose last bit is set too where anything below them is not 0. */
static inline uint64_t round_to_odd(struct power power, uint64_t factor) {
  const unsigned __int128 low = (unsigned __int128)power.low * factor;
  const unsigned __int128 all = (unsigned __int128)power.high * factor + (uint64_t)(low >> 64);
  /* The power is too large by less than one, which may show in the lowest bit. */
  return (uint64_t)(all >> 64) | ((uint64_t)all > 1);
}

struct decimal actviz_shortest_significand(double value) {
  uint64_t bits;
  memcpy(&bits, &value, sizeof bits);
  const uint64_t fraction = bits & (((uint64_t)1 << fraction_bits) - 1);
  const int biased = (int)(bits >> fraction_bits & 0x7ff);
  /* value = c · 2^q. */
  const uint64_t c = biased ? fraction | (uint64_t)1 << fraction_bits : fraction;
  const int q = biased ? biased - 1 + least_exponent : least_exponent;
  /* Below a power of two doubles are twice as dense. */
  const int is_irregular = fraction == 0 && biased > 1;
  const int k = is_irregular ? log10_of_three_quarters_of_two(q) : log10_of_two(q);
  const int shift = q + log2_of_ten(-k) + 1;
  const struct power power = actviz_powers[-k - lowest_power];
  /* The double and the ends of its interval, in quarters of 10^k. */
  const uint64_t middle = round_to_odd(power, 4 * c << shift);
  const uint64_t left = round_to_odd(power, (4 * c - 2 + (uint64_t)is_irregular) << shift);
  const uint64_t right = round_to_odd(power, (4 * c + 2) << shift);
  /* The ends belong to it where c is even. */
  const uint64_t lower = left + (c & 1), upper = right - (c & 1);
  const uint64_t below = middle / 4;
  /* Of the multiples of 10^(k+1) one may lie within; else one of 10^k does, or both next to the double do: then it is the closer one,
     of two as close the even one. Chosen by masks rather than branches, which nobody could predict. */
  const uint64_t tens = below / 10;
  const uint64_t has_ten_below = lower <= 40 * tens, has_ten_above = 40 * tens + 40 <= upper;
  const uint64_t has_below = lower <= 4 * below, has_above = 4 * below + 4 <= upper;
  const uint64_t half = 4 * below + 2;
  const uint64_t is_above_half = (middle > half) | ((middle == half) & below & 1);
  const uint64_t both = has_below & has_above;
  const uint64_t closest = below + ((has_above & ~has_below) | (both & is_above_half) | (~(has_below | has_above) & is_above_half & 1));
  const uint64_t rounder = 10 * (tens + has_ten_above);
  const uint64_t takes_ten = -((has_ten_below ^ has_ten_above) & (below >= 10));
  return (struct decimal){(rounder & takes_ten) | (closest & ~takes_ten), k};
}
