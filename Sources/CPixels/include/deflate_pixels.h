#ifndef ACTVIZ_DEFLATE_PIXELS_H
#define ACTVIZ_DEFLATE_PIXELS_H

#include <stddef.h>
#include <stdint.h>

/// The pixels of a picture, row by row from the top.
struct actviz_pixels {
  const uint32_t *_Nonnull words;
  size_t width;
  size_t height;
  /// From the start of a row to that of the next one, in words.
  size_t stride;
  /// 0 where a word is 0x..RRGGBB; else it is 0xAARRGGBB, its colours multiplied by their opacity, as PNG does not have them.
  int has_alpha;
};

/// Bytes on the heap; whoever receives them frees `data`.
struct actviz_bytes {
  unsigned char *_Nullable data;
  size_t count;
  size_t capacity;
};

/// Compresses pixels into what the IDAT chunk of a PNG of eight bits a channel holds: a zlib stream (RFC 1950) of filtered rows. The
/// same pixels give the same bytes everywhere. Matches are sought with the pixel to the left and the row above, and where neither
/// is equal in the place where the same two pixels were met last.
///
/// Returns 0, or 1 where there is not enough memory; `bytes->data` must be freed either way.
int actviz_deflate_pixels(struct actviz_pixels pixels, struct actviz_bytes *_Nonnull bytes);

#endif
