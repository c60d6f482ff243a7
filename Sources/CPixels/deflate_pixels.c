#include "include/deflate_pixels.h"

#include "scanner.h"

#include <stdlib.h>
#include <string.h>

enum {
  /* Tokens of a block: few enough that they stay in the cache, and so many that its header is small beside them. */
  tokens_per_block = 1 << 15,
  /* How many bytes deflate stores at a time, and what stands before them. */
  longest_stored = 65535,
  stored_header = 5,
  /* What may be written behind the last byte. */
  margin = 16,
};

/* Makes room for so many more bytes, and sets `bits` to where they go; returns 0, or 1 where there is no room. */
static int reserve(struct actviz_bytes *bytes, struct bits *bits, size_t more) {
  const size_t needed = bytes->count + more + margin;
  if (needed > bytes->capacity) {
    const size_t capacity = needed + needed / 2;
    unsigned char *const grown = (unsigned char *)realloc(bytes->data, capacity);
    if (!grown) return 1;
    bytes->data = grown;
    bytes->capacity = capacity;
  }
  bits->place = bytes->data + bytes->count;
  return 0;
}

/* How many bytes so many take that are stored as they are. */
static size_t stored_size(size_t count) {
  return count + (count + longest_stored - 1) / longest_stored * stored_header;
}

/* Writes the rows from `first` up to `last` as they are; `row` has room for one. */
static void store(struct bits *bits, struct scanner *scanner, size_t first, size_t last, int is_last, unsigned char *row) {
  const size_t length = scanner->length;
  size_t rest = (last - first) * length, part = 0;
  for (size_t y = first; y < last; y++) {
    actviz_pack_row(scanner, y, row);
    for (size_t at = 0; at < length;) {
      if (part == 0) {
        part = rest < longest_stored ? rest : longest_stored;
        put(bits, (uint64_t)(is_last && part == rest), 3);
        put_to_byte(bits);
        put(bits, part | (uint64_t)(part ^ 0xffff) << 16, 32);
      }
      const size_t count = part < length - at ? part : length - at;
      memcpy(bits->place, row + at, count);
      bits->place += count;
      at += count;
      part -= count;
      rest -= count;
    }
  }
}

/* Writes the rows from `first` up to `last`, whose tokens the scanner has, in whichever way is shorter. */
static int write_rows(struct actviz_bytes *bytes, struct bits *bits, struct scanner *scanner, size_t first, size_t last,
                      unsigned char *row) {
  const int is_last = last == scanner->pixels.height;
  struct block_code code;
  actviz_find_code(&scanner->counts, &code);
  const size_t stored = stored_size((last - first) * scanner->length), size = (size_t)(code.size + 7) / 8;
  if (reserve(bytes, bits, stored < size ? stored : size)) return 1;
  if (stored < size) {
    store(bits, scanner, first, last, is_last, row);
  } else {
    actviz_write_block(bits, &code, scanner->tokens, scanner->count, is_last);
  }
  scanner->count = 0;
  memset(&scanner->counts, 0, sizeof scanner->counts);
  bytes->count = (size_t)(bits->place - bytes->data);
  return 0;
}

static int write_all(struct actviz_bytes *bytes, struct bits *bits, struct scanner *scanner, unsigned char *row) {
  if (reserve(bytes, bits, 2)) return 1;
  /* Deflate with a window of 32,768 bytes, and a check of this header (RFC 1950, 2.2). */
  put(bits, 0x0178, 16);
  bytes->count += 2;
  const size_t height = scanner->pixels.height;
  for (size_t y = 0, first = 0; y < height; y++) {
    actviz_scan_row(scanner, y);
    if (y + 1 < height && scanner->count + scanner->above / longest_match < tokens_per_block) continue;
    actviz_complete_tokens(scanner);
    if (write_rows(bytes, bits, scanner, first, y + 1, row)) return 1;
    first = y + 1;
  }
  if (reserve(bytes, bits, 5)) return 1;
  put_to_byte(bits);
  const uint64_t checksum = scanner->adler_high << 16 | scanner->adler_low;
  for (int shift = 24; shift >= 0; shift -= 8) put(bits, checksum >> shift & 0xff, 8);
  bytes->count = (size_t)(bits->place - bytes->data);
  return 0;
}

int actviz_deflate_pixels(struct actviz_pixels pixels, struct actviz_bytes *bytes) {
  struct bits bits = {NULL, 0, 0};
  struct scanner scanner;
  int failed = actviz_begin_scan(&scanner, pixels, tokens_per_block);
  unsigned char *const row = failed ? NULL : (unsigned char *)malloc(scanner.length);
  failed = !row || write_all(bytes, &bits, &scanner, row);
  free(row);
  actviz_end_scan(&scanner);
  return failed;
}
