#include "CProcess.h"

#include <errno.h>
#include <stdint.h>
#include <unistd.h>

#ifdef __APPLE__
#include <mach-o/dyld.h>
#endif

int process_executable_path(char *path, size_t size) {
#ifdef __APPLE__
  uint32_t room = (uint32_t)size;
  return _NSGetExecutablePath(path, &room);
#else
  ssize_t length = readlink("/proc/self/exe", path, size - 1);
  if (length < 0) return -1;
  path[length] = 0;
  return 0;
#endif
}
