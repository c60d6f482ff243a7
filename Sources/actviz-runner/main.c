// Calls a function of a shared library for numbers on standard input, and writes what it returns to standard output.
//
//   actviz-runner [--shared] LIBRARY FUNCTION TYPE SIGNATURE [ARGUMENT ...]
//
// TYPE is f64, f32, f16 or bf16: T below, double, float, and uint16_t for the two of 16 bits. SIGNATURE is `value`, for
// T f(T x, T argument, ...), or `array`, for void f(const T *x, T *y, size_t n, T argument, ...). ARGUMENT is a bit pattern of T,
// 0x3f80; there are four at most.
//
// With --shared numbers do not pass through pipes: descriptor 3 is memory that whoever started it sees too, of which the first half
// is for x and the second for y. Standard input then tells where inputs stand, and as soon as the results stand at the same place of
// the second half, the same is written back: the number of the first and how many there are, in 32 bits each.
//
// A program of its own, since actviz may be a static executable, which cannot load libraries. What the library does to its process,
// such as flushing subnormal numbers or crashing, stays here. Exit status: 0 done, 64 wrong arguments, 66 no such library or
// function, 74 an input or output error.

#include <dlfcn.h>
#include <errno.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

enum { chunk = 1 << 16, most_arguments = 4, memory = 3 };

// What is called: the function, and what stands behind x.
typedef struct {
  void *address;
  int count;
  uint64_t arguments[most_arguments];
} function;

typedef void (*caller)(const function *, const void *, void *, size_t);

// The two ways to call a function of a type.
#define CALLERS(name, T, Bits)                                                                     \
  static T name##_argument(const function *f, int index) {                                         \
    Bits bits = (Bits)f->arguments[index];                                                         \
    T value;                                                                                       \
    memcpy(&value, &bits, sizeof value);                                                           \
    return value;                                                                                  \
  }                                                                                                \
  static void name##_values(const function *f, const void *in, void *out, size_t count) {          \
    const T *x = in;                                                                               \
    T *y = out, a = name##_argument(f, 0), b = name##_argument(f, 1), c = name##_argument(f, 2),   \
      d = name##_argument(f, 3);                                                                   \
    void *address = f->address;                                                                    \
    switch (f->count) {                                                                            \
    case 0: for (size_t i = 0; i < count; i++) y[i] = ((T(*)(T))address)(x[i]); break;             \
    case 1: for (size_t i = 0; i < count; i++) y[i] = ((T(*)(T, T))address)(x[i], a); break;       \
    case 2: for (size_t i = 0; i < count; i++) y[i] = ((T(*)(T, T, T))address)(x[i], a, b); break; \
    case 3:                                                                                        \
      for (size_t i = 0; i < count; i++) y[i] = ((T(*)(T, T, T, T))address)(x[i], a, b, c);        \
      break;                                                                                       \
    default:                                                                                       \
      for (size_t i = 0; i < count; i++) y[i] = ((T(*)(T, T, T, T, T))address)(x[i], a, b, c, d);  \
    }                                                                                              \
  }                                                                                                \
  static void name##_array(const function *f, const void *x, void *y, size_t n) {                  \
    T a = name##_argument(f, 0), b = name##_argument(f, 1), c = name##_argument(f, 2),             \
      d = name##_argument(f, 3);                                                                   \
    void *address = f->address;                                                                    \
    switch (f->count) {                                                                            \
    case 0: ((void (*)(const T *, T *, size_t))address)(x, y, n); break;                           \
    case 1: ((void (*)(const T *, T *, size_t, T))address)(x, y, n, a); break;                     \
    case 2: ((void (*)(const T *, T *, size_t, T, T))address)(x, y, n, a, b); break;               \
    case 3: ((void (*)(const T *, T *, size_t, T, T, T))address)(x, y, n, a, b, c); break;         \
    default: ((void (*)(const T *, T *, size_t, T, T, T, T))address)(x, y, n, a, b, c, d);         \
    }                                                                                              \
  }

CALLERS(double, double, uint64_t)
CALLERS(float, float, uint32_t)
CALLERS(bits, uint16_t, uint16_t)

