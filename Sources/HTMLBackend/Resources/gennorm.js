// gennorm for any exponent, by a general incomplete gamma function: to 1e-12 of each value for β up to 40.

// ln Γ(a + 1), a > 0, by Lanczos' sum with Godfrey's coefficients for g = 607/128.
const lanczos = [
  0.99999999999999709182, 57.156235665862923517, -59.597960355475491248, 14.136097974741747174, -0.49191381609762019978,
  0.33994649984811888699e-4, 0.46523628927048575665e-4, -0.98374475304879564677e-4, 0.15808870322491248884e-3,
  -0.21026444172410488319e-3, 0.21743961811521264320e-3, -0.16431810653676389022e-3, 0.84418223983852743293e-4,
  -0.26190838401581408670e-4, 0.36899182659531622704e-5,
];
function logGamma(a) {
  const t = a + 607 / 128 + 0.5;
  const sum = lanczos.reduce((sum, c, k) => sum + c / (a + k));
  return (a + 0.5) * Math.log(t) - t + Math.log(Math.sqrt(2 * Math.PI) * sum);
}

// Γ(a, z)·e^z·z^−a as a continued fraction, from its first denominators on, as Lentz does.
function fraction(a, z) {
  let b = z + 1 - a;
  let c = 1e300;
  let d = 1 / b;
  let value = d;
  for (let n = 1; n < 5000; n++) {
    const step = -n * (n - a);
    b += 2;
    d = 1 / (step * d + b);
    c = b + step / c;
    value *= c * d;
    if (Math.abs(c * d - 1) < 1e-16) break;
  }
  return value;
}

// γ(a, z)·e^z·z^−a·a as a series.
function series(a, z) {
  let [term, sum] = [1, 1];
  for (let n = 1; n < 5000 && term > sum * 1e-17; n++) sum += term *= z / (a + n);
  return sum;
}

// 1/Γ(1 + a) of the last exponent: a curve has one.
let [lastBeta, lastHeight] = [NaN, NaN];
function heightOf(beta) {
  if (beta !== lastBeta) [lastBeta, lastHeight] = [beta, Math.exp(-logGamma(1 / beta))];
  return lastHeight;
}

// All quantities at x. With v = |x/α| and z = v^β both sides of the gate are v·e^−z/Γ(1 + a) times a fraction or a series, a = 1/β.
function gennorm(x, alpha, beta) {
  const [a, v] = [1 / beta, Math.abs(x / alpha)];
  const z = Math.pow(v, beta);
  const height = heightOf(beta);
  // e^−z in two factors, the second at last: what is less than all normal numbers is rounded but once.
  const half = Math.exp(-z / 2);
  const power = half * height;
  const isFar = z >= a + 1;
  // P + Q = 1; the smaller is computed where it is far from 1.
  const core = half === 0 || v === 0 ? 0 : v * power * (isFar ? a * fraction(a, z) : series(a, z));
  const share = core * half;
  const tail = isFar ? (core / 2) * half : (1 - share) / 2;
  const peak = power / (2 * alpha);
  const product = half === 0 ? 0 : x * peak * half;
  const gate = Number.isNaN(x) ? NaN : x < 0 ? tail : 1 - tail;
  return {
    f: gate === 0 ? -0 : x < 0 && isFar ? x * (core / 2) * half : x * gate,
    df: gate + product, d2f: half === 0 ? 0 : peak * (2 - beta * z) * half, gate, density: peak * half,
    sign: Math.sign(x) * (isFar ? 1 - share : share),
  };
}
