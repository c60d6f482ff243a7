#ifndef ACTVIZ_CCAIRO_SHIM_H
#define ACTVIZ_CCAIRO_SHIM_H

/* For MAP_ANON and MADV_HUGEPAGE. */
#ifndef _DEFAULT_SOURCE
#define _DEFAULT_SOURCE
#endif

#include <cairo-ft.h>
#include <cairo-pdf.h>
#include <cairo.h>
#include <fcntl.h>
#include <fontconfig/fontconfig.h>
#include <limits.h>
#include <png.h>
#include <pthread.h>
#include <setjmp.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <time.h>
#include <unistd.h>

/* Zeroed memory for the pixels of an image, or NULL. Huge pages where the system has them: touching 6 MB in
   pages of 4 KB for the first time takes about four times as long. */
static inline unsigned char *actviz_map_pixels(size_t count) {
  void *pixels =
      mmap(NULL, count, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANON, -1, 0);
  if (pixels == MAP_FAILED) return NULL;
#ifdef MADV_HUGEPAGE
  madvise(pixels, count, MADV_HUGEPAGE);
#endif
  return (unsigned char *)pixels;
}

static inline void actviz_unmap_pixels(unsigned char *pixels, size_t count) {
  munmap(pixels, count);
}

/* Whether a folder can be written, or made: the nearest one above it that exists decides. */
static inline int actviz_can_write(const char *folder) {
  char path[PATH_MAX];
  if (strlen(folder) >= sizeof path) return 0;
  strcpy(path, folder);
  while (access(path, F_OK) != 0) {
    char *end = strrchr(path, '/');
    if (!end || end == path) return 0;
    *end = 0;
  }
  return access(path, W_OK) == 0;
}

/* Whether fontconfig can keep a list of fonts for the next time. */
static inline int actviz_can_keep_fonts(FcConfig *configuration) {
  FcStrList *folders = FcConfigGetCacheDirs(configuration);
  if (!folders) return 0;
  int can = 0;
  for (FcChar8 *folder; !can && (folder = FcStrListNext(folders));) can = actviz_can_write((const char *)folder);
  FcStrListDone(folders);
  return can;
}

/* Lists the fonts of a configuration, as FcConfigBuildFonts does, but says nothing where the list cannot be kept for the next
   time: in a container, or without a home. Fontconfig cannot be told so; what it says goes into a pipe that nobody reads.
   Standard error is the whole process's, so it is left alone wherever there is nothing to say, and taken by one thread at a time:
   a second one would give back the first one's pipe, and who then writes there is ended by a signal. */
static inline FcBool actviz_build_fonts(FcConfig *configuration) {
  static pthread_mutex_t taken = PTHREAD_MUTEX_INITIALIZER;
  if (actviz_can_keep_fonts(configuration)) return FcConfigBuildFonts(configuration);
  pthread_mutex_lock(&taken);
  int ends[2] = {-1, -1};
  const int kept = dup(STDERR_FILENO);
  const int is_quiet = kept >= 0 && pipe(ends) == 0 && fcntl(ends[1], F_SETFL, O_NONBLOCK) == 0 &&
                       dup2(ends[1], STDERR_FILENO) >= 0;
  const FcBool built = FcConfigBuildFonts(configuration);
  if (is_quiet) dup2(kept, STDERR_FILENO);
  if (kept >= 0) close(kept);
  for (int end = 0; end < 2; end++) {
    if (ends[end] >= 0) close(ends[end]);
  }
  pthread_mutex_unlock(&taken);
  return built;
}

/* Bytes on the heap; whoever receives them frees `data`. */
struct actviz_bytes {
  unsigned char *data;
  size_t count;
  size_t capacity;
};

