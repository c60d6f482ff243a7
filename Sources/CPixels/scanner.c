#include "scanner.h"

#include <stdlib.h>
#include <string.h>

/* PNG's number of the filter that changes nothing. Any other makes a plot's file longer, rows too wide for a match with the one
   above included. */
enum { filter_none = 0 };
/* How many places are kept, as a power of two: on plots half as many make pictures a hundredth longer, four times as many hardly
   shorter. */
enum { place_bits = 13 };

int actviz_begin_scan(struct scanner *scanner, struct actviz_pixels pixels, size_t tokens) {
  memset(scanner, 0, sizeof *scanner);
  scanner->pixels = pixels;
  scanner->form = pixels.has_alpha ? premultiplied : rgb;
  scanner->bytes_per_pixel = pixels.has_alpha ? 4 : 3;
  scanner->length = 1 + pixels.width * scanner->bytes_per_pixel;
  scanner->adler_low = 1;
  scanner->places = (struct place *)calloc((size_t)1 << place_bits, sizeof(struct place));
  /* A row has at most a token for each byte, and one for what remained of those above. */
  scanner->tokens = (token *)malloc((tokens + scanner->length + 1) * sizeof(token));
  return !scanner->places || !scanner->tokens;
}

void actviz_end_scan(struct scanner *scanner) {
  free(scanner->places);
  free(scanner->tokens);
}

void actviz_pack_row(const struct scanner *scanner, size_t y, unsigned char *row) {
  const uint32_t *const words = scanner->pixels.words + y * scanner->pixels.stride;
  *row++ = filter_none;
  for (size_t x = 0; x < scanner->pixels.width; x++) {
    const uint32_t bytes = bytes_of(words[x], scanner->form);
    for (size_t byte = 0; byte < scanner->bytes_per_pixel; byte++) *row++ = (unsigned char)(bytes >> (8 * byte));
  }
}

static inline void add_byte(struct scanner *scanner, uint32_t byte) {
  scanner->tokens[scanner->count++] = byte & 0xff;
  scanner->counts.heads[byte & 0xff]++;
}

/* Appends matches of so many bytes, which are at least the shortest one's. */
static inline void add_match(struct scanner *scanner, size_t length, size_t distance) {
  const int symbol = distance_part((unsigned)(distance - 1)).symbol;
  while (length > 0) {
    size_t part = length < longest_match ? length : longest_match;
    if (length > part && length - part < shortest_match) part -= shortest_match;
    scanner->tokens[scanner->count++] = match_of(part, distance);
    scanner->counts.heads[token_match + part]++;
    scanner->counts.distances[symbol]++;
    length -= part;
  }
}

/* Appends what equals the row above, up to here. It is at least a pixel, or the number of this row's filter alone. */
static inline void add_above(struct scanner *scanner) {
  if (scanner->above >= shortest_match) {
    add_match(scanner, scanner->above, scanner->length);
  } else if (scanner->above > 0) {
    add_byte(scanner, filter_none);
  }
  scanner->above = 0;
}

void actviz_complete_tokens(struct scanner *scanner) { add_above(scanner); }

/* Adds a pixel whose first byte is the row's byte `at` to the sums as often as `times` says, which may be -1. */
static inline void add_to_sums(struct scanner *scanner, size_t at, uint32_t bytes, int64_t times) {
  const uint32_t pairs = (bytes & 0xff00ff) + (bytes >> 8 & 0xff00ff);
  const uint64_t sum = (pairs & 0xffff) + (pairs >> 16);
  const uint64_t later = (bytes >> 8 & 0xff) + 2 * (bytes >> 16 & 0xff) + 3 * (bytes >> 24);
  scanner->sum += (uint64_t)times * sum;
  scanner->weighted += (uint64_t)times * ((scanner->length - at) * sum - later);
}

/* Puts pixels in place of those above into the sums, which change with them alone. */
static inline void change_sums(
    struct scanner *scanner, const uint32_t *line, const uint32_t *above, size_t x, size_t count, enum word_form form, size_t step) {
  for (const size_t end = x + count; x < end; x++) {
    add_to_sums(scanner, 1 + x * step, bytes_of(line[x], form), 1);
    if (above) add_to_sums(scanner, 1 + x * step, bytes_of(above[x], form), -1);
  }
}

typedef uint32_t four_words __attribute__((vector_size(16)));

