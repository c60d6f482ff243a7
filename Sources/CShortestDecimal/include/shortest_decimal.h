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

/// Reads the decimal at the start of a text of `length` bytes, to the nearest double; returns how many bytes it takes.
/// 0 where none is there, where it has more than 19 digits, is too near to a tie to be told by 128 bits of its power of ten, or is
/// below 1e-292 or above 1e288. What stands behind it may belong to it in other notations.
size_t actviz_read_decimal(const char *_Nonnull text, size_t length, double *_Nonnull value);

/// Reads the number at the start of a text as `strtod` does, to the nearest double, and as it does in the language of C; returns
/// how many bytes it takes, 0 where none is there.
/// The text has `length` bytes, and behind them at least one that belongs to no number.
size_t actviz_read_number(const char *_Nonnull text, size_t length, double *_Nonnull value);

#ifdef __cplusplus
}
#endif

#endif
