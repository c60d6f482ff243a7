// Vectors of LANES doubles, and pairs of them: unevaluated sums high + low, where low is a few ulp of high at most.
//
// Every tier includes this once, with LANES and `look_up` defined. Nothing is contracted, and each fma is written: so a lane's
// bits do not depend on the width.
//
// Functions are written once, over `real`: pairs where results are doubles, vectors where PLAIN is defined and results are
// narrower. An operation has one name for both.

#pragma STDC FP_CONTRACT OFF

typedef double vector __attribute__((vector_size(8 * LANES)));
typedef int64_t mask __attribute__((vector_size(8 * LANES)));
typedef uint64_t bits __attribute__((vector_size(8 * LANES)));

typedef struct {
  vector high, low;
} pair;

#ifdef PLAIN
typedef vector real;
#else
typedef pair real;
#endif

#define INLINE static inline __attribute__((always_inline, overloadable))

INLINE vector all(double x) { return x - (vector){}; }

INLINE vector multiply_add(vector a, vector b, vector c) { return __builtin_elementwise_fma(a, b, c); }

// A polynomial, from the highest power down.
INLINE vector polynomial(vector x, const double *coefficients, int count) {
  vector value = all(coefficients[0]);
  for (int index = 1; index < count; index++) value = multiply_add(value, x, all(coefficients[index]));
  return value;
}

#define POLYNOMIAL(x, ...) \
  polynomial(x, (const double[]){__VA_ARGS__}, (int)(sizeof((const double[]){__VA_ARGS__}) / sizeof(double)))

INLINE vector magnitude(vector x) { return __builtin_elementwise_abs(x); }

INLINE vector choose(mask where, vector a, vector b) {
  return (vector)((where & (mask)a) | (~where & (mask)b));
}

INLINE mask choose(mask where, mask a, mask b) { return (where & a) | (~where & b); }

// The number with the sign of another one turned over it.
INLINE vector turned(vector x, vector by) { return (vector)((mask)x ^ ((mask)by & INT64_MIN)); }

// A vector as a pair; its low part has its sign, for the sake of zeros.
INLINE pair widened(vector x) { return (pair){x, turned(all(0), x)}; }

INLINE pair choose(mask where, pair a, pair b) {
  return (pair){choose(where, a.high, b.high), choose(where, a.low, b.low)};
}

INLINE pair turned(pair a, vector by) { return (pair){turned(a.high, by), turned(a.low, by)}; }

// What is computed with, of what an argument is: a constant, a vector that is exact, and a pair.
#ifdef PLAIN
INLINE real number(double high, double low) { return all(high); }
INLINE real exact(vector x) { return x; }
INLINE real leading(pair a) { return a.high; }
INLINE vector nearest(real a) { return a; }
#else
INLINE real number(double high, double low) { return (pair){all(high), all(low)}; }
INLINE real exact(vector x) { return widened(x); }
INLINE real leading(pair a) { return a; }
INLINE vector nearest(real a) { return a.high; }
#endif

INLINE vector scaled(vector a, vector power) { return a * power; }

INLINE pair scaled(pair a, vector power) { return (pair){a.high * power, a.low * power}; }

// a + b without error, for any order of magnitude (Knuth).
INLINE pair sum(vector a, vector b) {
  vector high = a + b, part = high - a;
  return (pair){high, (a - (high - part)) + (b - part)};
}

// a + b without error where |a| ≥ |b| (Dekker).
INLINE pair quick_sum(vector a, vector b) {
  vector high = a + b;
  return (pair){high, b - (high - a)};
}

// a·b without error.
INLINE pair product(vector a, vector b) {
  vector high = a * b;
  return (pair){high, multiply_add(a, b, -high)};
}

// The same number with a low part of half an ulp at most.
INLINE pair settled(pair a) { return quick_sum(a.high, a.low); }

INLINE vector add(vector a, vector b) { return a + b; }

// The sum, to 2⁻¹⁰² of the larger summand.
INLINE pair add(pair a, pair b) {
  pair s = sum(a.high, b.high);
  return (pair){s.high, s.low + (a.low + b.low)};
}

INLINE vector quick_add(vector a, vector b) { return a + b; }

// The sum where |a| ≥ |b|.
INLINE pair quick_add(pair a, pair b) {
  pair s = quick_sum(a.high, b.high);
  return (pair){s.high, s.low + (a.low + b.low)};
}

INLINE vector times(vector a, vector b) { return a * b; }

// The product, to 2⁻¹⁰⁰ of it.
INLINE pair times(pair a, pair b) {
  vector high = a.high * b.high;
  vector rest = multiply_add(a.low, b.high, multiply_add(a.high, b.high, -high));
  return (pair){high, multiply_add(a.high, b.low, rest)};
}

// The product with a double.
INLINE pair times(pair a, vector b) {
  vector high = a.high * b;
  return (pair){high, multiply_add(a.low, b, multiply_add(a.high, b, -high))};
}

INLINE vector quotient(vector a, vector b) { return a / b; }

// The quotient by one division, to 2⁻¹⁰⁰ of it; two with one divisor divide once.
INLINE pair quotient(pair a, pair b) {
  vector inverse = 1 / b.high, high = a.high * inverse;
  vector rest = multiply_add(-high, b.high, a.high) + multiply_add(-high, b.low, a.low);
  return (pair){high, rest * inverse};
}

// u = rate·x.
INLINE pair argument(vector x, const struct kernels_request *request) {
  pair u = product(all(request->rate), x);
  u.low = multiply_add(all(request->rate_low), x, u.low);
  return u;
}

// The square of a pair.
INLINE pair squared(pair a) {
  pair square = product(a.high, a.high);
  square.low = multiply_add(2 * a.high, a.low, square.low);
  return square;
}
