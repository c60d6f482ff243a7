// The functions of elementary.h as doubles, to some 2⁻⁵¹; what exponentials are taken of is a pair.

// What e^u consists of: 2^(i/16)·2^k·(1 + q), q = e^r − 1.
typedef struct {
  vector high, low, power, rest;
} reduced;

// Splits |u| < 700: r = u − (16k + i)·(ln 2)/16, |r| ≤ 0.0217.
//
// (ln 2)/16 comes in a part of 37 bits, whose product with a whole number of 15 bits is exact, and one of 53.
INLINE reduced reduce(pair u) {
  vector shifted = multiply_add(u.high, all(0x1.71547652b82fep+4), all(rounder));
  vector whole = shifted - rounder;
  vector near = multiply_add(-whole, all(0x1.62e42fefa0000p-5), u.high);
  vector r = near + multiply_add(-whole, all(0x1.cf79abc9e3b3ap-44), u.low);
  mask index = (mask)shifted & 15;
  vector s = POLYNOMIAL(r, 1.0 / 5040, 1.0 / 720, 1.0 / 120, 1.0 / 24, 1.0 / 6, 0.5);
  vector power = (vector)(((((bits)shifted >> 4) + 1023) & 0x7ff) << 52);
  return (reduced){
      look_up(power_high, index), look_up(power_low, index), power, multiply_add(r * r, s, r)};
}

// e^u for |u| < 700.
INLINE vector exponential(pair u) {
  reduced parts = reduce(u);
  return multiply_add(parts.high, parts.rest, parts.high) * parts.power;
}

// e^u − 1 for −700 < u ≤ 0, and e^u.
INLINE vector exponential_less_one(pair u, vector *exponential) {
  reduced parts = reduce(u);
  vector more = multiply_add(parts.high, parts.rest, parts.low);
  *exponential = (parts.high + more) * parts.power;
  return multiply_add(parts.high, parts.power, all(-1)) + more * parts.power;
}

// ln(1 + q) for 0 ≤ q ≤ 1, as the one of pairs.
INLINE vector logarithm_of_one_and(vector q) {
  mask index = (mask)multiply_add(q, all(15), all(rounder)) & 15;
  vector inverse = look_up(inverses, index);
  vector r = multiply_add(q, inverse, inverse - 1);
  vector s = POLYNOMIAL(r, -1.0 / 10, 1.0 / 9, -1.0 / 8, 1.0 / 7, -1.0 / 6, 1.0 / 5, -1.0 / 4, 1.0 / 3, -0.5);
  return look_up(log_high, index) + multiply_add(r * r, s, r);
}

// e^y²·erfc(y) for 0 ≤ y ≤ 28: t·W(8t − 5/4) with t = 1/(y + 57/16), W a polynomial of degree 21 to 2⁻⁵², by interpolation at
// Chebyshev's points with 60 digits.
INLINE vector scaled_complementary_error(pair y) {
  vector t = 1 / (y.high + 57.0 / 16), x = multiply_add(all(8), t, all(-1.25)), z = x * x;
  // Even and odd powers apart: two chains of half the length run side by side.
  vector even = POLYNOMIAL(
      z, 0x1.0129510350b6ap-31, -0x1.de14e52a5d4f6p-28, 0x1.2520d8355249dp-24, -0x1.3752f23ddea2ap-21, 0x1.10049ae62f245p-18,
      -0x1.42ff5f7cc3b04p-18, -0x1.7cdeca72cc022p-11, 0x1.2062beeeb7681p-6, 0x1.86bc7d4979b87p-3, 0x1.648ecc8df0549p-1,
      0x1.3478c350b7292p+0);
  vector odd = POLYNOMIAL(
      z, -0x1.12d1629dd10fbp-32, 0x1.a3989c847a1d0p-29, -0x1.b315bf2ab3c73p-26, 0x1.d24cc28ba8c94p-23, -0x1.2c4131e9ddcacp-19,
      0x1.c10e4a2c8ff8ap-16, -0x1.46eb1ef58e3ddp-12, 0x1.be99e344023cap-10, 0x1.1e485790e45f1p-4, 0x1.9dbaf67cc177ep-2,
      0x1.ff98d8cc8027ap-1);
  return multiply_add(odd, x, even) * t;
}

INLINE vector square_root(vector a) { return __builtin_elementwise_sqrt(a); }

// arctan(a/b) for 0 ≤ a ≤ b, as the one of pairs.
INLINE vector arctangent(vector a, vector b) {
  mask index = (mask)multiply_add(a / b, all(15), all(rounder)) & 15;
  vector c = look_up(tangents, index);
  vector r = multiply_add(-b, c, a) / multiply_add(a, c, b), z = r * r;
  vector s = POLYNOMIAL(-z, 1.0 / 11, 1.0 / 9, 1.0 / 7, 1.0 / 5, 1.0 / 3);
  return look_up(arctangents_high, index) + multiply_add(-s, z * r, r);
}
