// Holds actviz_shortest_decimal against std::to_chars, and actviz_read_number against strtod: at random doubles, and at floats.
//
//     decimals RANDOM FLOATS SEED
//
// Every place is evaluated by both, and timed in turn; the exit status is 1 where a text differs. Whole numbers up to 2^53 are plain.

#include "shortest_decimal.h"

#include <charconv>
#include <chrono>
#include <cmath>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <random>
#include <vector>

namespace {

size_t expected(double value, char *text) {
  if (std::fabs(value) <= 9007199254740992.0 && std::trunc(value) == value && !(value == 0 && std::signbit(value))) {
    return static_cast<size_t>(std::to_chars(text, text + 32, static_cast<int64_t>(value)).ptr - text);
  }
  return static_cast<size_t>(std::to_chars(text, text + 32, value).ptr - text);
}

struct Comparison {
  uint64_t count = 0, wrong = 0;
  double ours = 0, theirs = 0;
  uint64_t misread = 0;
  double our_reading = 0, their_reading = 0;

  void add(const std::vector<double> &values) {
    char text[40], other[40];
    size_t total = 0;
    auto seconds = [&](auto write, char *buffer) {
      const auto start = std::chrono::steady_clock::now();
      for (double value : values) total += write(value, buffer);
      return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
    };
    theirs += seconds(expected, other);
    ours += seconds(actviz_shortest_decimal, text);
    for (double value : values) {
      const size_t length = actviz_shortest_decimal(value, text), right = expected(value, other);
      if (length == right && std::memcmp(text, other, length) == 0) continue;
      if (wrong++ < 10) std::printf("%a: %.*s, not %.*s\n", value, int(length), text, int(right), other);
    }
    count += values.size();
    if (total == 0) std::abort();
    read(values);
  }

  // Reads what was written: by both it is the double again.
  void read(const std::vector<double> &values) {
    struct Text {
      char bytes[39];
      unsigned char length;
    };
    std::vector<Text> texts(values.size());
    for (size_t index = 0; index < values.size(); index++) {
      texts[index].length = (unsigned char)actviz_shortest_decimal(values[index], texts[index].bytes);
      texts[index].bytes[texts[index].length] = 0;
    }
    std::vector<double> found(values.size());
    auto seconds = [&](auto read) {
      const auto start = std::chrono::steady_clock::now();
      for (size_t index = 0; index < texts.size(); index++) found[index] = read(texts[index]);
      return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
    };
    their_reading += seconds([](const Text &text) { return std::strtod(text.bytes, nullptr); });
    our_reading += seconds([](const Text &text) {
      double value;
      const size_t length = actviz_read_number(text.bytes, text.length, &value);
      return length == text.length ? value : std::nan("");
    });
    for (size_t index = 0; index < values.size(); index++) {
      if (std::memcmp(&found[index], &values[index], sizeof(double)) == 0) continue;
      if (misread++ < 10) std::printf("%s is %a, not %a\n", texts[index].bytes, values[index], found[index]);
    }
  }

  void tell(const char *what) const {
    std::printf("%llu %s: %llu differ; %.1f ns each, std::to_chars %.1f, %.2f times as fast\n", (unsigned long long)count, what,
                (unsigned long long)wrong, ours / double(count) * 1e9, theirs / double(count) * 1e9, theirs / ours);
    std::printf("  read again: %llu differ; %.1f ns each, strtod %.1f, %.2f times as fast\n", (unsigned long long)misread,
                our_reading / double(count) * 1e9, their_reading / double(count) * 1e9, their_reading / our_reading);
  }
};

}  // namespace

int main(int, char **arguments) {
  const uint64_t random = std::strtoull(arguments[1], nullptr, 10), floats = std::strtoull(arguments[2], nullptr, 10);
  std::mt19937_64 generator(std::strtoull(arguments[3], nullptr, 10));
  const size_t batch = 1 << 16;
  Comparison bits, usual, narrow;
  std::vector<double> values(batch);
  for (uint64_t done = 0; done < random; done += batch) {
    for (double &value : values) {
      do {
        const uint64_t word = generator();
        std::memcpy(&value, &word, sizeof value);
      } while (!std::isfinite(value));
    }
    bits.add(values);
    for (double &value : values) value = std::ldexp(double(int64_t(generator())), -61);
    usual.add(values);
  }
  const uint64_t all = uint64_t(1) << 32, step = floats >= all ? 1 : all / (floats ? floats : 1);
  values.clear();
  for (uint64_t word = 0; floats && word < all; word += step) {
    const uint32_t narrow_word = uint32_t(word);
    float value;
    std::memcpy(&value, &narrow_word, sizeof value);
    if (std::isfinite(value)) values.push_back(value);
    if (values.size() == batch || (word + step >= all && !values.empty())) {
      narrow.add(values);
      values.clear();
    }
  }
  if (random) bits.tell("doubles of random bits"), usual.tell("doubles from -4 to 4");
  if (floats) narrow.tell("floats");
  return bits.wrong + usual.wrong + narrow.wrong + bits.misread + usual.misread + narrow.misread > 0;
}
