// The same for types narrower than doubles.

#define PLAIN
#include "AVX512.c"