static inline void actviz_png_append(png_structp png, png_bytep data, size_t count) {
  struct actviz_bytes *bytes = (struct actviz_bytes *)png_get_io_ptr(png);
  if (bytes->count + count > bytes->capacity) {
    size_t capacity = 2 * bytes->capacity + count + 65536;
    unsigned char *grown = (unsigned char *)realloc(bytes->data, capacity);
    if (!grown) png_error(png, "out of memory");
    bytes->data = grown;
    bytes->capacity = capacity;
  }
  memcpy(bytes->data + bytes->count, data, count);
  bytes->count += count;
}

static inline void actviz_png_flush(png_structp png) { (void)png; }

/* libpng prints its messages to standard error by default; the status says enough. */
static inline void actviz_png_failed(png_structp png, png_const_charp message) {
  (void)message;
  png_longjmp(png, 1);
}

static inline void actviz_png_warned(png_structp png, png_const_charp message) {
  (void)png;
  (void)message;
}

/* One row of Cairo's format RGB24 as PNG has it. A pixel is a machine word 0x00RRGGBB. Packing a row here is a
   tenth of the time faster than libpng's own transformations. */
static inline void actviz_pack_rgb(const uint32_t *line, int width, unsigned char *row) {
  for (int x = 0; x < width; x++) {
    row[3 * x] = (unsigned char)(line[x] >> 16);
    row[3 * x + 1] = (unsigned char)(line[x] >> 8);
    row[3 * x + 2] = (unsigned char)line[x];
  }
}

/* One row of Cairo's format ARGB32, whose colours are multiplied by their opacity, as PNG has it, where they
   are not. */
static inline void actviz_pack_rgba(const uint32_t *line, int width, unsigned char *row) {
  for (int x = 0; x < width; x++) {
    const uint32_t alpha = line[x] >> 24;
    for (int part = 0; part < 3; part++) {
      const uint32_t value = line[x] >> (16 - 8 * part) & 0xff;
      row[4 * x + part] = (unsigned char)(alpha ? (value * 255 + alpha / 2) / alpha : 0);
    }
    row[4 * x + 3] = (unsigned char)alpha;
  }
}

/* Pixels of a Cairo image surface: RGB24, or ARGB32 where `has_alpha`. */
struct actviz_image {
  const unsigned char *pixels;
  int width;
  int height;
  int stride;
  int has_alpha;
  /* How dense to print it; 0 where nobody knows. */
  uint32_t pixels_per_metre;
};

/* A moment, in seconds since 1970, as 2000-01-01T00:00:00Z. */
static inline void actviz_iso8601(int64_t seconds, char text[32]) {
  time_t moment = (time_t)seconds;
  struct tm parts;
  gmtime_r(&moment, &parts);
  strftime(text, 32, "%Y-%m-%dT%H:%M:%SZ", &parts);
}

/* A text that a PNG carries: UTF-8 under a keyword. */
struct actviz_text {
  char *key;
  char *text;
};

/* Texts as uncompressed iTXt chunks, and a date in seconds since 1970 where it is not negative. */
static inline void actviz_png_describe(
    png_structp png, png_infop info, const struct actviz_text *texts, int count, int64_t date) {
  for (int index = 0; index < count; index++) {
    png_text text;
    memset(&text, 0, sizeof text);
    text.compression = PNG_ITXT_COMPRESSION_NONE;
    text.key = texts[index].key;
    text.text = texts[index].text;
    png_set_text(png, info, &text, 1);
  }
  if (date >= 0) {
    png_time time;
    png_convert_from_time_t(&time, (time_t)date);
    png_set_tIME(png, info, &time);
  }
}

/* Writes pixels as a PNG. Returns 0, or 1 where libpng failed; `bytes->data` must be freed either way. In C
   because Swift has no setjmp, through which libpng reports errors. */
