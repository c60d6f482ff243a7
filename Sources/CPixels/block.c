#include "block.h"

#include "block_header.h"

#include <string.h>

enum { end_of_block = 256, first_length = 257, last_length = 285 };

/* Four symbols for each power of two, but the longest match has one of its own (RFC 1951, 3.2.5). */
static struct part length_part(int length) {
  if (length == longest_match) return (struct part){last_length, 0, 0};
  struct part part = part_of((unsigned)(length - shortest_match), 2);
  part.symbol += first_length;
  return part;
}

/* Not every reader takes a block with fewer than two codes of distances (RFC 1951, 3.2.7, allows it): two there are in any case. */
static void have_two(uint32_t *uses) {
  int used = 0;
  for (int symbol = 0; symbol < distances; symbol++) used += uses[symbol] > 0;
  for (int symbol = 0; used < 2; symbol++) {
    if (uses[symbol]) continue;
    uses[symbol] = 1;
    used++;
  }
}

/* How many symbols there are up to the last one that is used. */
static int count_used(const uint32_t *uses, int most) {
  while (uses[most - 1] == 0) most--;
  return most;
}

void actviz_find_code(const struct block_counts *counts, struct block_code *code) {
  uint32_t uses[actviz_most_codes] = {0}, far_uses[distances];
  memcpy(uses, counts->heads, token_match * sizeof uses[0]);
  memcpy(far_uses, counts->distances, sizeof far_uses);
  uses[end_of_block] = 1;
  for (int length = shortest_match; length <= longest_match; length++) {
    uses[length_part(length).symbol] += counts->heads[token_match + length];
  }
  have_two(far_uses);
  code->symbols = count_used(uses, actviz_most_codes);
  code->far_symbols = count_used(far_uses, distances);
  uint8_t lengths[actviz_most_codes], *const far_lengths = code->lengths + code->symbols;
  uint16_t codes[actviz_most_codes] = {0}, far_codes[distances] = {0};
  actviz_code_lengths(uses, actviz_most_codes, actviz_longest_code, lengths);
  memcpy(code->lengths, lengths, (size_t)code->symbols);
  actviz_code_lengths(far_uses, code->far_symbols, actviz_longest_code, far_lengths);
  actviz_codes(lengths, actviz_most_codes, codes);
  actviz_codes(far_lengths, code->far_symbols, far_codes);
  code->end = (struct code){codes[end_of_block], lengths[end_of_block]};
  code->size = actviz_write_header(NULL, code, 0) + code->end.count;
  for (int head = 0; head < token_heads; head++) {
    if (counts->heads[head] == 0) continue;
    const struct part part = head < token_match ? (struct part){head, 0, 0} : length_part(head - token_match);
    const unsigned count = lengths[part.symbol];
    code->heads[head] = (struct code){codes[part.symbol] | (uint64_t)part.value << count, count + (unsigned)part.extra};
    code->size += (uint64_t)counts->heads[head] * code->heads[head].count;
  }
  for (int symbol = 0; symbol < code->far_symbols; symbol++) {
    code->distances[symbol] = (struct code){far_codes[symbol], far_lengths[symbol]};
    const unsigned extra = symbol < 4 ? 0 : (unsigned)symbol / 2 - 1;
    code->size += (uint64_t)counts->distances[symbol] * (far_lengths[symbol] + extra);
  }
}

void actviz_write_block(struct bits *bits, const struct block_code *code, const token *tokens, size_t count, int is_last) {
  actviz_write_header(bits, code, is_last);
  for (size_t at = 0; at < count; at++) {
    const token token = tokens[at];
    struct code all = code->heads[token & ((1u << token_distance_shift) - 1)];
    if (token >= token_match) {
      const struct part part = distance_part(token >> token_distance_shift);
      const struct code far = code->distances[part.symbol];
      all.bits |= (far.bits | (uint64_t)part.value << far.count) << all.count;
      all.count += far.count + (unsigned)part.extra;
    }
    put(bits, all.bits, all.count);
  }
  put(bits, code->end.bits, code->end.count);
}
