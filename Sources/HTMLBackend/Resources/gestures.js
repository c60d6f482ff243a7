// Gestures: pointer, wheel, pinch and keys.

const pointers = new Map();
let drag;
const isFramed = window.parent !== window;

svg.addEventListener("wheel", event => {
  const point = pointOf(event);
  const panel = panelAt(point);
  // Within another page the wheel is that page's, until the figure is chosen.
  if (!panel || (isFramed && !event.ctrlKey && document.activeElement !== svg)) return;
  event.preventDefault();
  const lines = event.deltaMode === 1 ? 20 : event.deltaMode === 2 ? 400 : 1;
  const amount = Math.max(-300, Math.min(300, event.deltaY * lines)) * (event.ctrlKey ? 4 : 1);
  zoom(panel, Math.exp(-amount / 400), point.x, point.y, event.shiftKey);
}, { passive: false });

svg.addEventListener("pointerdown", event => {
  // What a legend's entry gets is no reading and no move.
  if (event.button || event.target.closest(".entry")) return;
  const point = pointOf(event);
  pointers.set(event.pointerId, point);
  const panel = panelAt(point);
  if (!panel) return;
  try { svg.setPointerCapture(event.pointerId); } catch { /* a pointer that is gone already */ }
  const [x, y] = [view.x.get(panel.x.group), view.y.get(panel.y.group)];
  drag = {
    panel, from: point, x, y, xAxis: panel.xAxis, yAxis: panel.yAxis, isMoved: false,
    kind: pointers.size > 1 ? "pinch" : event.pointerType === "touch" ? "read" : event.shiftKey ? "box" : "pan",
    fingers: [...pointers.values()],
  };
});

svg.addEventListener("pointermove", event => {
  const point = pointOf(event);
  if (pointers.has(event.pointerId)) pointers.set(event.pointerId, point);
  if (!drag) {
    const panel = panelAt(point);
    return panel ? follow(panel, point) : hideReading();
  }
  if (!drag.isMoved && Math.hypot(point.x - drag.from.x, point.y - drag.from.y) < 4) return;
  drag.isMoved = true;
  drags[drag.kind](drag, point);
});

const drags = {
  read: ({ panel }, point) => follow(panel, new DOMPoint(Math.min(panel.right, Math.max(panel.left, point.x)), point.y)),
  pan: (drag, point) => {
    hideReading();
    look(drag.panel, drag.xAxis.moved(1, 0, point.x - drag.from.x), drag.yAxis.moved(1, 0, point.y - drag.from.y));
  },
  pinch: drag => {
    hideReading();
    const [[a, b], [c, d]] = [drag.fingers, [...pointers.values()]];
    if (!b || !d) return;
    const factor = Math.hypot(c.x - d.x, c.y - d.y) / Math.max(1, Math.hypot(a.x - b.x, a.y - b.y));
    const [before, after] = [[a, b], [c, d]].map(([p, q]) => [(p.x + q.x) / 2, (p.y + q.y) / 2]);
    look(drag.panel, drag.xAxis.moved(factor, before[0], after[0] - before[0]),
      drag.yAxis.moved(factor, before[1], after[1] - before[1]));
  },
  box: (drag, point) => {
    hideReading();
    const { panel, from } = drag;
    drag.to = new DOMPoint(
      Math.min(panel.right, Math.max(panel.left, point.x)), Math.min(panel.bottom, Math.max(panel.top, point.y)));
    drag.shape ??= element("rect", { "fill-opacity": 0.12, fill: panel.colors.frame, stroke: panel.colors.frame }, svg);
    const [x, y] = [Math.min(from.x, drag.to.x), Math.min(from.y, drag.to.y)];
    const size = { x, y, width: Math.abs(from.x - drag.to.x), height: Math.abs(from.y - drag.to.y) };
    for (const key in size) drag.shape.setAttribute(key, hundredth(size[key]));
  },
};

function follow(panel, point) {
  panel.reader.follow(panel, point);
  announce();
}

function release(event) {
  pointers.delete(event.pointerId);
  const done = drag;
  if (!done) return;
  drag = undefined;
  done.shape?.remove();
  if (event.type === "pointercancel") return;
  if (!done.isMoved) {
    follow(done.panel, pointOf(event));
    pin();
  } else if (done.kind === "box" && Math.abs(done.from.x - done.to.x) > 4 && Math.abs(done.from.y - done.to.y) > 4) {
    const ends = (axis, a, b) => [axis.value(a), axis.value(b)].sort((p, q) => p - q);
    look(done.panel, ends(done.xAxis, done.from.x, done.to.x), ends(done.yAxis, done.from.y, done.to.y));
  }
}
svg.addEventListener("pointerup", release);
svg.addEventListener("pointercancel", release);
svg.addEventListener("pointerleave", event => { if (!drag && event.pointerType !== "touch") hideReading(); });
svg.addEventListener("dblclick", event => { if (panelAt(pointOf(event))) reset(); });

const step = (dx, dy, event) => read.panel.reader.step((event.shiftKey ? 50 : 5) * dx, (event.shiftKey ? 50 : 5) * dy);

const keys = {
  ArrowLeft: event => step(-1, 0, event),
  ArrowRight: event => step(1, 0, event),
  ArrowUp: event => step(0, -1, event),
  ArrowDown: event => step(0, 1, event),
  PageUp: () => read.panel.reader.next(-1),
  PageDown: () => read.panel.reader.next(1),
  Enter: () => pin(),
  "+": () => zoomAtReading(1.5),
  "=": () => zoomAtReading(1.5),
  "-": () => zoomAtReading(1 / 1.5),
  0: () => reset(),
  Home: () => reset(),
  Escape: () => hideReading(),
};

function zoomAtReading(factor) {
  const { panel, x } = read;
  const py = panel.yAxis.pixel(panel.reader.height(read));
  const inside = py >= panel.top && py <= panel.bottom;
  zoom(panel, factor, panel.xAxis.pixel(x), inside ? py : (panel.top + panel.bottom) / 2);
}

svg.addEventListener("keydown", event => {
  const act = keys[event.key];
  if (!act || event.altKey || event.metaKey || event.ctrlKey) return;
  event.preventDefault();
  if (!read?.curve) {
    const panel = panels.find(p => p.reader.isReady(p));
    panel?.reader.begin(panel);
  }
  if (read?.curve) act(event);
  announce();
});
