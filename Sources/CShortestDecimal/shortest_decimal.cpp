#include "shortest_decimal.h"

#include <charconv>

size_t actviz_shortest_decimal(double value, char *destination) {
  return static_cast<size_t>(std::to_chars(destination, destination + 32, value).ptr - destination);
}
