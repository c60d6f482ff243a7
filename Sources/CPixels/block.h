#ifndef ACTVIZ_BLOCK_H
#define ACTVIZ_BLOCK_H

#include "bits.h"
#include "huffman.h"

#include <stddef.h>
#include <stdint.h>

enum { shortest_match = 3, longest_match = 258, window = 32768 };

/* A byte, or a match: how many bytes are those so far before. */
typedef uint32_t token;
enum { token_match = 256, token_heads = token_match + longest_match + 1, token_distance_shift = 16, distances = 30 };

static inline token match_of(size_t length, size_t distance) {
  return (token)(token_match + length) | (token)(distance - 1) << token_distance_shift;
}

/* A symbol and the bits behind it. */
struct part {
  int symbol;
  int extra;
  unsigned value;
};

/* How deflate writes a number whose least one has the symbol 0: `1 << fineness` symbols for each power of two (RFC 1951, 3.2.5). */
static inline struct part part_of(unsigned number, int fineness) {
  if (number < 2u << fineness) return (struct part){(int)number, 0, 0};
  const int extra = 31 - __builtin_clz(number) - fineness;
  return (struct part){(extra << fineness) + (int)(number >> extra), extra, number & ((1u << extra) - 1)};
}

static inline struct part distance_part(unsigned less_one) { return part_of(less_one, 1); }

/* How often what occurs in a block. */
struct block_counts {
  /* Bytes, and matches of each length. */
  uint32_t heads[token_heads];
  /* Distances by their symbols. */
  uint32_t distances[distances];
};

/* Some bits, and how many they are. */
struct code {
  uint64_t bits;
  unsigned count;
};

/* How a block is written. */
struct block_code {
  struct code heads[token_heads];
  struct code distances[distances];
  struct code end;
  /* The lengths of the codes, as the header has them: those of bytes, the end and lengths, then those of distances. */
  uint8_t lengths[actviz_most_codes + distances];
  int symbols;
  int far_symbols;
  /* How many bits the whole block takes. */
  uint64_t size;
};

/* The codes in which a block is shortest. */
void actviz_find_code(const struct block_counts *counts, struct block_code *code);

/* Writes a block of so many tokens, which takes `code->size` bits. */
void actviz_write_block(struct bits *bits, const struct block_code *code, const token *tokens, size_t count, int is_last);

#endif
