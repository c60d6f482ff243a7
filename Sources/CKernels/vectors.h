// Vectors of LANES doubles, and pairs of them: unevaluated sums high + low, where low is a few ulp of high at most.
//
// Every tier includes this once, with LANES and `look_up` defined. Nothing is contracted, and each fma is written: so a lane's
// bits do not depend on the width.

#pragma STDC FP_CONTRACT OFF

typedef double vector __attribute__((vector_size(8 * LANES)));
typedef int64_t mask __attribute__((vector_size(8 * LANES)));
typedef uint64_t bits __attribute__((vector_size(8 * LANES)));

typedef struct {
  vector high, low;
} pair;

#define INLINE static inline __attribute__((always_inline))

INLINE vector all(double x) { return x - (vector){}; }

INLINE vector multiply_add(vector a, vector b, vector c) { return __builtin_elementwise_fma(a, b, c); }

INLINE vector magnitude(vector x) { return __builtin_elementwise_abs(x); }

INLINE vector choose(mask where, vector a, vector b) {
  return (vector)((where & (mask)a) | (~where & (mask)b));
}

INLINE mask choose_mask(mask where, mask a, mask b) { return (where & a) | (~where & b); }

// The number with the sign of another one turned over it.
INLINE vector turned(vector x, vector by) { return (vector)((mask)x ^ ((mask)by & INT64_MIN)); }

INLINE pair number(double high, double low) { return (pair){all(high), all(low)}; }

INLINE pair choose_pair(mask where, pair a, pair b) {
  return (pair){choose(where, a.high, b.high), choose(where, a.low, b.low)};
}

INLINE pair turned_pair(pair a, vector by) { return (pair){turned(a.high, by), turned(a.low, by)}; }

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

// The sum, to 2⁻¹⁰² of the larger summand.
INLINE pair add(pair a, pair b) {
  pair s = sum(a.high, b.high);
  return (pair){s.high, s.low + (a.low + b.low)};
}

// The sum where |a| ≥ |b|.
INLINE pair quick_add(pair a, pair b) {
  pair s = quick_sum(a.high, b.high);
  return (pair){s.high, s.low + (a.low + b.low)};
}

// The product, to 2⁻¹⁰⁰ of it.
INLINE pair times(pair a, pair b) {
  vector high = a.high * b.high;
  vector rest = multiply_add(a.low, b.high, multiply_add(a.high, b.high, -high));
  return (pair){high, multiply_add(a.high, b.low, rest)};
}

// The product with a double.
INLINE pair times_double(pair a, vector b) {
  vector high = a.high * b;
  return (pair){high, multiply_add(a.low, b, multiply_add(a.high, b, -high))};
}

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
