// The other forms of gates: with logarithm, root, zero and arctangent.

// x·H with q = e^−2|u|, l = ln(1 + q) and L = |u| + l: H = l/2L on the left, 1 − l/2L on the right.
//
// With n = l + 2|u|q/(1 + q): f′ = H + u·n/2L², f″ = rate·(n/L² − |u|·(2|u|q/((1 + q)²L²) + n(1 − q)/((1 + q)L³))).
INLINE jet logarithmic(vector x, const struct kernels_request *request, int order) {
  pair u = argument(x, request), one = number(1, 0);
  pair twice = scaled(u, all(2)), size = turned_pair(u, u.high);
  pair q = exponential(left_side(twice)), l = logarithm_of_one_and(q);
  mask is_left = u.high < 0;
  pair length = add(size, l);
  pair top = choose_pair(is_left, l, add(scaled(size, all(2)), l));
  pair gate = quotient(top, scaled(length, all(2)));
  jet result = {.orders[0] = rough(times_double(gate, x))};
  if (order > 0) {
    pair near = quotient(one, quick_add(one, q)), inverse = quotient(number(2, 0), scaled(length, all(2)));
    pair far_side = times(q, near), double_size = scaled(size, all(2));
    pair density = times(add(l, times(double_size, far_side)), times(inverse, inverse));
    result.orders[1] = total(gate, times(scaled(u, all(0.5)), density));
    pair bend = times(times(double_size, times(far_side, near)), times(inverse, inverse));
    pair slope = times(times(density, times(add(one, scaled(q, all(-1))), near)), inverse);
    pair rest = scaled(times(size, add(bend, slope)), all(-1));
    result.orders[2] = multiple(total(density, rest), number(request->rate, request->rate_low));
  }
  return with_limits(result, twice.high, order, far, -0.0, -0.0);
}

// x·½(1 + u/r) with r = √(1 + u²): with D = r² + r|u| the smaller side of the gate is 1/2D, and 1/r is (r + |u|)/D.
//
// f′ = H + u/2r³, f″ = rate·(1 − u²/2)/r⁵.
INLINE jet algebraic(vector x, const struct kernels_request *request, int order) {
  pair u = argument(x, request), size = turned_pair(u, u.high), square = times(u, u);
  pair radicand = add(number(1, 0), square);
  vector root = __builtin_elementwise_sqrt(radicand.high);
  vector lacks = multiply_add(-root, root, radicand.high) + radicand.low;
  vector inverse = 1 / multiply_add(root, size.high, radicand.high);
  pair r = {root, 0.5 * lacks * (root + size.high) * inverse};
  pair divisor = quick_add(radicand, times(r, size));
  pair small = quotient(number(0.5, 0), divisor);
  mask is_left = u.high < 0;
  pair gate = choose_pair(is_left, small, add(number(1, 0), scaled(small, all(-1))));
  jet result = {.orders[0] = whole(times_double(gate, x)), .open = magnitude(u.high) > 0x1p300};
  if (order > 0) {
    pair near = quotient(add(r, size), divisor), cube = times(near, times(near, near));
    result.orders[1] = total(gate, times(scaled(u, all(0.5)), cube));
    pair factor = times(times(cube, times(near, near)), number(request->rate, request->rate_low));
    result.orders[2] = multiple(total(number(1, 0), scaled(square, all(-0.5))), factor);
    // The square may bring back what has lost its digits to underflow.
    result.open |= magnitude(factor.high) < 0x1p-900;
  }
  return result;
}

// x·s(1 + xt) with s = 1/(1 + e^−u), t = 1 − s, p = st and a for the rate: f′ = s + xp(a + 2 + u(t − s)),
// f″ = p(2(a + 1) + (a + 4)u(t − s) + u²(1 − 6p)).
INLINE jet logistic_slope(vector x, const struct kernels_request *request, int order) {
  pair u = argument(x, request), one = number(1, 0), rate = number(request->rate, request->rate_low);
  pair e = exponential(left_side(u)), divisor = quick_add(one, e);
  mask is_left = u.high < 0;
  pair s = quotient(choose_pair(is_left, e, one), divisor);
  pair t = quotient(choose_pair(is_left, one, e), divisor);
  jet result = {.orders[0] = multiple(total(one, times_double(t, x)), times_double(s, x))};
  if (order > 0) {
    pair p = times(s, t);
    pair tilt = times(u, add(t, scaled(s, all(-1))));
    term slope = multiple(total(add(rate, number(2, 0)), tilt), times_double(p, x));
    result.orders[1] = (term){add(s, slope.value), magnitude(s.high) + slope.size};
    pair line = scaled(add(rate, one), all(2)), square = times(u, u);
    pair bend = times(square, add(one, times_double(p, all(-6))));
    term start = total(line, times(add(rate, number(4, 0)), tilt));
    term sum = {add(start.value, bend), start.size + square.high};
    result.orders[2] = multiple(sum, p);
  }
  result = with_limits(result, u.high, order, far, -0.0, -0.0);
  // Here x stands beside the exponential in f too, so that its limit on the right counts sooner.
  mask is_lost = u.high > lost;
  result.orders[0] = with(result.orders[0], is_lost, x);
  result.open |= (u.high > far) & ~is_lost;
  return result;
}

