// tanh x by fewer operations than functions.h takes, where that decides. What it is certain of is certain there too, so that no
// result depends on what stands beside it.

#ifdef PLAIN

INLINE int are_quick(function *evaluate, vector x, vector *y) { return 0; }

#else

// What its pair errs by, as a share of it: six times what is measured at most, at 4·10⁷ points against that of functions.h.
static const double quick_error = 0x1p-62;

// E − 1 for E = e^u, −40 ≤ u ≤ 0: as `exponential_less_one`, with r³/6 and what follows as doubles and (ln 2)/16 in two parts.
INLINE pair quick_exponential_less_one(vector u) {
  vector shifted = multiply_add(u, all(0x1.71547652b82fep+4), all(rounder));
  vector whole = shifted - rounder;
  pair r = sum(multiply_add(-whole, all(0x1.62e42fefa0000p-5), u), -whole * 0x1.cf79abc9e3b3ap-44);
  pair square = squared(r);
  vector s = POLYNOMIAL(r.high, 1.0 / 362880, 1.0 / 40320, 1.0 / 5040, 1.0 / 720, 1.0 / 120, 1.0 / 24, 1.0 / 6);
  pair q = quick_sum(r.high, 0.5 * square.high);
  q.low += multiply_add(square.high * r.high, s, multiply_add(all(0.5), square.low, r.low));
  mask index = (mask)shifted & 15;
  vector base = look_up(power_high, index), power = (vector)(((((bits)shifted >> 4) + 1023) & 0x7ff) << 52);
  vector base_low = look_up(power_low, index);
  // r³/6 is more than a low part should be.
  pair p = times(settled(q), base);
  p.low = multiply_add(base_low, q.high, p.low + base_low);
  return quick_add(quick_sum(all(-1), base * power), scaled(p, power));
}

// Whether that decides in all lanes; then `y` is tanh x.
INLINE int are_quick(function *evaluate, vector x, vector *y) {
  if (evaluate != hyperbolic_tangent) return 0;
  vector size = magnitude(x), end = all(20);
  // From there on it is 1.
  pair top = quick_exponential_less_one(-2 * choose(size > end, end, size)), bottom = quick_sum(all(2), top.high);
  bottom.low += top.low;
  pair value = quotient(top, bottom);
  vector nearest = value.high + value.low, rest = (value.high - nearest) + value.low, error = nearest * quick_error;
  mask is_open = (nearest + (rest + error) != nearest) | (nearest + (rest - error) != nearest);
  // Neither NaN, nor an infinity, nor what is tiny.
  is_open |= ~((size < __builtin_inf()) & (size > 0x1p-900));
  if (sign_bits(is_open)) return 0;
  *y = turned(nearest, (vector)~(mask)x);
  return 1;
}

#endif
