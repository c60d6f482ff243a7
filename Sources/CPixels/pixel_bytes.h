#ifndef ACTVIZ_PIXEL_BYTES_H
#define ACTVIZ_PIXEL_BYTES_H

#include <stdint.h>

/* What a word holds: 0x..RRGGBB, or 0xAARRGGBB with colours multiplied by their opacity. */
enum word_form { rgb, premultiplied };

/* The bytes that a PNG has for a pixel, the first one lowest. */
static inline uint32_t bytes_of(uint32_t word, enum word_form form) {
  const uint32_t reversed = (word >> 16 & 0xff) | (word & 0xff00) | (word & 0xff) << 16;
  if (form == rgb) return reversed;
  const uint32_t alpha = word >> 24;
  if (alpha == 0xff) return reversed | alpha << 24;
  uint32_t bytes = alpha << 24;
  for (int shift = 0; alpha > 0 && shift < 24; shift += 8) {
    const uint32_t value = reversed >> shift & 0xff;
    bytes |= ((value * 255 + alpha / 2) / alpha & 0xff) << shift;
  }
  return bytes;
}

#endif