// i/15 to 9 bits, and the arctangents of that, computed with 60 digits.
static const double tangents[16] = {
    0x0.0p+0, 0x1.1000000000000p-4, 0x1.1000000000000p-3, 0x1.9800000000000p-3,
    0x1.1200000000000p-2, 0x1.5600000000000p-2, 0x1.9a00000000000p-2, 0x1.de00000000000p-2,
    0x1.1100000000000p-1, 0x1.3300000000000p-1, 0x1.5500000000000p-1, 0x1.7700000000000p-1,
    0x1.9a00000000000p-1, 0x1.bc00000000000p-1, 0x1.de00000000000p-1, 0x1.0000000000000p+0,
};
static const double arctangents_high[16] = {
    0x0.0p+0, 0x1.0f99ea71d52a7p-4, 0x1.0e6adccf40882p-3, 0x1.92ba37d050272p-3,
    0x1.0bba5f8dfd7efp-2, 0x1.4a128c1d2a987p-2, 0x1.85fbba49fd035p-2, 0x1.bf3737cd93f87p-2,
    0x1.f59ccc291b62ap-2, 0x1.148c3610b90dfp-1, 0x1.2cd39523b867fp-1, 0x1.43a9ef04cf58dp-1,
    0x1.59b60f5cfab9ep-1, 0x1.6dc44551553afp-1, 0x1.808c03940694bp-1, 0x1.921fb54442d18p-1,
};
static const double arctangents_low[16] = {
    0x0.0p+0, -0x1.2069feec3624fp-61, -0x1.d71a31bb98d0dp-57, -0x1.0d3ded0ff4764p-57,
    0x1.17763d2fdbb3ap-56, 0x1.b60cc733eb229p-56, -0x1.444fe2cb0cf4ap-56, -0x1.bae5a38d8e8a6p-59,
    0x1.47609d1813127p-58, -0x1.326262f03a2b8p-55, -0x1.166d1dda82812p-58, -0x1.52cbef90b58a8p-55,
    -0x1.1b04c41026bc5p-55, -0x1.bf8863573828ep-58, -0x1.00f327715f6a5p-55, 0x1.1a62633145c07p-55,
};

// arctan(a/b) for 0 ≤ a ≤ b; 2⁻⁶² of it.
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
  vector z = r.high * r.high;
  vector s = all(1.0 / 15);
  s = multiply_add(-s, z, all(1.0 / 13));
  s = multiply_add(-s, z, all(1.0 / 11));
  s = multiply_add(-s, z, all(1.0 / 9));
  s = multiply_add(-s, z, all(1.0 / 7));
  s = multiply_add(-s, z, all(1.0 / 5));
  s = multiply_add(-s, z, all(1.0 / 3));
  r.low = multiply_add(-s, z * r.high, r.low);
  pair start = {look_up(arctangents_high, index), look_up(arctangents_low, index)};
  return quick_add(start, settled(r));
}

// x·(½ + arctan(x/g)/π), g for the rate: f′ = H + gx/π(g² + x²), f″ = 2g³/π(g² + x²)².
INLINE jet cauchy(vector x, const struct kernels_request *request, int order) {
  vector rate = all(request->rate), size = magnitude(x);
  mask is_left = x < 0, is_inside = size < rate;
  vector a = choose(is_inside, size, rate), b = choose(is_inside, rate, size);
  pair reciprocal = number(0x1.45f306dc9c883p-2, -0x1.6b01ec5417056p-56);
  pair share = times(arctangent(a, b), reciprocal);
  pair other = turned_pair(share, (vector)((mask)x ^ is_inside ^ INT64_MIN));
  vector start = choose(is_inside, all(0.5), choose(is_left, all(0), all(1)));
  pair gate = choose_pair(is_left & ~is_inside, share, quick_add((pair){start, all(0)}, other));
  jet result = {.orders[0] = rough(times_double(gate, x)), .open = size > 0x1p300};
  if (order > 0) {
    pair near = quotient(reciprocal, add(product(x, x), product(rate, rate)));
    pair density = times_double(near, rate);
    term slope = total(gate, times_double(density, x));
    result.orders[1] = (term){slope.value, 2 * slope.size};
    pair square = times(density, density);
    result.orders[2] = whole(times(scaled(times_double(square, rate), all(2)), number(0x1.921fb54442d18p+1, 0x1.1a62633145c07p-53)));
  }
  return result;
}
