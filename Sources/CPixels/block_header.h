#ifndef ACTVIZ_BLOCK_HEADER_H
#define ACTVIZ_BLOCK_HEADER_H

#include "block.h"

/* Writes the header of a block, or finds only how many bits it takes where `bits` is NULL. */
uint64_t actviz_write_header(struct bits *bits, const struct block_code *code, int is_last);

#endif
