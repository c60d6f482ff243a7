// e^u, e^u − 1, ln(1 + q), e^y²·erfc(y), √ and arctan as pairs, to 2⁻⁶¹ and better.

// What e^u consists of: 2^(i/16)·2^k·(1 + q), q = e^r − 1.
typedef struct {
  pair base;
  vector power;
  pair rest;
} reduced;

// a/3.
INLINE pair third(pair a) {
  return times(a, (pair){all(0x1.5555555555555p-2), all(0x1.5555555555555p-56)});
}

// (e^r − 1 − r − r²/2 − r³/6)/r⁴.
INLINE vector exponential_tail(vector r) {
  return POLYNOMIAL(r, 1.0 / 3628800, 1.0 / 362880, 1.0 / 40320, 1.0 / 5040, 1.0 / 720, 1.0 / 120, 1.0 / 24);
}

// Splits |u| < 700: r = u − (16k + i)·(ln 2)/16, |r| ≤ 0.0217, to 2⁻¹¹⁰; q to 2⁻⁷³ of it.
//
// (ln 2)/16 comes in parts of 37, 37 and 53 bits, whose products with a whole number of 15 bits are exact. r²/2 and r³/6 are
// pairs, so that what follows is rounded by a share of r⁴.
INLINE reduced reduce(pair u) {
  vector shifted = multiply_add(u.high, all(0x1.71547652b82fep+4), all(rounder));
  vector whole = shifted - rounder;
  vector near = multiply_add(-whole, all(0x1.62e42fefa0000p-5), u.high);
  pair r = sum(near, -whole * 0x1.cf79abc9e0000p-44);
  r.low += multiply_add(-whole, all(0x1.d9cc01f97b57ap-83), u.low);
  r = settled(r);
  pair square = squared(r), cube = scaled(third(times(square, r)), all(0.5));
  pair q = quick_add(quick_sum(r.high, 0.5 * square.high), cube);
  q.low += multiply_add(square.high * square.high, exponential_tail(r.high), 0.5 * square.low) + r.low;
  mask index = (mask)shifted & 15;
  reduced parts;
  parts.base = (pair){look_up(power_high, index), look_up(power_low, index)};
  // The bits of the sum above the index are k, to which the bias of an exponent is added.
  parts.power = (vector)(((((bits)shifted >> 4) + 1023) & 0x7ff) << 52);
  parts.rest = settled(q);
  return parts;
}

// 2^(i/16)·q.
INLINE pair risen(reduced parts) {
  pair p = times(parts.rest, parts.base.high);
  p.low = multiply_add(parts.base.low, parts.rest.high, p.low + parts.base.low);
  return p;
}

// e^u for |u| < 700; 2⁻⁷⁷ of it.
INLINE pair exponential(pair u) {
  reduced parts = reduce(u);
  return scaled(quick_add((pair){parts.base.high, all(0)}, risen(parts)), parts.power);
}

// e^u − 1 for −700 < u ≤ 0, to 2⁻⁷³ of it, and e^u.
INLINE pair exponential_less_one(pair u, pair *exponential) {
  reduced parts = reduce(u);
  pair p = risen(parts);
  *exponential = scaled(quick_add((pair){parts.base.high, all(0)}, p), parts.power);
  // Where the start is 0 what follows is all there is; else it is the smaller one.
  pair start = sum(parts.base.high * parts.power, all(-1));
  return quick_add(start, scaled(p, parts.power));
}

// ln(1 + q) for 0 ≤ q ≤ 1; 2⁻⁶⁷ of it.
//
// With z = 1 + q, and c near 1/z: −ln c + ln(1 + r), r = cz − 1 = (c − 1) + cq, |r| < 0.034.
INLINE pair logarithm_of_one_and(pair q) {
  vector shifted = multiply_add(q.high, all(15), all(rounder));
  mask index = (mask)shifted & 15;
  vector inverse = look_up(inverses, index);
  pair moved = times(q, inverse);
  pair r = sum(inverse - 1, moved.high);
  r.low += moved.low;
  r = settled(r);
  vector x = r.high;
  pair square = squared(r), cube = third(times(square, x));
  vector s = POLYNOMIAL(
      x, 1.0 / 15, -1.0 / 14, 1.0 / 13, -1.0 / 12, 1.0 / 11, -1.0 / 10, 1.0 / 9, -1.0 / 8, 1.0 / 7, -1.0 / 6, 1.0 / 5,
      -1.0 / 4);
  // The first three powers are pairs, so that what follows is rounded by a share of r⁴; r's low part counts in all four.
  pair value = quick_add(quick_sum(x, -0.5 * square.high), cube);
  value.low += multiply_add(square.high * square.high, s, -0.5 * square.low) + multiply_add(r.low * square.high, 1.0 / 3 - x, r.low);
  value = settled(value);
  pair start = {look_up(log_high, index), look_up(log_low, index)};
  pair whole = quick_sum(start.high, value.high);
  whole.low += value.low + start.low;
  return whole;
}