/* How many words are the same in two lines from here on, in the bits of the mask. */
static inline size_t count_same(const uint32_t *line, const uint32_t *other, size_t count, uint32_t mask) {
  const uint64_t masks = (uint64_t)mask << 32 | mask;
  size_t x = 0;
  for (; x + 16 <= count; x += 16) {
    four_words words[4], others[4];
    memcpy(words, line + x, sizeof words);
    memcpy(others, other + x, sizeof others);
    const four_words differing =
        ((words[0] ^ others[0]) | (words[1] ^ others[1]) | (words[2] ^ others[2]) | (words[3] ^ others[3])) & mask;
    uint64_t halves[2];
    memcpy(halves, &differing, sizeof halves);
    if (halves[0] | halves[1]) break;
  }
  for (; x + 2 <= count; x += 2) {
    uint64_t words, others;
    memcpy(&words, line + x, sizeof words);
    memcpy(&others, other + x, sizeof others);
    if ((words ^ others) & masks) break;
  }
  return x < count && ((line[x] ^ other[x]) & mask) == 0 ? x + 1 : x;
}

/* Pixels met before that are the same from here on. */
struct earlier {
  size_t count;
  size_t distance;
};

/* Where the next two pixels were met last, which is remembered for them from now on. */
static inline struct earlier find_earlier(struct scanner *scanner, size_t y, const uint32_t *line, size_t x, uint32_t mask, size_t step) {
  const struct earlier none = {0, 0};
  const size_t width = scanner->pixels.width;
  if (width - x < 2) return none;
  const uint64_t key = (uint64_t)(line[x] & mask) << 32 | (line[x + 1] & mask);
  /* 2⁶⁴ by the golden ratio: Knuth's multiplicative hashing (The Art of Computer Programming 3, 6.4). */
  struct place *const place = &scanner->places[key * 0x9e3779b97f4a7c15 >> (64 - place_bits)];
  const struct place last = *place;
  *place = (struct place){(uint32_t)x, (uint32_t)y + 1};
  if (last.row == 0) return none;
  const size_t distance = (y + 1 - last.row) * scanner->length + (x - last.x) * step;
  if (distance > window) return none;
  const uint32_t *const other = scanner->pixels.words + (last.row - 1) * scanner->pixels.stride + last.x;
  const size_t count = count_same(line + x, other, width - (x > last.x ? x : last.x), mask);
  return count < 2 ? none : (struct earlier){count, distance};
}

/* Appends the tokens of a row, in loops of their own for each form. `above` are the words of the row above, NULL where there is none
   to match. */
static inline void scan(
    struct scanner *scanner, size_t y, const uint32_t *line, const uint32_t *above, enum word_form form, size_t step) {
  const size_t width = scanner->pixels.width;
  const uint32_t mask = form == rgb ? 0xffffff : 0xffffffff;
  if (above) {
    scanner->above++;
  } else {
    add_byte(scanner, filter_none);
    scanner->sum = scanner->weighted = 0;
  }
  for (size_t x = 0; x < width;) {
    const size_t up = above && ((line[x] ^ above[x]) & mask) == 0 ? count_same(line + x, above + x, width - x, mask) : 0;
    const size_t end = x + up;
    if (end == width) {
      scanner->above += up * step;
      break;
    }
    /* A run that goes on from the left is taken where it is longer; its distance is told in fewer bits than any other. */
    const int may_run = x > 0 && ((line[end] ^ line[x - 1]) & mask) == 0;
    const size_t run = may_run ? count_same(line + x, line + x - 1, width - x, mask) : 0;
    size_t count = run > up ? run : 0, distance = step;
    /* What stands elsewhere is looked for where neither neighbour tells much. */
    if (up <= 1 && count <= 1) {
      const struct earlier earlier = find_earlier(scanner, y, line, x, mask, step);
      if (earlier.count > up && earlier.count > count) count = earlier.count, distance = earlier.distance;
    }
    if (count == 0 && up > 0) {
      scanner->above += up * step;
      x = end;
      continue;
    }
    add_above(scanner);
    if (count > 0) {
      add_match(scanner, count * step, distance);
    } else {
      const uint32_t bytes = bytes_of(line[x], form);
      for (size_t byte = 0; byte < step; byte++) add_byte(scanner, bytes >> (8 * byte));
      count = 1;
    }
    change_sums(scanner, line, above, x, count, form, step);
    x += count;
  }
}

/* Adds the row's bytes to Adler's checksum (RFC 1950, 8.2), whose first half is the sum of all bytes, whose second the sum of what
   the first was behind each byte. */
static void add_to_checksum(struct scanner *scanner) {
  const uint64_t modulus = 65521;
  scanner->adler_high = (scanner->adler_high + scanner->length * scanner->adler_low + scanner->weighted) % modulus;
  scanner->adler_low = (scanner->adler_low + scanner->sum) % modulus;
}

void actviz_scan_row(struct scanner *scanner, size_t y) {
  const uint32_t *const words = scanner->pixels.words + y * scanner->pixels.stride;
  const uint32_t *const above = y > 0 && scanner->length <= window ? words - scanner->pixels.stride : NULL;
  if (scanner->form == rgb) {
    scan(scanner, y, words, above, rgb, 3);
  } else {
    scan(scanner, y, words, above, premultiplied, 4);
  }
  add_to_checksum(scanner);
}
