// Ticks, and how numbers stand beside axes and in readings.

const superscript = n => [...String(n)].map(c => "⁻⁰¹²³⁴⁵⁶⁷⁸⁹"["-0123456789".indexOf(c)]).join("");
const withMinus = text => text.replace("-", "−");
const power = e => Math.pow(10, e);

// m·10^e as it stands beside an axis: 0.02, 1500, 2×10⁻⁷.
function numberText(mantissa, exponent) {
  if (mantissa === 0) return "0";
  let digits = String(Math.abs(mantissa));
  const size = digits.length - 1 + exponent;
  let text;
  if (size >= -4 && size <= 5 && exponent >= -12) {
    text = exponent >= 0 ? digits + "0".repeat(exponent) : (mantissa * power(exponent)).toFixed(-exponent);
    return withMinus(exponent >= 0 && mantissa < 0 ? "-" + text : text);
  }
  digits = digits.replace(/0+$/, "");
  text = digits.length > 1 ? digits[0] + "." + digits.slice(1) : digits;
  return (mantissa < 0 ? "−" : "") + (text === "1" ? "" : text + "×") + "10" + superscript(size);
}

// Multiples of 1, 2 or 5 times a power of ten, at most about `count` of them.
function linearTicks(low, high, count) {
  const span = (high - low) / Math.max(1, count);
  let exponent = Math.floor(Math.log10(span));
  let mantissa = [1, 2, 5].find(m => m * power(exponent) >= span * (1 - 1e-9));
  if (!mantissa) [mantissa, exponent] = [1, exponent + 1];
  const value = i => exponent < 0 ? i * mantissa / power(-exponent) : i * mantissa * power(exponent);
  const ticks = [];
  const step = value(1);
  const slack = step * 1e-9;
  for (let i = Math.ceil((low - slack) / step); value(i) <= high + slack && ticks.length < 50; i++) {
    ticks.push({ value: value(i) + 0, text: numberText(i * mantissa, exponent) });
  }
  return { ticks, minor: [] };
}

// Powers of ten from `low` to `high`, both above 0: with 2 and 5 times each, all, or every second, third and so on.
function powersOfTen(low, high, room) {
  const [first, last] = [Math.floor(Math.log10(low)), Math.ceil(Math.log10(high))];
  const strides = last - first <= 3 ? [0, 1, 2, 3, 5, 10, 20, 50, 100, 200] : [1, 2, 3, 5, 10, 20, 50, 100, 200];
  for (const stride of strides) {
    const found = [];
    for (let e = first; e <= last; e++) {
      if (stride > 1 && e % stride !== 0) continue;
      for (const m of stride === 0 ? [1, 2, 5] : [1]) found.push([m, e]);
    }
    const inside = found.filter(([m, e]) => m * power(e) >= low * (1 - 1e-12) && m * power(e) <= high * (1 + 1e-12));
    if (inside.length <= room || stride === 200) return { inside, stride, first, last };
  }
}

function logTicks(axis, count) {
  const { inside, stride, first, last } = powersOfTen(axis.low, axis.high, count);
  if (inside.length < 2) return linearTicks(axis.low, axis.high, count);
  const minor = [];
  const decade = Math.abs(axis.pixel(axis.low * 10) - axis.pixel(axis.low));
  if (stride < 2 && decade >= 30) {
    for (let e = first; e <= last; e++) for (let m = 2; m < 10; m++) minor.push(m * power(e));
  }
  const plain = inside.every(([, e]) => e >= -3 && e <= 3);
  return {
    ticks: inside.map(([m, e]) => ({
      value: m * power(e),
      text: plain || e === 0 || e === 1 ? numberText(m, e) : (m === 1 ? "" : m + "×") + "10" + superscript(e),
    })),
    minor: minor.filter(v => v >= axis.low && v <= axis.high),
  };
}

function symlogTicks(axis, count) {
  const largest = Math.max(Math.abs(axis.low), Math.abs(axis.high));
  const near = Math.abs(axis.end - axis.start) / count;
  const inside = largest > axis.constant ? powersOfTen(axis.constant, largest, count / 2).inside : [];
  const origin = axis.pixel(0);
  const ticks = inside.flatMap(([m, e]) => [-1, 1].map(s => ({ value: s * m * power(e), text: numberText(s * m, e) })))
    .filter(t => t.value >= axis.low && t.value <= axis.high && Math.abs(axis.pixel(t.value) - origin) >= near * 0.7);
  if (axis.low <= 0 && axis.high >= 0) ticks.push({ value: 0, text: "0" });
  return ticks.length < 3 ? linearTicks(axis.low, axis.high, count) : { ticks, minor: [] };
}

// The ticks of an axis, no more than about `count`.
function ticksOf(axis, count) {
  if (axis.kind === "log") return logTicks(axis, count);
  if (axis.kind === "symlog") return symlogTicks(axis, count);
  return linearTicks(axis.low, axis.high, count);
}

// A number for reading, in so many digits.
function reading(value, digits = 6) {
  if (value === undefined || Number.isNaN(value)) return "undefined";
  if (!Number.isFinite(value)) return value < 0 ? "−∞" : "∞";
  if (value === 0) return "0";
  const exponent = Math.floor(Math.log10(Math.abs(value)));
  if (exponent >= -4 && exponent < 7) {
    const text = value.toFixed(Math.max(0, digits - 1 - exponent));
    return withMinus(text.includes(".") ? text.replace(/\.?0+$/, "") : text);
  }
  const [mantissa, e] = value.toExponential(digits - 1).split("e");
  return withMinus(mantissa.replace(/\.?0+$/, "")) + "×10" + superscript(Number(e));
}
