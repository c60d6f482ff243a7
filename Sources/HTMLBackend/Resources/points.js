// Reading functions of x and y: a cross at a point, with the value and the slopes there.

const slopes = { f: "f", fx: "∂f/∂x", fy: "∂f/∂y", fxx: "∂²f/∂x²", fyy: "∂²f/∂y²" };

// What is known of a field at a point.
function quantitiesAt(field, x, y) {
  if (field.from !== undefined) return [["Δ" + slopes[field.quantity], read.panel.surface(x, y)]];
  const { codes } = functions[field.function];
  return Object.keys(slopes).filter(q => codes[q]).map(q => [slopes[q], codes[q](x, y)]);
}

// Reads a field at a pixel within its panel.
function readPoint(panel, px, py) {
  if (!panel.isComputed) return hideReading();
  const inside = (p, low, high) => Math.min(high, Math.max(low, p));
  const x = roundAt(panel.xAxis, inside(px, panel.left, panel.right));
  const y = roundAt(panel.yAxis, inside(py, panel.top, panel.bottom));
  read = { panel, curve: panel.field, x, y };
  showReading();
}

const pointReader = {
  isReady: panel => panel.isComputed,
  begin: panel => readPoint(panel, ...middleOf(panel)),
  follow: (panel, point) => readPoint(panel, point.x, point.y),
  step(dx, dy) {
    const { panel, x, y } = read;
    readPoint(panel, panel.xAxis.pixel(x) + dx, panel.yAxis.pixel(y) + dy);
  },
  // Goes on to another panel.
  next(step) {
    const { panel, x, y } = read;
    const all = panels.filter(p => p.isComputed);
    const next = all[(all.indexOf(panel) + step + all.length) % all.length];
    readPoint(next, next.xAxis.pixel(x), next.yAxis.pixel(y));
  },
  values: ({ curve, x, y }) => [["x", x], ["y", y], ...quantitiesAt(curve, x, y)],
  height: ({ y }) => y,
  show: showPoint,
};

// The cross, in all panels of the same region.
function showPoint() {
  const { panel, x, y } = read;
  for (const other of panels.filter(p => p.field && p.x.group === panel.x.group)) {
    const [px, py] = [hundredth(other.xAxis.pixel(x)), hundredth(other.yAxis.pixel(y))];
    if (!other.contains(px, py)) continue;
    const ink = themed(other.field.inks);
    element("path", {
      d: `M${px},${other.top} ${px},${other.bottom}M${other.left},${py} ${other.right},${py}`,
      stroke: ink, "stroke-opacity": 0.5, "stroke-width": other.rule, fill: "none",
    }, cross);
    for (const [size, stroke] of [[4.4, other.colors.halo], [3, ink]]) {
      element("path", { d: `M${px},${py}h0`, stroke, "stroke-width": size * other.pen, "stroke-linecap": "round" }, cross);
    }
  }
}
