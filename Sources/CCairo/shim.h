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
#include <fontconfig/fcfreetype.h>
#include <fontconfig/fontconfig.h>
#include <limits.h>
#include <pthread.h>
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

/* A moment, in seconds since 1970, as 2000-01-01T00:00:00Z. */
static inline void actviz_iso8601(int64_t seconds, char text[32]) {
  time_t moment = (time_t)seconds;
  struct tm parts;
  gmtime_r(&moment, &parts);
  strftime(text, 32, "%Y-%m-%dT%H:%M:%SZ", &parts);
}

/* A moment, in seconds since 1970, as PNG's chunk tIME has it: year in two bytes, month, day, hour, minute, second. */
static inline void actviz_png_time(int64_t seconds, unsigned char bytes[7]) {
  time_t moment = (time_t)seconds;
  struct tm parts;
  gmtime_r(&moment, &parts);
  const int year = parts.tm_year + 1900;
  const int numbers[7] = {year >> 8, year, parts.tm_mon + 1, parts.tm_mday, parts.tm_hour, parts.tm_min, parts.tm_sec};
  for (int index = 0; index < 7; index++) bytes[index] = (unsigned char)numbers[index];
}

#endif
