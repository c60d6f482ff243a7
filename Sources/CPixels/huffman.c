#include "huffman.h"

#include <stdlib.h>

struct node {
  uint64_t count;
  int symbol;
};

/* By how often they occur, and then by their numbers, so that the order never depends on the library's sort. */
static int compare(const void *first, const void *second) {
  const struct node *const a = (const struct node *)first;
  const struct node *const b = (const struct node *)second;
  if (a->count != b->count) return a->count < b->count ? -1 : 1;
  return a->symbol - b->symbol;
}

/* The depths of the leaves of a Huffman tree, for counts in rising order: leaves and inner nodes stand in two queues, both rising. */
static void find_depths(const struct node *leaves, int count, int *depths) {
  uint64_t sums[actviz_most_codes];
  int parents[2 * actviz_most_codes];
  int leaf = 0, inner = 0;
  for (int made = 0; made < count - 1; made++) {
    sums[made] = 0;
    for (int child = 0; child < 2; child++) {
      if (leaf < count && (inner == made || leaves[leaf].count <= sums[inner])) {
        sums[made] += leaves[leaf].count;
        parents[leaf++] = made;
      } else {
        sums[made] += sums[inner];
        parents[actviz_most_codes + inner++] = made;
      }
    }
  }
  int inner_depths[actviz_most_codes];
  inner_depths[count - 2] = 0;
  for (int node = count - 3; node >= 0; node--) {
    inner_depths[node] = inner_depths[parents[actviz_most_codes + node]] + 1;
  }
  for (int node = 0; node < count; node++) depths[node] = inner_depths[parents[node]] + 1;
}

void actviz_code_lengths(const uint32_t *counts, int symbols, int limit, uint8_t *lengths) {
  struct node leaves[actviz_most_codes];
  int depths[actviz_most_codes];
  int count = 0;
  for (int symbol = 0; symbol < symbols; symbol++) {
    lengths[symbol] = 0;
    if (counts[symbol]) leaves[count++] = (struct node){counts[symbol], symbol};
  }
  qsort(leaves, (size_t)count, sizeof leaves[0], compare);
  find_depths(leaves, count, depths);
  /* Where codes are cut to the limit, they claim more than there is: the rarest of those that can still grow make room. `room` counts
     in codes of the longest kind. */
  int64_t room = (int64_t)1 << limit;
  for (int leaf = 0; leaf < count; leaf++) {
    if (depths[leaf] > limit) depths[leaf] = limit;
    room -= (int64_t)1 << (limit - depths[leaf]);
  }
  for (int leaf = 0; room < 0; leaf++) {
    while (room < 0 && depths[leaf] < limit) {
      depths[leaf]++;
      room += (int64_t)1 << (limit - depths[leaf]);
    }
  }
  /* And what is left over goes to the most frequent for which it is enough. */
  for (int leaf = count - 1; leaf >= 0; leaf--) {
    while (depths[leaf] > 1 && room >= (int64_t)1 << (limit - depths[leaf])) {
      room -= (int64_t)1 << (limit - depths[leaf]);
      depths[leaf]--;
    }
  }
  for (int leaf = 0; leaf < count; leaf++) lengths[leaves[leaf].symbol] = (uint8_t)depths[leaf];
}

void actviz_codes(const uint8_t *lengths, int symbols, uint16_t *codes) {
  unsigned next = 0;
  for (int length = 1; length <= actviz_longest_code; length++, next <<= 1) {
    for (int symbol = 0; symbol < symbols; symbol++) {
      if (lengths[symbol] != length) continue;
      unsigned reversed = 0;
      for (int bit = 0; bit < length; bit++) reversed |= (next >> bit & 1) << (length - 1 - bit);
      codes[symbol] = (uint16_t)reversed;
      next++;
    }
  }
}
