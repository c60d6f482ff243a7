// Curves: what computes them, and the points through which they are drawn.

// The value of a quantity of a function, as a function of x alone: its parameters have the values of now.
function evaluator(place, quantity) {
  const { codes, parameters } = functions[place];
  const code = codes[quantity];
  if (!code) return undefined;
  const [a, b, c] = parameters.map(p => p.value);
  switch (parameters.length) {
    case 0: return x => code(x);
    case 1: return x => code(x, a);
    case 2: return x => code(x, a, b);
    case 3: return x => code(x, a, b, c);
    default: { const all = parameters.map(p => p.value); return x => code(x, ...all); }
  }
}

// What a curve shows, as a function of x; nothing for one that is given by points alone.
function traceOf(curve) {
  if (curve.function === undefined) return undefined;
  const f = evaluator(curve.function, curve.quantity);
  if (!f || curve.from === undefined) return f;
  const g = evaluator(curve.from, curve.quantity);
  if (!g) return undefined;
  return curve.unsigned ? x => Math.abs(f(x) - g(x)) : x => f(x) - g(x);
}

// How finely a curve is drawn: from so many pixels to so many more at least, and points left out that lie so near to straight lines
// between others, in pixels upwards or downwards. Text and paths of thousands of points take longer than the values.
const FINE = { step: 2, straight: 0.04 };
const WHILE_MOVING = { step: 4, straight: 0.12 };
const fineness = () => view.isMoving ? WHILE_MOVING : FINE;

// How far a chord may lie from the curve, in pixels, and how far a curve is followed beyond its panel, in heights of it.
const TOLERANCE = 0.2;
const BEYOND = 2;
const DEEPEST = 12;
const MOST_POINTS = 60000;

// The lines of y = f(x) in pixels over what the axes show: divided until chords lie on the curve, broken where it jumps,
// leaves its domain or runs to infinity.
function linesOf(f, x, y) {
  const height = Math.abs(y.end - y.start);
  const [top, bottom] = [Math.min(y.start, y.end) - BEYOND * height, Math.max(y.start, y.end) + BEYOND * height];
  const lines = [];
  let line = [];
  let count = 0;
  const at = px => {
    count++;
    const py = y.pixel(f(x.value(px)));
    return Number.isNaN(py) ? py : Math.min(bottom, Math.max(top, py));
  };
  const end = () => {
    if (line.length) lines.push(straightened(line));
    line = [];
  };
  const outside = v => v <= top || v >= bottom;
  // From a point to another; the first is drawn already.
  const connect = (x0, y0, x1, y1, depth) => {
    const middle = (x0 + x1) / 2;
    if (Number.isNaN(y0) && Number.isNaN(y1)) return;
    if (outside(y0) && y0 === y1) {
      if (line.length) line.push(x1, y1);
      return;
    }
    if (depth > 0 && count < MOST_POINTS) {
      const ym = at(middle);
      const bent = Number.isNaN(y0) || Number.isNaN(y1) || !(Math.abs(ym - (y0 + y1) / 2) <= TOLERANCE);
      // A bend that is symmetric about the middle is seen a quarter along.
      const even = !bent && Math.abs(y1 - y0) > 4 && depth === DEEPEST
        && !(Math.abs(at((x0 + middle) / 2) - (0.75 * y0 + 0.25 * y1)) <= TOLERANCE);
      if (bent || even) {
        connect(x0, y0, middle, ym, depth - 1);
        connect(middle, ym, x1, y1, depth - 1);
        return;
      }
    }
    if (Number.isNaN(y0) || Number.isNaN(y1) || (depth === 0 && Math.abs(y1 - y0) > 1)) {
      end();
      if (!Number.isNaN(y1)) line = [x1, y1];
      return;
    }
    line.push(x1, y1);
  };
  const steps = Math.max(2, Math.ceil(Math.abs(x.end - x.start) / fineness().step));
  let [x0, y0] = [x.start, at(x.start)];
  if (!Number.isNaN(y0)) line = [x0, y0];
  for (let i = 1; i <= steps; i++) {
    const x1 = x.start + (x.end - x.start) * i / steps;
    const y1 = at(x1);
    connect(x0, y0, x1, y1, DEEPEST);
    [x0, y0] = [x1, y1];
  }
  end();
  return lines;
}

// Given points in pixels, broken where one has no place; a curve without code has them alone.
function givenLines(curve, x, y) {
  const lines = [];
  for (const points of curve.points ?? []) {
    let line = [];
    lines.push(line);
    for (let i = 0; i < points.length; i += 2) {
      const [px, py] = [x.pixel(number(points[i])), y.pixel(number(points[i + 1]))];
      if (Number.isFinite(px) && Number.isFinite(py)) line.push(px, py);
      else if (line.length) lines.push(line = []);
    }
  }
  return lines;
}

// Without points that lie on the straight line between others, or nearly; x rises.
function straightened(line) {
  const { straight } = fineness();
  if (line.length < 6) return line;
  let [x0, y0] = line;
  const kept = [x0, y0];
  let [least, most] = [-Infinity, Infinity];
  for (let i = 2; i < line.length; i += 2) {
    let width = line[i] - x0;
    const slope = (line[i + 1] - y0) / width;
    if (!(slope >= least && slope <= most)) {
      // The point before ends the straight part, and begins the next one.
      if (i > 2) {
        [x0, y0] = [line[i - 2], line[i - 1]];
        kept.push(x0, y0);
        width = line[i] - x0;
      }
      [least, most] = [-Infinity, Infinity];
    }
    least = Math.max(least, (line[i + 1] - straight - y0) / width);
    most = Math.min(most, (line[i + 1] + straight - y0) / width);
  }
  kept.push(line[line.length - 2], line[line.length - 1]);
  return kept;
}

const hundredth = v => Math.round(v * 100) / 100;

// Lines as path data.
function pathOf(lines) {
  let path = "";
  for (const line of lines) {
    for (let i = 0; i < line.length; i += 2) {
      path += (i ? " " : "M") + hundredth(line[i]) + "," + hundredth(line[i + 1]);
    }
    if (line.length === 2) path += "h0";
  }
  return path;
}
