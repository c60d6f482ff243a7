// The same for types narrower than doubles.

#define PLAIN
#include "Baseline.c"
