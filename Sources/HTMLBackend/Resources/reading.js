// Reading: a cross-hair that snaps to curves, with x and the values there; pinned values in a table.

const words = { f: "f", df: "f′", d2f: "f″", gate: "H", density: "δ" };
const cross = element("g", { class: "cross", "pointer-events": "none", display: "none" });
const box = html("div");
const announcement = html("div");
const pins = html("table");
const pinned = [];
let read;

box.className = "reading";
box.hidden = true;
announcement.className = "unseen";
announcement.setAttribute("role", "status");

// Pixels of the screen to units of the picture.
function pointOf(event) {
  const matrix = svg.getScreenCTM();
  return matrix ? new DOMPoint(event.clientX, event.clientY).matrixTransform(matrix.inverse()) : new DOMPoint(-1, -1);
}

const panelAt = point => panels.find(panel => panel.contains(point.x, point.y));

// The value of a curve at x: by its code, or between the points that it is given by.
function valueOf(curve, x) {
  const f = traceOf(curve);
  if (f) return f(x);
  for (const points of curve.points ?? []) {
    for (let i = 2; i < points.length; i += 2) {
      const [a, b] = [points[i - 2], points[i]];
      if (a <= x && x <= b) return points[i - 1] + (b > a ? (x - a) / (b - a) : 0) * (points[i + 1] - points[i - 1]);
    }
  }
  return NaN;
}

// The curve of a panel that is nearest to a point.
function nearest(panel, px, py) {
  let best;
  const x = panel.xAxis.value(px);
  for (const curve of panel.curves) {
    if (isHidden(curve)) continue;
    const distance = Math.abs(panel.yAxis.pixel(valueOf(curve, x)) - py);
    if (Number.isFinite(distance) && !(distance >= best?.distance)) best = { curve, distance };
  }
  return best?.curve ?? panel.curves.find(c => !isHidden(c));
}

// All that is known of a curve's function at x, by the names of the quantities.
function quantitiesOf(curve, x) {
  if (curve.function === undefined || curve.from !== undefined) return [["y", valueOf(curve, x)]];
  return Object.keys(words).map(quantity => [words[quantity], evaluator(curve.function, quantity)])
    .filter(([, f]) => f).map(([word, f]) => [word, f(x)]);
}

// Reads a curve at the x of a pixel.
function readAt(panel, px, curve) {
  read = { panel, curve, x: roundAt(panel.xAxis, px) };
  showReading();
}

// The value at a pixel: a number that is round in a tenth of a pixel, so that it can be said.
function roundAt(axis, px) {
  const [a, b] = [axis.value(px), axis.value(px + 0.5)];
  const step = Math.pow(10, Math.floor(Math.log10(Math.abs(b - a))));
  let x = Math.abs(a) < step / 2 ? 0 : a;
  if (x !== 0 && Number.isFinite(step)) x = Number((Math.round(a / step) * step).toPrecision(12));
  return x >= axis.low && x <= axis.high ? x : Math.min(axis.high, Math.max(axis.low, a));
}

// How panels of curves are read; those of functions of x and y have a reader of their own.
const curveReader = {
  isReady: panel => panel.curves.length > 0,
  // Begins where no pointer is.
  begin: panel => readAt(panel, (panel.left + panel.right) / 2, panel.curves.find(c => !isHidden(c))),
  follow: (panel, point) => readAt(panel, point.x, nearest(panel, point.x, point.y)),
  // Goes on by so many pixels; upwards and downwards there are other curves.
  step(dx, dy) {
    if (dy) return this.next(Math.sign(dy));
    const { panel, curve, x } = read;
    readAt(panel, Math.min(panel.right, Math.max(panel.left, panel.xAxis.pixel(x) + dx)), curve);
  },
  // The curve above or below the one that is read.
  next(step) {
    const { curve, x } = read;
    const all = curves.filter(c => !isHidden(c));
    const next = all[(all.indexOf(curve) + step + all.length) % all.length];
    readAt(next.panel, next.panel.xAxis.pixel(x), next);
  },
  // What is read, by what it is called, and its height in the panel.
  values: ({ curve, x }) => [["x", x], ...quantitiesOf(curve, x)],
  height: ({ curve, x }) => valueOf(curve, x),
  show: showCross,
};

