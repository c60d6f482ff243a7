#include "shortest_decimal.h"

#include "shortest_significand.h"

#include <string.h>

/* Every whole number up to here is a double, so that its plain digits are the shortest ones too. */
static const double largest_plain_integer = 9007199254740992.0; /* 2^53 */

/* Digits of a decimal are 17: one, and sixteen in two words, of which the first stands in the lowest byte. */
enum { all_digits = 17 };
struct digits {
  char first;
  uint64_t words[2];
};

static const uint64_t zeros = 0x3030303030303030;

/* Eight digits of a number below 10^8, as numbers from 0 to 9, the first in the lowest byte: halves, quarters and digits are parted
   all at once, by multiplication with reciprocals that are exact for so few digits. */
static inline uint64_t eight_digits(uint32_t number) {
  const uint64_t halves = number / 10000 | (uint64_t)(number % 10000) << 32;
  /* 10486 / 2^20 is 1/100 for numbers below 10,000, 103 / 2^10 is 1/10 for those below 100. */
  const uint64_t hundreds = (halves * 10486 >> 20) & 0x0000007f0000007f;
  const uint64_t quarters = (halves << 16) - ((100 << 16) - 1) * hundreds;
  const uint64_t tens = (quarters * 103 >> 10) & 0x000f000f000f000f;
  return (quarters << 8) - ((10 << 8) - 1) * tens;
}

/* How many zeros stand at the end of a word's digits. */
static inline int zeros_at_end(uint64_t digits) { return digits ? __builtin_clzll(digits) / 8 : 8; }

/* Stores eight bytes, the lowest one first. */
static inline void store(char *place, uint64_t word) {
#if __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__
  word = __builtin_bswap64(word);
#endif
  memcpy(place, &word, sizeof word);
}

/* Writes a whole number plainly, with zeros before it where it has fewer than `least` digits; returns the length. */
static size_t write_whole(uint64_t number, size_t least, char *destination) {
  char reversed[20];
  size_t length = 0;
  for (; number > 0 || length < least; number /= 10) reversed[length++] = (char)('0' + number % 10);
  for (size_t index = 0; index < length; index++) destination[index] = reversed[length - 1 - index];
  return length;
}

/* Writes a whole number from 2^53 to 2^73: all its digits, as if by printf. */
static size_t write_large(double value, char *destination) {
  const uint64_t lowest_ten = 10000000000;
  const unsigned __int128 number = (unsigned __int128)value;
  const size_t length = write_whole((uint64_t)(number / lowest_ten), 1, destination);
  return length + write_whole((uint64_t)(number % lowest_ten), 10, destination + length);
}

/* Writes digits with a point behind the first `whole` of them; returns the length. */
static size_t write_fixed(struct digits digits, int count, int whole, char *place) {
  if (whole <= 0) {
    memcpy(place, "0.000000", 8);
    place += 2 - whole;
    *place = digits.first;
    store(place + 1, digits.words[0]);
    store(place + 9, digits.words[1]);
    return (size_t)(2 - whole + count);
  }
  if (whole > 1) {
    char all[24];
    all[0] = digits.first;
    store(all + 1, digits.words[0]);
    store(all + 9, digits.words[1]);
    memcpy(place, all, (size_t)whole);
    memcpy(place + whole + 1, all + whole, (size_t)(count - whole));
  } else {
    place[0] = digits.first;
    store(place + 2, digits.words[0]);
    store(place + 10, digits.words[1]);
  }
  place[whole] = '.';
  return (size_t)(count + 1);
}

/* Writes one digit, a point, the others and a power of ten; returns the length. */
static size_t write_scientific(struct digits digits, int count, int exponent, char *place) {
  const char *const start = place;
  place[0] = digits.first;
  place[1] = '.';
  store(place + 2, digits.words[0]);
  store(place + 10, digits.words[1]);
  place += count > 1 ? count + 1 : 1;
  *place++ = 'e';
  *place++ = exponent < 0 ? '-' : '+';
  const int size = exponent < 0 ? -exponent : exponent;
  if (size >= 100) *place++ = (char)('0' + size / 100);
  *place++ = (char)('0' + size / 10 % 10);
  *place++ = (char)('0' + size % 10);
  return (size_t)(place - start);
}

static size_t write_positive(double value, char *destination) {
  struct decimal decimal = actviz_shortest_significand(value);
  const uint64_t lowest = 10000000000000000; /* the least number of 17 digits */
  /* One digit is missing as often as not, so that a branch would be mispredicted; more of them in subnormal numbers alone. */
  const uint64_t is_short = decimal.significand < lowest;
  decimal.significand += 9 * decimal.significand & -is_short;
  decimal.exponent -= (int)is_short;
  while (decimal.significand < lowest) {
    decimal.significand *= 10;
    decimal.exponent--;
  }
  const uint32_t eight = 100000000;
  const uint32_t upper = (uint32_t)(decimal.significand / eight), lower = (uint32_t)(decimal.significand - (uint64_t)upper * eight);
  const uint32_t leading = upper / eight;
  const uint64_t words[2] = {eight_digits(upper - leading * eight), eight_digits(lower)};
  const int dropped = words[1] ? zeros_at_end(words[1]) : 8 + zeros_at_end(words[0]);
  const int count = all_digits - dropped;
  /* The power of ten of the last digit, and of the first. */
  const int last = decimal.exponent + dropped, first = decimal.exponent + all_digits - 1;
  const struct digits digits = {(char)('0' + leading), {words[0] | zeros, words[1] | zeros}};
  /* A power of ten takes four characters or more, the point of more than one digit another. */
  const int is_single = count == 1;
  if (last < -count - 3 + is_single || last > 5 - is_single) return write_scientific(digits, count, first, destination);
  if (last >= 0) return write_large(value, destination);
  return write_fixed(digits, count, first + 1, destination);
}

size_t actviz_shortest_decimal(double value, char *destination) {
  char *place = destination;
  uint64_t bits;
  memcpy(&bits, &value, sizeof bits);
  *place = '-';
  place += bits >> 63;
  const double size = __builtin_fabs(value);
  if (size <= largest_plain_integer) {
    const int64_t whole = (int64_t)size;
    if ((double)whole == size) return (size_t)(place - destination) + write_whole((uint64_t)whole, 1, place);
  }
  return (size_t)(place - destination) + write_positive(size, place);
}
