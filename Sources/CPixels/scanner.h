#ifndef ACTVIZ_SCANNER_H
#define ACTVIZ_SCANNER_H

#include "block.h"
#include "include/deflate_pixels.h"
#include "pixel_bytes.h"

#include <stddef.h>
#include <stdint.h>

/* A pixel that was met: its column, and its row counted from 1; 0 where there is none. */
struct place {
  uint32_t x;
  uint32_t row;
};

/* Rows of pixels on their way into tokens. */
struct scanner {
  struct actviz_pixels pixels;
  enum word_form form;
  size_t bytes_per_pixel;
  /* The bytes of a row, the number of its filter before them. */
  size_t length;
  /* Where pixels were met that equal neither neighbour, by what stands there. */
  struct place *places;
  /* The sum of the last row's bytes, and their sum weighted by how many bytes of the row begin with them: what Adler's checksum
     adds for a row. */
  uint64_t sum, weighted;
  /* The two halves of Adler's checksum. */
  uint64_t adler_low, adler_high;
  /* How many bytes up to here equal those of the row above, and are in no token yet. */
  size_t above;
  token *tokens;
  size_t count;
  struct block_counts counts;
};

/* Begins at the first row; returns 0, or 1 where there is not enough memory. `actviz_end_scan` frees it either way. There is room
   for the tokens of one row more than `tokens`. */
int actviz_begin_scan(struct scanner *scanner, struct actviz_pixels pixels, size_t tokens);
void actviz_end_scan(struct scanner *scanner);

/* Appends the tokens of a row; those of its end may follow with the next row. */
void actviz_scan_row(struct scanner *scanner, size_t y);

/* Appends the tokens that are not there yet. */
void actviz_complete_tokens(struct scanner *scanner);

/* The bytes of a row, that of its filter first. */
void actviz_pack_row(const struct scanner *scanner, size_t y, unsigned char *row);

#endif
