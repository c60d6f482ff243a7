#include "shortest_decimal.h"

#include <charconv>
#include <cmath>
#include <cstdint>

namespace {

constexpr size_t room = 32;

/// Up to here every whole number is a double, so its plain digits are also the shortest ones.
constexpr double largest_plain_integer = 9007199254740992.0;  // 2^53

}  // namespace

size_t actviz_shortest_decimal(double value, char *destination) {
  if (std::fabs(value) <= largest_plain_integer) {
    const int64_t integer = static_cast<int64_t>(value);
    // Negative zero has to keep its sign.
    if (static_cast<double>(integer) == value && (integer != 0 || !std::signbit(value))) {
      return static_cast<size_t>(
          std::to_chars(destination, destination + room, integer).ptr - destination);
    }
  }
  return static_cast<size_t>(
      std::to_chars(destination, destination + room, value).ptr - destination);
}

size_t actviz_rounded_decimal(double value, int digits, char *destination) {
  return static_cast<size_t>(
      std::to_chars(destination, destination + room, value, std::chars_format::general, digits)
          .ptr -
      destination);
}
