// The same for types narrower than doubles.

#define PLAIN
#include "AVX2.c"
