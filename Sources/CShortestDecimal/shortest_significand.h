#ifndef ACTVIZ_SHORTEST_SIGNIFICAND_H
#define ACTVIZ_SHORTEST_SIGNIFICAND_H

#include <stdint.h>

/* significand · 10^exponent. */
struct decimal {
  uint64_t significand;
  int exponent;
};

/* The decimal with the fewest digits that reads back as a positive finite double, and of those the closest to it; some zeros may
   stand at the end of its significand, which has 17 digits at most.

   By Raffaello Giulietti, "The Schubfach way to render doubles" (2020), Figure 7: of the multiples of 10^k, k so that the double's
   interval holds at least one and of 10^(k+1) at most one, those next to the double below and above are held against the interval's
   ends. All are multiplied by 10^-k in 126 bits or more, and rounded so that the last bit tells whether anything was lost. */
struct decimal actviz_shortest_significand(double value);

#endif
