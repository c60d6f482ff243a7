// Fields: functions of x and y in colour, drawn anew where the view is another one than the picture's.

const isDark = matchMedia("(prefers-color-scheme: dark)");
// The theme that is seen: the picture's, or that of dark pages where it follows these.
const themed = list => list[isDark.matches ? list.length - 1 : 0];

// The difference of two values, 0 where they are equal but for rounding, as the picture has it.
function differenceOf(a, b) {
  const difference = a - b;
  return Math.abs(difference) <= 16 * 2 ** -52 * Math.max(Math.abs(a), Math.abs(b)) ? 0 : difference;
}

// A panel of a function of x and y.
class FieldPanel extends Panel {
  constructor(about, place) {
    super(about, place);
    const { function: subject, from, quantity } = this.field;
    this.isComputed = subject !== undefined;
    const [f, g] = [subject, from].map(place => functions[place]?.codes[quantity]);
    this.lines = element("g", { "clip-path": this.front.getAttribute("clip-path") });
    this.front.after(this.lines);
    // What it shows, as a function of x and y.
    this.surface = g ? (x, y) => differenceOf(f(x, y), g(x, y)) : f;
  }

  get reader() { return pointReader; }
  get isFixed() { return !this.isComputed; }
  get uncomputed() { return this.isComputed ? [] : [this.field]; }

  draw() {
    this.drawAxes(true);
    if (this.field.hasColors) paint(this, stepOfField(this));
    drawLevels(this);
    this.drawMarks(() => false);
  }
}

// So many values are computed while the view moves; all pixels once it rests.
const MOST_WHILE_MOVING = 60000;
const HATCHING = 9;

const stepOfField = panel => view.isMoving ? Math.ceil(Math.sqrt(panel.width * panel.height / MOST_WHILE_MOVING)) : 1;

// Paints the values at the middles of squares so many pixels wide. As an image of its own the view can be saved as SVG.
function paint(panel, step) {
  const { field, xAxis, yAxis, left, top } = panel;
  const [columns, rows] = [Math.ceil(panel.width / step), Math.ceil(panel.height / step)];
  const canvas = html("canvas");
  [canvas.width, canvas.height] = [columns, rows];
  const context = canvas.getContext("2d");
  const pixels = context.createImageData(columns, rows);
  const words = new Uint32Array(pixels.data.buffer);
  const table = themed(field.tables).map(wordOf);
  const f = panel.surface;
  const [low, high] = field.domain;
  // Halves keep a span that no double holds finite.
  const factor = table.length / (high / 2 - low / 2);
  const xs = Array.from({ length: columns }, (_, i) => xAxis.value(left + (i + 0.5) * step));
  const hatching = wordOf(panel.colors.grid);
  for (let j = 0; j < rows; j++) {
    const y = yAxis.value(top + (j + 0.5) * step);
    for (let i = 0; i < columns; i++) {
      const place = (f(xs[i], y) / 2 - low / 2) * factor;
      if (!Number.isNaN(place)) words[j * columns + i] = table[Math.min(table.length - 1, Math.max(0, Math.floor(place)))];
      // Where there is no value the page's colour is not taken for one of the field's.
      else if ((i + j) * step % HATCHING < step) words[j * columns + i] = hatching;
    }
  }
  context.putImageData(pixels, 0, 0);
  const image = element("image", {
    x: left, y: top, width: columns * step, height: rows * step, preserveAspectRatio: "none", href: canvas.toDataURL(),
  }, panel.front);
  // The one before stays until this one is there.
  image.addEventListener("load", () => { while (panel.front.firstChild !== image && image.parentNode) panel.front.firstChild.remove(); });
}

// A colour such as #5276d8 as canvases hold it: bytes of red, green, blue and opacity.
function wordOf(color) {
  const bytes = new Uint8Array([1, 3, 5].map(i => parseInt(color.slice(i, i + 2), 16)).concat(255));
  return new Uint32Array(bytes.buffer)[0];
}

isDark.addEventListener("change", changed);
