#include "shortest_decimal.h"

#include "powers.h"

#include <stdlib.h>
#include <string.h>

/* The decimals that are read here have so many digits that a word holds them, whatever they are. */
enum { most_digits = 19 };
/* No such decimal is beyond the largest double, nor below the least that has all its bits: from 10^-292 to 10^19 · 10^288. */
enum { least_exponent = lowest_power, greatest_exponent = 288 };

/* Eight bytes, the first in the lowest one. */
static inline uint64_t eight_bytes(const char *text) {
  uint64_t word;
  memcpy(&word, text, sizeof word);
#if __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__
  word = __builtin_bswap64(word);
#endif
  return word;
}

/* Whether all bytes are digits: 0x30 to 0x39, which 6 more leaves below 0x40. */
static inline int are_digits(uint64_t bytes) {
  const uint64_t upper_halves = 0xf0f0f0f0f0f0f0f0, threes = 0x3030303030303030;
  return (bytes & upper_halves) == threes && ((bytes + 0x0606060606060606) & upper_halves) == threes;
}

/* The number that eight digits write: neighbours are put together to pairs, these to fours, and these to all. */
static inline uint64_t number_of(uint64_t digits) {
  digits = (digits & 0x0f0f0f0f0f0f0f0f) * (1 + (10 << 8)) >> 8;
  digits = (digits & 0x00ff00ff00ff00ff) * (1 + (100 << 16)) >> 16;
  return (digits & 0x0000ffff0000ffff) * (1 + ((uint64_t)10000 << 32)) >> 32;
}

static inline int is_digit(char character) { return (unsigned char)(character - '0') < 10; }

/* Goes on with a number by the digits at a place, of which those beyond most_digits are lost; returns the place behind them. */
static inline const char *add_digits(uint64_t *number, const char *place, const char *end) {
  while (end - place >= 8) {
    const uint64_t bytes = eight_bytes(place);
    if (!are_digits(bytes)) break;
    *number = *number * 100000000 + number_of(bytes);
    place += 8;
  }
  while (place < end && is_digit(*place)) *number = *number * 10 + (uint64_t)(*place++ - '0');
  return place;
}

/* significand · 10^exponent as the nearest double, into its bits; 0 where more than these bits of the power must decide.

   The power is cut to 128 bits, so that the product is too small by less than the significand's own last bit, which is one unit of
   the 128 bits that are kept of it; what was cut off of the product itself is less than another one. Where the 53 bits of the result
   are the same at both ends of so small an interval, they are right; a tie is at its lower end, and never taken for decided. */
static int nearest_double(uint64_t significand, int exponent, uint64_t *bits) {
  const int shift = __builtin_clzll(significand);
  const struct power power = actviz_powers[exponent - lowest_power];
  const unsigned __int128 factor = ((unsigned __int128)power.high << 64 | power.low) - 1;
  const uint64_t scaled = significand << shift;
  const unsigned __int128 low = (unsigned __int128)(uint64_t)factor * scaled;
  const unsigned __int128 product = (unsigned __int128)(uint64_t)(factor >> 64) * scaled + (uint64_t)(low >> 64);
  /* The highest bit or the one below it is set. */
  const int dropped = 128 - 53 - !(product >> 127);
  const unsigned __int128 half = (unsigned __int128)1 << (dropped - 1);
  const unsigned __int128 rest = product & (2 * half - 1);
  if (rest == half || rest == half - 1) return 0;
  const uint64_t rounded = (uint64_t)(product >> dropped) + (rest > half);
  /* The exponent of the last bit. The highest bit, which is not kept, and a carry beyond it, count in that of the double. */
  const int last = dropped + 64 - shift + log2_of_ten(exponent) - 127;
  *bits = ((uint64_t)(last + 1074) << 52) + rounded;
  return 1;
}

size_t actviz_read_decimal(const char *text, size_t length, double *value) {
  const char *const end = text + length;
  const char *place = text;
  const int is_negative = length > 0 && *place == '-';
  if (length > 0 && (*place == '-' || *place == '+')) place++;
  uint64_t significand = 0;
  const char *const first = place;
  place = add_digits(&significand, place, end);
  ptrdiff_t count = place - first, behind = 0;
  if (place < end && *place == '.') {
    const char *const point = place + 1;
    place = add_digits(&significand, point, end);
    behind = place - point;
    count += behind;
  }
  if (count == 0) return 0;
  if (count > most_digits) {
    /* Zeros in front are no digits that count. */
    for (const char *zero = first; zero < end && (*zero == '0' || *zero == '.'); zero++) count -= *zero == '0';
    if (count > most_digits) return 0;
  }
  int exponent = 0;
  if (place < end && (*place | 0x20) == 'e') {
    const int is_down = ++place < end && *place == '-';
    if (place < end && (*place == '-' || *place == '+')) place++;
    const char *const start = place;
    while (place < end && is_digit(*place) && place - start < 5) exponent = exponent * 10 + (*place++ - '0');
    if (place == start || (place < end && is_digit(*place))) return 0;
    if (is_down) exponent = -exponent;
  }
  uint64_t bits = 0;
  if (significand != 0) {
    /* No file has so many zeros behind its point. */
    if (behind > 100000) return 0;
    exponent -= (int)behind;
    if (exponent < least_exponent || exponent > greatest_exponent) return 0;
    if (!nearest_double(significand, exponent, &bits)) return 0;
  }
  bits |= (uint64_t)is_negative << 63;
  memcpy(value, &bits, sizeof bits);
  return (size_t)(place - text);
}

size_t actviz_read_number(const char *text, size_t length, double *value) {
  const size_t plain = actviz_read_decimal(text, length, value);
  if (plain > 0 && plain == length) return plain;
  char *end;
  *value = strtod(text, &end);
  return (size_t)(end - text);
}