static inline int actviz_write_png(struct actviz_image image, const struct actviz_text *texts,
                                   int text_count, int64_t date, struct actviz_bytes *bytes) {
  png_structp png =
      png_create_write_struct(PNG_LIBPNG_VER_STRING, NULL, actviz_png_failed, actviz_png_warned);
  png_infop info = png ? png_create_info_struct(png) : NULL;
  unsigned char *const row = (unsigned char *)malloc((size_t)image.width * 4);
  if (!info || !row || setjmp(png_jmpbuf(png))) {
    png_destroy_write_struct(&png, &info);
    free(row);
    return 1;
  }
  png_set_write_fn(png, bytes, actviz_png_append, actviz_png_flush);
  png_set_IHDR(png, info, (png_uint_32)image.width, (png_uint_32)image.height, 8,
               image.has_alpha ? PNG_COLOR_TYPE_RGB_ALPHA : PNG_COLOR_TYPE_RGB,
               PNG_INTERLACE_NONE, PNG_COMPRESSION_TYPE_DEFAULT, PNG_FILTER_TYPE_DEFAULT);
  if (image.pixels_per_metre) {
    png_set_pHYs(png, info, image.pixels_per_metre, image.pixels_per_metre,
                 PNG_RESOLUTION_METER);
  }
  actviz_png_describe(png, info, texts, text_count, date);
  png_set_filter(png, PNG_FILTER_TYPE_BASE, PNG_FILTER_NONE);
  png_set_compression_level(png, 3);
  png_set_compression_buffer_size(png, 65536);
  png_write_info(png, info);
  for (int y = 0; y < image.height; y++) {
    const uint32_t *line =
        (const uint32_t *)(image.pixels + (size_t)y * (size_t)image.stride);
    if (image.has_alpha) {
      actviz_pack_rgba(line, image.width, row);
    } else {
      actviz_pack_rgb(line, image.width, row);
    }
    png_write_row(png, row);
  }
  png_write_end(png, info);
  png_destroy_write_struct(&png, &info);
  free(row);
  return 0;
}

/* Writes rows of numbered colours, words of opacity, red, green and blue, as a PNG: a third of the bytes that they
   would take as colours. Returns 0, or 1 where libpng failed; `bytes->data` must be freed either way. */
static inline int actviz_write_indexed_png(const unsigned char *cells, int width, int height,
                                           const uint32_t words[256], struct actviz_bytes *bytes) {
  png_structp png =
      png_create_write_struct(PNG_LIBPNG_VER_STRING, NULL, actviz_png_failed, actviz_png_warned);
  png_infop info = png ? png_create_info_struct(png) : NULL;
  if (!info || setjmp(png_jmpbuf(png))) {
    png_destroy_write_struct(&png, &info);
    return 1;
  }
  png_color colors[256];
  unsigned char opacities[256];
  for (int index = 0; index < 256; index++) {
    colors[index].red = (unsigned char)(words[index] >> 16);
    colors[index].green = (unsigned char)(words[index] >> 8);
    colors[index].blue = (unsigned char)words[index];
    opacities[index] = (unsigned char)(words[index] >> 24);
  }
  png_set_write_fn(png, bytes, actviz_png_append, actviz_png_flush);
  png_set_IHDR(png, info, (png_uint_32)width, (png_uint_32)height, 8, PNG_COLOR_TYPE_PALETTE,
               PNG_INTERLACE_NONE, PNG_COMPRESSION_TYPE_DEFAULT, PNG_FILTER_TYPE_DEFAULT);
  png_set_PLTE(png, info, colors, 256);
  png_set_tRNS(png, info, opacities, 256, NULL);
  png_set_filter(png, PNG_FILTER_TYPE_BASE, PNG_FILTER_NONE);
  png_set_compression_level(png, 6);
  png_set_compression_buffer_size(png, 65536);
  png_write_info(png, info);
  for (int y = 0; y < height; y++) {
    png_write_row(png, (png_const_bytep)(cells + (size_t)y * (size_t)width));
  }
  png_write_end(png, info);
  png_destroy_write_struct(&png, &info);
  return 0;
}

#endif
