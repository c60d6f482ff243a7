#ifndef ACTVIZ_SHORTEST_DECIMAL_H
#define ACTVIZ_SHORTEST_DECIMAL_H

#include <stddef.h>

#ifdef __cplusplus
extern "C" {
#endif

/// Writes the shortest decimal that reads back as the same finite double; returns its length.
/// Whole numbers up to 2^53 are written plainly (100000, not 1e+05), others as `std::to_chars` does: without a power of ten where that
/// is no longer. `destination` has room for at least 32 bytes. Nothing is terminated.
size_t actviz_shortest_decimal(double value, char *_Nonnull destination);

/// Writes a finite double rounded to `digits` (1 to 17) significant digits; returns its length.
/// Trailing zeros are left away. `destination` has room for at least 32 bytes. Nothing is
/// terminated.
size_t actviz_rounded_decimal(double value, int digits, char *_Nonnull destination);

#ifdef __cplusplus
}
#endif

#endif
