#ifndef ACTVIZ_SHORTEST_DECIMAL_H
#define ACTVIZ_SHORTEST_DECIMAL_H

#include <stddef.h>

#ifdef __cplusplus
extern "C" {
#endif

/// Writes the shortest decimal that reads back as the same finite double; returns its length.
/// `destination` has room for at least 32 bytes. Nothing is terminated.
size_t actviz_shortest_decimal(double value, char *_Nonnull destination);

#ifdef __cplusplus
}
#endif

#endif