const readValues = () => read.panel.reader.values(read);

function showReading() {
  if (!read?.curve || isHidden(read.curve)) return hideReading();
  const { panel, curve, x } = read;
  cross.replaceChildren();
  panel.reader.show();
  cross.removeAttribute("display");
  box.replaceChildren(heading(curve), list(readValues()));
  box.hidden = false;
  place(box, panel.xAxis.pixel(x), panel.yAxis.pixel(panel.reader.height(read)));
}

function showCross() {
  const { panel, curve, x } = read;
  for (const other of panels.filter(p => p.x.group === panel.x.group)) {
    const px = hundredth(other.xAxis.pixel(x));
    if (!(px >= other.left && px <= other.right)) continue;
    element("path", {
      d: `M${px},${other.top} ${px},${other.bottom}`, stroke: other.colors.frame, "stroke-width": other.rule, fill: "none",
    }, cross);
    for (const mark of other.curves.filter(c => c === curve || (c.series === curve.series && other !== panel))) {
      const py = hundredth(other.yAxis.pixel(valueOf(mark, x)));
      if (!(py >= other.top - 1 && py <= other.bottom + 1)) continue;
      for (const [size, stroke] of [[4.4, other.colors.halo], [3, mark.color]]) {
        element("path", { d: `M${px},${py}h0`, stroke, "stroke-width": size * other.pen, "stroke-linecap": "round" }, cross);
      }
    }
  }
}

function heading(curve) {
  const made = html("b");
  made.textContent = curve.name;
  made.style.borderColor = curve.color;
  return made;
}

function list(values) {
  const made = html("dl");
  for (const [word, value] of values) {
    const [term, definition] = [html("dt"), html("dd")];
    [term.textContent, definition.textContent] = [word, reading(value)];
    made.append(term, definition);
  }
  return made;
}

// Puts a box beside a point of the picture, where it does not cover it.
function place(box, px, py) {
  const frame = svg.parentElement.getBoundingClientRect();
  const at = new DOMPoint(px, Number.isFinite(py) ? py : 0).matrixTransform(svg.getScreenCTM());
  const [x, y] = [at.x - frame.left, at.y - frame.top];
  const left = x + 16 + box.offsetWidth > frame.width ? x - 16 - box.offsetWidth : x + 16;
  box.style.left = `${Math.max(0, Math.min(left, frame.width - box.offsetWidth))}px`;
  box.style.top = `${Math.max(0, Math.min(y - box.offsetHeight - 12, frame.height - box.offsetHeight))}px`;
}

function hideReading() {
  read = undefined;
  box.hidden = true;
  cross.setAttribute("display", "none");
}

// Says what is read, for those who do not see it; once the pointer rests.
let saying;
function announce() {
  clearTimeout(saying);
  saying = setTimeout(() => {
    if (!read?.curve) return;
    announcement.textContent = `${read.curve.name}: ` + readValues().map(([w, v]) => `${w} = ${reading(v)}`).join(", ");
  }, 300);
}

// Keeps what is read as a row of the table.
function pin() {
  if (!read?.curve) return;
  pinned.push({ name: read.curve.name, values: new Map(readValues()) });
  const columns = [...new Set(pinned.flatMap(({ values }) => [...values.keys()]))];
  const header = (text, scope, row) => {
    const cell = html("th");
    [cell.textContent, cell.scope] = [text, scope];
    row.append(cell);
  };
  pins.replaceChildren();
  pins.createCaption().textContent = "Pinned values";
  const head = pins.createTHead().insertRow();
  for (const word of ["", ...columns]) header(word, "col", head);
  const body = pins.createTBody();
  for (const { name, values } of pinned) {
    const row = body.insertRow();
    header(name, "row", row);
    // All digits, to be copied as a program reads them.
    for (const word of columns) row.insertCell().textContent = values.has(word) ? String(values.get(word)) : "";
  }
  pins.hidden = false;
}
