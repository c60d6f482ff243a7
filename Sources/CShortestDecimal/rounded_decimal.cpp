#include "shortest_decimal.h"

#include <charconv>

size_t actviz_rounded_decimal(double value, int digits, char *destination) {
  return static_cast<size_t>(
      std::to_chars(destination, destination + 32, value, std::chars_format::general, digits).ptr - destination);
}
