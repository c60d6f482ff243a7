#ifndef ACTVIZ_BITS_H
#define ACTVIZ_BITS_H

#include <stdint.h>
#include <string.h>

/* Bits on their way into bytes, from the lowest up, as deflate has them. Up to eight bytes behind `place` are written to. */
struct bits {
  unsigned char *place;
  uint64_t waiting;
  unsigned count;
};

/* Appends at most 56 bits; those of `value` above them are 0. */
static inline void put(struct bits *bits, uint64_t value, unsigned count) {
  bits->waiting |= value << bits->count;
  bits->count += count;
  /* All eight at once: whole bytes are kept, the others written again. */
  uint64_t lowest_first = bits->waiting;
#if __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__
  lowest_first = __builtin_bswap64(lowest_first);
#endif
  memcpy(bits->place, &lowest_first, sizeof lowest_first);
  bits->place += bits->count >> 3;
  bits->waiting >>= bits->count & ~7u;
  bits->count &= 7;
}

/* Fills the byte that has begun with zeros. */
static inline void put_to_byte(struct bits *bits) {
  if (bits->count) put(bits, 0, 8 - bits->count);
}

#endif