static const struct {
  const char *name;
  size_t width;
  caller values, array;
} types[] = {
  {"f64", 8, double_values, double_array},
  {"f32", 4, float_values, float_array},
  {"f16", 2, bits_values, bits_array},
  {"bf16", 2, bits_values, bits_array},
};

static void fail(int status, const char *what, const char *why) {
  fprintf(stderr, "%s%s\n", what, why);
  exit(status);
}

static void write_all(int descriptor, const char *bytes, size_t count) {
  while (count > 0) {
    ssize_t done = write(descriptor, bytes, count);
    if (done < 0 && errno != EINTR) fail(74, "writing failed: ", strerror(errno));
    if (done > 0) bytes += done, count -= (size_t)done;
  }
}

// As much as is there, but whole numbers; 0 at the end.
static size_t read_numbers(char *bytes, size_t width) {
  size_t count = 0;
  do {
    ssize_t done = read(STDIN_FILENO, bytes + count, chunk - count);
    if (done < 0 && errno != EINTR) fail(74, "reading failed: ", strerror(errno));
    if (done == 0 && count > 0) fail(74, "standard input ends within a number", "");
    if (done == 0) return 0;
    if (done > 0) count += (size_t)done;
  } while (count % width != 0 || count == 0);
  return count / width;
}

// Calls a function for numbers that come one behind another.
static void serve_pipes(const function *f, caller call, size_t width, int output) {
  static _Alignas(64) char x[chunk], y[chunk];
  size_t amount;
  while ((amount = read_numbers(x, width)) > 0) {
    call(f, x, y, amount);
    write_all(output, y, amount * width);
  }
}

// Calls a function for numbers in memory.
static void serve_memory(const function *f, caller call, size_t width, int output) {
  static uint32_t tasks[chunk / 8][2];
  struct stat status;
  if (fstat(memory, &status) != 0) fail(74, "shared memory: ", strerror(errno));
  size_t half = (size_t)status.st_size / 2, amount;
  char *x = mmap(NULL, 2 * half, PROT_READ | PROT_WRITE, MAP_SHARED, memory, 0);
  if (x == MAP_FAILED) fail(74, "shared memory: ", strerror(errno));
  while ((amount = read_numbers((char *)tasks, sizeof *tasks)) > 0) {
    for (size_t index = 0; index < amount; index++) {
      size_t start = tasks[index][0] * width, size = tasks[index][1] * width;
      if (size > half || start > half - size) fail(74, "there is no such place in shared memory", "");
      // A function is promised no more at a time than through a pipe.
      for (size_t done = 0; done < size; done += chunk)
        call(f, x + start + done, x + half + start + done, (size - done < chunk ? size - done : chunk) / width);
      write_all(output, (char *)tasks[index], sizeof *tasks);
    }
  }
}

int main(int count, char **words) {
  int is_shared = count > 1 && strcmp(words[1], "--shared") == 0;
  if (is_shared) words++, count--;
  if (count < 5 || count > 5 + most_arguments)
    fail(64, "usage: actviz-runner [--shared] LIBRARY FUNCTION TYPE value|array [ARGUMENT ...]", "");
  size_t type = 0;
  while (type < sizeof types / sizeof *types && strcmp(types[type].name, words[3]) != 0) type++;
  if (type == sizeof types / sizeof *types) fail(64, "there is no type ", words[3]);
  int is_array = strcmp(words[4], "array") == 0;
  if (!is_array && strcmp(words[4], "value") != 0) fail(64, "there is no signature ", words[4]);
  function f = {.count = count - 5};
  for (int index = 0; index < f.count; index++)
    f.arguments[index] = strtoull(words[5 + index], NULL, 16);
  // What the library prints must not stand among the numbers.
  int output = dup(STDOUT_FILENO);
  if (output < 0 || dup2(STDERR_FILENO, STDOUT_FILENO) < 0)
    fail(74, "standard output: ", strerror(errno));
  void *library = dlopen(words[1], RTLD_NOW | RTLD_LOCAL);
  if (library == NULL) fail(66, dlerror(), "");
  f.address = dlsym(library, words[2]);
  if (f.address == NULL) fail(66, dlerror(), "");
  caller call = is_array ? types[type].array : types[type].values;
  (is_shared ? serve_memory : serve_pipes)(&f, call, types[type].width, output);
  return 0;
}
