#include "block_header.h"

/* The alphabet in which a header tells the lengths of codes (RFC 1951, 3.2.7): 0 to 15 as they are, and three kinds of runs. */
enum { header_symbols = 19, run_of_same = 16, short_run_of_none = 17, long_run_of_none = 18, longest_header_code = 7 };

/* The order in which the lengths of the header's own codes stand: those that occur seldom last. */
static const uint8_t order[header_symbols] = {16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15};

/* Tells lengths as symbols with the bits behind them; returns how many. */
static int find_parts(const uint8_t *lengths, int count, struct part *parts) {
  int found = 0;
  for (int at = 0; at < count;) {
    int same = 1;
    while (at + same < count && lengths[at + same] == lengths[at]) same++;
    const int goes_on = at > 0 && lengths[at] == lengths[at - 1];
    if (lengths[at] == 0 && same >= 11) {
      if (same > 138) same = 138;
      parts[found++] = (struct part){long_run_of_none, 7, (unsigned)(same - 11)};
    } else if (lengths[at] == 0 && same >= 3) {
      parts[found++] = (struct part){short_run_of_none, 3, (unsigned)(same - 3)};
    } else if (goes_on && same >= 3) {
      if (same > 6) same = 6;
      parts[found++] = (struct part){run_of_same, 2, (unsigned)(same - 3)};
    } else {
      same = 1;
      parts[found++] = (struct part){lengths[at], 0, 0};
    }
    at += same;
  }
  return found;
}

uint64_t actviz_write_header(struct bits *bits, const struct block_code *code, int is_last) {
  struct part parts[actviz_most_codes + distances];
  const int count = find_parts(code->lengths, code->symbols + code->far_symbols, parts);
  /* No header is so plain that it needs one symbol alone, of which no code could be made. */
  uint32_t counts[header_symbols] = {0};
  for (int at = 0; at < count; at++) counts[parts[at].symbol]++;
  uint8_t lengths[header_symbols];
  uint16_t codes[header_symbols] = {0};
  actviz_code_lengths(counts, header_symbols, longest_header_code, lengths);
  actviz_codes(lengths, header_symbols, codes);
  int stated = header_symbols;
  while (lengths[order[stated - 1]] == 0) stated--;
  if (stated < 4) stated = 4;
  uint64_t size = 3 + 5 + 5 + 4 + 3 * (uint64_t)stated;
  for (int at = 0; at < count; at++) size += lengths[parts[at].symbol] + (uint64_t)parts[at].extra;
  if (!bits) return size;
  const uint64_t dynamic = 2;
  put(bits, (uint64_t)is_last | dynamic << 1, 3);
  put(bits, (uint64_t)(code->symbols - 257), 5);
  put(bits, (uint64_t)(code->far_symbols - 1), 5);
  put(bits, (uint64_t)(stated - 4), 4);
  for (int at = 0; at < stated; at++) put(bits, lengths[order[at]], 3);
  for (int at = 0; at < count; at++) {
    put(bits, codes[parts[at].symbol], lengths[parts[at].symbol]);
    put(bits, parts[at].value, (unsigned)parts[at].extra);
  }
  return size;
}
