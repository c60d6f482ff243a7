// Panels: what stands on their axes, drawn anew where the view is another one than the picture's.

const svg = document.querySelector("main > svg");
const SVG = "http://www.w3.org/2000/svg";
const XLINK = "http://www.w3.org/1999/xlink";

const html = name => document.createElement(name);

function element(name, attributes = {}, parent = undefined) {
  const made = document.createElementNS(SVG, name);
  for (const key in attributes) if (attributes[key] !== undefined) made.setAttribute(key, attributes[key]);
  parent?.append(made);
  return made;
}

// The picture's own letters by their characters: so numbers drawn anew look as those that they replace.
const letters = new Map([...svg.querySelectorAll("defs [data-letter]")].map(letter => [
  letter.dataset.letter,
  { link: letter.getAttributeNS(XLINK, "href"), width: Number(letter.dataset.width) },
]));

const widthOf = (text, size) => [...text].reduce((sum, c) => sum + (letters.get(c)?.width ?? 600), 0) * size / 1000;

// A text in the picture's letters, its baseline at y.
function write(text, x, y, anchor, style, parent) {
  const shift = { start: 0, middle: 0.5, end: 1 }[anchor] * widthOf(text, style.size);
  const group = element("g", {
    role: "img", "aria-label": text, fill: style.color,
    transform: `translate(${hundredth(x - shift)},${hundredth(y)}) scale(${style.size / 1000})`,
  }, parent);
  let pen = 0;
  for (const character of text) {
    const letter = letters.get(character);
    if (letter?.link) element("use", { x: pen, href: letter.link }, group);
    pen += letter?.width ?? 600;
  }
}

// Whether an element is not there; browsers lay out anew whatever is set, though it be the same.
function hide(part, isHidden) {
  if (isHidden) part.setAttribute("display", "none");
  else part.removeAttribute("display");
}

const parts = name => [...svg.querySelectorAll(`g.${name}`)];
const plots = parts("plot");
const tickParts = parts("ticks");
const noteParts = parts("notes");

class Panel {
  constructor(about, place) {
    Object.assign(this, about);
    this.place = place;
    [this.left, this.top, this.width, this.height] = about.frame;
    [this.right, this.bottom] = [this.left + this.width, this.top + this.height];
    this.still = [plots[place], tickParts[place]].filter(Boolean);
    const clip = plots[place].querySelector("[clip-path]")?.getAttribute("clip-path");
    // Behind its picture, so that legends and names stay above.
    this.live = element("g", { class: "live" });
    plots[place].after(this.live);
    this.back = element("g", {}, this.live);
    this.front = element("g", { "clip-path": clip }, this.live);
    this.over = element("g", {}, this.live);
    this.ticks = element("g", {}, this.live);
    for (const curve of this.curves) {
      curve.panel = this;
      curve.path = element("path", {
        fill: "none", stroke: curve.color, "stroke-opacity": curve.opacity, "stroke-width": curve.width,
        "stroke-dasharray": curve.dash?.join(" "), "stroke-linecap": curve.dash ? undefined : "round",
      }, this.front);
    }
    this.setAxes(this.x.domain, this.y.domain);
  }

  setAxes(x, y) {
    this.xAxis = new Axis(this.x, x, this.left, this.right);
    this.yAxis = new Axis(this.y, y, this.bottom, this.top);
  }

  // How it is read; whether it stays as the picture has it; what it shows that is drawn from the picture's points alone.
  get reader() { return curveReader; }
  get isFixed() { return false; }
  get uncomputed() { return this.curves.filter(c => !traceOf(c)); }

  contains(x, y) {
    return x >= this.left && x <= this.right && y >= this.top && y <= this.bottom;
  }

  // Shows the picture's own panel, or the one drawn anew.
  show(isLive) {
    if (isLive === this.isLive) return;
    this.isLive = isLive;
    for (const part of this.still) hide(part, isLive);
    hide(this.live, !isLive);
  }

  // Draws all on the axes as they are.
  draw(isHidden) {
    this.drawAxes();
    for (const curve of this.curves) {
      const f = traceOf(curve);
      const hidden = isHidden(curve);
      curve.path.setAttribute("d", hidden ? "" : pathOf(
        f ? linesOf(f, this.xAxis, this.yAxis) : givenLines(curve, this.xAxis, this.yAxis)));
    }
    this.drawMarks(isHidden);
  }

