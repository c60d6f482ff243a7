// rational for any coefficients: P(x)/(1 + |S(x)|), of which doubles alone would lose the slopes' digits far out.

// Numbers with what their rounding left: pairs of doubles.
function excess(a, b, p) {
  const [as, bs] = [134217729 * a, 134217729 * b];
  const [ah, bh] = [as - (as - a), bs - (bs - b)];
  const [al, bl] = [a - ah, b - bh];
  return ((ah * bh - p) + ah * bl + al * bh) + al * bl;
}
const quick = (high, low) => {
  const sum = high + low;
  return [sum, low - (sum - high)];
};
const plus = ([a, b], [c, d]) => {
  const sum = a + c;
  const part = sum - a;
  return quick(sum, (a - (sum - part)) + (c - part) + (b + d));
};
const times = ([a, b], [c, d]) => {
  const product = a * c;
  return quick(product, excess(a, c, product) + (a * d + b * c));
};
const over = ([a, b], [c, d]) => {
  const ratio = a / c;
  const product = ratio * c;
  return quick(ratio, ((a - product) - excess(ratio, c, product) + b - ratio * d) / c);
};
const scaled = (pair, factor) => times(pair, [factor, 0]);

// A polynomial's value, slope and curvature, its lowest coefficient first.
function polynomial(coefficients, x) {
  let [value, first, half] = [[0, 0], [0, 0], [0, 0]];
  for (let i = coefficients.length - 1; i >= 0; i--) {
    half = plus(times(half, x), first);
    first = plus(times(first, x), value);
    value = plus(times(value, x), [coefficients[i], 0]);
  }
  return [value, first, scaled(half, 2)];
}

// P/(Q + |S|) with its derivatives, where S has a sign.
function quotient([p, p1, p2], s, sign, one) {
  const [q, q1, q2] = s.map((part, i) => plus(one[i], scaled(part, sign)));
  const less = (a, b) => plus(a, scaled(b, -1));
  const value = over(p, q);
  const first = over(less(p1, times(value, q1)), q);
  const second = over(less(less(p2, scaled(times(first, q1), 2)), times(value, q2)), q);
  return [value, first, second];
}

// The same for S of either sign; where that is 0 and changes, the mean of both sides.
function quotients(p, s, sign, one) {
  if (sign) return quotient(p, s, sign, one);
  const [left, right] = [-1, 1].map(side => quotient(p, s, side, one));
  return left.map((part, i) => scaled(plus(part, right[i]), 0.5));
}

function near(x, a, b) {
  const lowest = b.findIndex(c => c !== 0);
  if (lowest < 0) return polynomial(a, [x, 0]).map(([high]) => high);
  // Beside 0 S underflows; what it is without its lowest power has its sign.
  const rest = Math.sign(polynomial(b.slice(lowest), [x, 0])[0][0]);
  const sign = rest * (lowest % 2 ? Math.sign(x) : 1);
  return quotients(polynomial(a, [x, 0]), polynomial(b, [x, 0]), sign, [[1, 0], [0, 0], [0, 0]]).map(([high]) => high);
}

// P = xⁿ·p(t) and Q = |x|ᵈ·q(t) with t = 1/x: f = ±x^m·p/q with m = n − d, and nothing overflows before the result does.
function far(x, a, b) {
  const [degree, m] = [b.length - 1, a.length - b.length];
  const t = over([1, 0], [x, 0]);
  const size = scaled(t, Math.sign(x));
  const power = k => k < 0 ? [0, 0] : Array.from({ length: k }).reduce(product => times(product, size), [1, 0]);
  const one = [
    power(degree), scaled(power(degree - 1), degree * Math.sign(x)), scaled(power(degree - 2), degree * (degree - 1)),
  ];
  const s = polynomial([...b].reverse(), t);
  const [r, r1, r2] = quotients(polynomial([...a].reverse(), t), s, Math.sign(s[0][0]), one);
  const [first, second] = [times(r1, t), times(times(r2, t), t)];
  const sign = x < 0 && degree % 2 ? -1 : 1;
  const slope = plus(scaled(r, m), scaled(first, -1));
  const bend = plus(plus(scaled(r, m * (m - 1)), scaled(first, 2 - 2 * m)), second);
  return [r, slope, bend].map(([high], order) => {
    let value = sign * high;
    for (let k = m - order; k > 0; k--) value *= x;
    for (let k = m - order; k < 0; k++) value /= x;
    return value;
  });
}

const trimmed = list => list.slice(0, list.findLastIndex(c => c !== 0) + 1);

// f, f′ and f″ at x, of a₀ … a₅ and b₁ … b₄.
function rational(x, ...coefficients) {
  if (Number.isNaN(x)) return { f: x, df: x, d2f: x };
  const [a, b] = [trimmed(coefficients.slice(0, 6)), [0, ...trimmed(coefficients.slice(6))]];
  const [f, df, d2f] = !a.length ? [0, 0, 0] : Math.abs(x) <= 1 ? near(x, a, b) : far(x, a, b);
  return { f, df, d2f };
}
