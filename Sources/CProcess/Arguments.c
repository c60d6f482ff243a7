#include "CProcess.h"

#include <stdlib.h>

static char **kept_arguments = NULL;
static int kept_count = 0;

char *const *process_arguments(int *count) {
  *count = kept_count;
  return kept_arguments;
}

#if defined(__GLIBC__) || defined(__APPLE__)
// Both C libraries hand main's arguments to functions that run before it.
__attribute__((constructor)) static void keep_arguments(int count, char **arguments) {
  kept_count = count;
  kept_arguments = arguments;
}
#endif
