// The view: what the axes show, which curves are hidden, and when all is drawn anew.

const panels = figure.panels.map((about, place) => new (about.field ? FieldPanel : Panel)(about, place));
const curves = panels.flatMap(panel => panel.curves);

const view = {
  // Domains by the groups of axes that move together.
  x: new Map(panels.map(panel => [panel.x.group, panel.x.domain])),
  y: new Map(panels.map(panel => [panel.y.group, panel.y.domain])),
  hidden: new Set(),
  // Whether anything is drawn anew.
  isLive: false,
  // Whether it moves: then it is drawn more coarsely, and once more when it rests.
  isMoving: false,
};
const listeners = [];
let isWaiting = false;

const same = (a, b) => a[0] === b[0] && a[1] === b[1];
const isChanged = panel => !same(view.x.get(panel.x.group), panel.x.domain) || !same(view.y.get(panel.y.group), panel.y.domain);
const isMovedFunction = f => f.parameters.some(p => p.value !== p.start);
const isMovedCurve = curve => [curve.function, curve.from].some(f => f !== undefined && isMovedFunction(functions[f]));
const isHidden = curve => view.hidden.has(curve.series);

// So many milliseconds after the last move the view rests.
const REST = 150;

// Draws anew while the view moves, and when it rests.
function moved() {
  view.isMoving = true;
  clearTimeout(view.resting);
  view.resting = setTimeout(() => {
    view.isMoving = false;
    changed();
  }, REST);
  changed();
}

// Draws once a frame, however much has changed.
function changed() {
  if (isWaiting) return;
  isWaiting = true;
  requestAnimationFrame(() => {
    isWaiting = false;
    drawAll();
  });
}

function drawAll() {
  let isLive = false;
  for (const panel of panels) {
    const live = isChanged(panel) || panel.curves.some(c => isHidden(c) || isMovedCurve(c));
    panel.setAxes(view.x.get(panel.x.group), view.y.get(panel.y.group));
    if (live) panel.draw(isHidden);
    panel.show(live);
    isLive ||= live;
  }
  // What was placed beside curves holds for the picture alone.
  if (isLive !== view.isLive) for (const part of noteParts) hide(part, isLive);
  view.isLive = isLive;
  for (const tell of listeners) tell(isLive);
}

// Moves a panel's axes, and with them those that share its group; refuses what doubles do not tell apart.
function look(panel, x, y) {
  if (panel.isFixed) return;
  const [xAxis, yAxis] = [new Axis(panel.x, x, panel.left, panel.right), new Axis(panel.y, y, panel.bottom, panel.top)];
  if (!xAxis.isDrawable() || !yAxis.isDrawable()) return;
  view.x.set(panel.x.group, x);
  view.y.set(panel.y.group, y);
  moved();
}

// Zooms about a point of a panel, in both directions or along x alone.
function zoom(panel, factor, px, py, alongX = false) {
  look(panel, panel.xAxis.moved(factor, px, 0), alongX ? view.y.get(panel.y.group) : panel.yAxis.moved(factor, py, 0));
}

function reset() {
  for (const panel of panels) {
    view.x.set(panel.x.group, panel.x.domain);
    view.y.set(panel.y.group, panel.y.domain);
  }
  view.hidden.clear();
  for (const slider of sliders) slider.set(slider.start);
  changed();
}

function toggle(series) {
  if (!view.hidden.delete(series)) view.hidden.add(series);
  changed();
}
