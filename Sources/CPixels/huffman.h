#ifndef ACTVIZ_HUFFMAN_H
#define ACTVIZ_HUFFMAN_H

#include <stdint.h>

/* How long the codes of deflate's largest alphabet may be, and how many it has. */
enum { actviz_longest_code = 15, actviz_most_codes = 286 };

/* Finds the lengths of codes, at most `limit` bits, that make a text shortest in which symbols occur so often; nearly shortest where
   the limit is met. A symbol that does not occur has the length 0. At least two symbols must occur. */
void actviz_code_lengths(const uint32_t *counts, int symbols, int limit, uint8_t *lengths);

/* The codes that deflate gives to such lengths (RFC 1951, 3.2.2), their bits in the order in which they are written. */
void actviz_codes(const uint8_t *lengths, int symbols, uint16_t *codes);

#endif