// The sum with something small added.
INLINE pair raised(pair a, vector low) { return (pair){a.high, a.low + low}; }

// c + q·a.
INLINE pair step(pair a, pair q, double high, double low) {
  pair p = times(a, q);
  return raised(sum(all(high), p.high), p.low + low);
}

// The same where |c| ≥ |q·a|.
INLINE pair quick_step(pair a, pair q, double high, double low) {
  pair p = times(a, q);
  return raised(quick_sum(all(high), p.high), p.low + low);
}

// e^y²·erfc(y) for 0 ≤ y ≤ 28; 2⁻⁶¹ of it.
//
// With t = 1/(y + 57/16) it is t·W(8t − 5/4): W is a polynomial of degree 27 to 2⁻⁶⁷, by interpolation at Chebyshev's
// points with 60 digits. Its eight leading coefficients are pairs.
INLINE pair scaled_complementary_error(pair y) {
  pair divisor = sum(y.high, all(57.0 / 16));
  divisor.low += y.low;
  vector t = 1 / divisor.high;
  vector rest = multiply_add(-t, divisor.high, all(1)) - t * divisor.low;
  pair inverse = {t, rest * t};
  pair q = sum(8 * t, all(-1.25));
  q.low = multiply_add(all(8), inverse.low, q.low);
  q = settled(q);
  vector x = q.high, z = x * x;
  // Even and odd powers apart: two chains of half the length run side by side.
  vector even = POLYNOMIAL(
      z, 0x1.173e99bca7b37p-41, -0x1.0c185d0bb5c12p-39, -0x1.4e30da4666e16p-35, 0x1.7b12475cf679dp-31, -0x1.01373f840e77dp-27,
      0x1.282bc48cc093cp-24, -0x1.37a3da3809fe3p-21, 0x1.100a013b6e039p-18, -0x1.430139adb013ep-18, -0x1.7cdec9a7e5e00p-11);
  vector odd = POLYNOMIAL(
      z, 0x1.53bd783182cdap-41, -0x1.39992da8aecb6p-37, 0x1.5381f4f6f4eefp-34, -0x1.2bf221c425cc3p-31, 0x1.f77ce3e5d795dp-29,
      -0x1.c02df54daa989p-26, 0x1.d39b49d6f4575p-23, -0x1.2c4c14c47e45ap-19, 0x1.c10ebfb292a6fp-16, -0x1.46eb208351229p-12);
  vector tail = multiply_add(odd, x, even);
  pair value = quick_sum(all(0x1.be99e35054646p-10), x * tail);
  value.low += -0x1.c3e1ff540f2d3p-66;
  value = quick_step(value, q, 0x1.2062beedecbf1p-6, 0x1.932194eea2380p-60);
  value = quick_step(value, q, 0x1.1e485790e13aep-4, -0x1.b419372282dc8p-58);
  value = quick_step(value, q, 0x1.86bc7d497b57dp-3, 0x1.526fa3b888895p-60);
  value = quick_step(value, q, 0x1.9dbaf67cc17cep-2, -0x1.070675d4ad987p-59);
  value = quick_step(value, q, 0x1.648ecc8df0520p-1, -0x1.5a215b1734094p-56);
  value = step(value, q, 0x1.ff98d8cc8027ap-1, 0x1.fae9c761385e3p-56);
  value = step(value, q, 0x1.3478c350b7292p+0, -0x1.2d93d5532ff5bp-55);
  return times(value, inverse);
}

// √a, to 2⁻¹⁰⁰ of it.
INLINE pair square_root(pair a) {
  vector root = __builtin_elementwise_sqrt(a.high);
  vector lacks = multiply_add(-root, root, a.high) + a.low;
  return (pair){root, 0.5 * lacks / root};
}

// arctan(a/b) for 0 ≤ a ≤ b; 2⁻⁶⁸ of it.
//
// With c near a/b: arctan c + arctan r, r = (a − bc)/(b + ac), |r| < 0.034.
INLINE pair arctangent(vector a, vector b) {
  vector shifted = multiply_add(a / b, all(15), all(rounder));
  mask index = (mask)shifted & 15;
  vector c = look_up(tangents, index);
  pair bc = product(b, c), ac = product(a, c);
  pair top = sum(a, -bc.high), bottom = quick_sum(b, ac.high);
  top.low -= bc.low;
  bottom.low += ac.low;
  pair r = quotient(top, bottom);
  r = settled(r);
  vector z = r.high * r.high;
  vector s = POLYNOMIAL(-z, 1.0 / 15, 1.0 / 13, 1.0 / 11, 1.0 / 9, 1.0 / 7, 1.0 / 5);
  // The first two powers are pairs, so that what follows is rounded by a share of r⁵.
  pair cube = third(times(squared(r), r.high));
  pair value = quick_add(r, (pair){-cube.high, -cube.low});
  value.low = multiply_add(s, z * z * r.high, value.low);
  pair start = {look_up(arctangents_high, index), look_up(arctangents_low, index)};
  return quick_add(start, settled(value));
}