  // Grid, ticks and labels, where they are not those that were drawn last; a field's axes have no lines at 0, and ticks beside them too where
  // there is no grid.
  drawAxes(isOfField = false) {
    const domains = [this.xAxis.low, this.xAxis.high, this.yAxis.low, this.yAxis.high].join();
    if (domains === this.drawn) return;
    this.drawn = domains;
    const [xs, ys] = [this.fitting(this.xAxis), this.ticksBeside()];
    this.back.replaceChildren();
    this.ticks.replaceChildren();
    const rule = (d, stroke, parent) => d && element("path", { fill: "none", stroke, "stroke-width": this.rule, d }, parent);
    const crisp = p => this.rule % 2 ? Math.floor(p) + 0.5 : Math.round(p);
    const isInner = (p, low, high) => p > low + 0.5 && p < high - 0.5;
    const upright = x => `M${x},${this.top} ${x},${this.bottom}`;
    const level = y => `M${this.left},${y} ${this.right},${y}`;
    let [grid, zero, marks] = ["", "", ""];
    for (const { value } of xs.ticks) {
      const p = crisp(this.xAxis.pixel(value));
      if (isInner(p, this.left, this.right) && value !== 0) grid += upright(p);
      if (this.labelsX) marks += `M${p},${this.bottom} ${p},${this.bottom + 0.22 * this.em}`;
    }
    for (const { value } of ys.ticks) {
      const p = crisp(this.yAxis.pixel(value));
      if (isInner(p, this.top, this.bottom) && value !== 0) grid += level(p);
    }
    const [zx, zy] = [crisp(this.xAxis.pixel(0)), crisp(this.yAxis.pixel(0))];
    if (isInner(zx, this.left, this.right)) zero += upright(zx);
    if (isInner(zy, this.top, this.bottom)) zero += level(zy);
    if (this.hasGrid) rule(grid, this.colors.grid, this.back);
    if (!isOfField) rule(zero, this.colors.zero, this.back);
    if (isOfField && this.labelsY) for (const { value } of ys.ticks) {
      const p = crisp(this.yAxis.pixel(value));
      marks += `M${this.left - 0.22 * this.em},${p} ${this.left},${p}`;
    }
    for (const value of ys.minor) {
      const p = crisp(this.yAxis.pixel(value));
      marks += `M${this.left - 0.15 * this.em},${p} ${this.left},${p}`;
    }
    if (this.labelsX) for (const value of xs.minor) {
      const p = crisp(this.xAxis.pixel(value));
      marks += `M${p},${this.bottom} ${p},${this.bottom + 0.15 * this.em}`;
    }
    rule(marks, this.colors.frame, this.ticks);
    const cap = 0.73 * this.tick.size;
    if (this.labelsX) for (const { value, text } of xs.ticks) {
      write(text, this.xAxis.pixel(value), this.bottom + 0.62 * this.em + cap, "middle", this.tick, this.ticks);
    }
    if (this.labelsY) for (const { value, text } of ys.ticks) {
      write(text, this.left - 0.4 * this.em, this.yAxis.pixel(value) + cap / 2, "end", this.tick, this.ticks);
    }
  }

  // Ticks below whose labels stand apart.
  fitting(axis) {
    let count = Math.min(10, this.width / (2.2 * this.tick.size));
    for (let round = 0; round < 6; round++) {
      const ticks = ticksOf(axis, count);
      const widest = Math.max(0, ...ticks.ticks.map(t => widthOf(t.text, this.tick.size)));
      const places = ticks.ticks.map(t => axis.pixel(t.value)).sort((a, b) => a - b);
      if (places.every((p, i) => !i || p - places[i - 1] >= widest + 0.8 * this.tick.size)) return ticks;
      count /= 1.5;
    }
    return ticksOf(axis, 1);
  }

  ticksBeside() { return ticksOf(this.yAxis, Math.max(1, Math.min(6, this.height / (1.7 * this.tick.size)))); }

  // What is given by places: the ends of jumps and points that were marked.
  drawMarks(isHidden) {
    this.over.replaceChildren();
    const disc = (x, y, width, stroke) => element("path", {
      fill: "none", stroke, "stroke-width": width, "stroke-linecap": "round", d: `M${hundredth(x)},${hundredth(y)}h0`,
    }, this.over);
    const place = ([x, y]) => [this.xAxis.pixel(x), this.yAxis.pixel(y)];
    for (const curve of this.curves) {
      if (isHidden(curve) || isMovedCurve(curve)) continue;
      for (const [x, y, isFull] of curve.dots ?? []) {
        const [px, py] = place([x, y]);
        if (!this.contains(px, py)) continue;
        disc(px, py, 2.8 * this.pen, curve.color);
        if (!isFull) disc(px, py, 1.3 * this.pen, this.colors.ground);
      }
    }
    // Found for the curves as they were at first.
    if (this.curves.some(isMovedCurve)) return;
    for (const { at, color } of this.marks) {
      const [px, py] = place(at);
      if (!this.contains(px, py)) continue;
      for (const [size, ink] of [[5.6, this.colors.halo], [4.2, color], [1.8, this.colors.halo]]) disc(px, py, size * this.pen, ink);
    }
  }
}
