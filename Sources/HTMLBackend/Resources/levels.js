// Level lines of functions of x and y, drawn anew where the view is another one than the picture's; numbers stand on the picture's alone.

const ofCells = () => view.isMoving ? 8 : 3;

// Values at the corners of cells so many pixels wide and high, row by row from the top.
class Corners {
  constructor(panel, size) {
    Object.assign(this, { panel, f: panel.surface });
    [this.columns, this.rows] = [panel.width, panel.height].map(length => Math.ceil(length / size) + 1);
    const between = (start, length, count) => Array.from({ length: count }, (_, i) => start + length * i / (count - 1));
    this.across = between(panel.left, panel.width, this.columns);
    this.down = between(panel.top, panel.height, this.rows);
    const [xs, ys] = [this.across.map(p => panel.xAxis.value(p)), this.down.map(p => panel.yAxis.value(p))];
    this.values = new Float64Array(this.columns * this.rows);
    for (let j = 0, place = 0; j < this.rows; j++) {
      for (let i = 0; i < this.columns; i++) this.values[place++] = this.f(xs[i], ys[j]);
    }
  }

  // The lines of a level through the cells: lists of points in pixels. An edge has an even number where it lies below the corner to its
  // left, an odd one where it leads down from it.
  lines(level) {
    const { columns, rows, values } = this;
    const joined = new Map();
    const join = (a, b) => {
      for (const [from, to] of [[a, b], [b, a]]) joined.set(from, [...joined.get(from) ?? [], to]);
    };
    for (let j = 0; j + 1 < rows; j++) {
      for (let i = 0; i + 1 < columns; i++) {
        const place = j * columns + i;
        const corners = [values[place], values[place + 1], values[place + columns + 1], values[place + columns]];
        const above = corners.map(v => v > level);
        if (above.every(v => v === above[0]) || !corners.every(Number.isFinite)) continue;
        const edges = [2 * place, 2 * (place + 1) + 1, 2 * (place + columns), 2 * place + 1];
        const crossed = edges.filter((_, k) => above[k] !== above[(k + 1) % 4]);
        if (crossed.length === 2) join(...crossed);
        else {
          // A saddle: its middle tells which corners hang together.
          const isTurned = (corners.reduce((a, b) => a + b) / 4 > level) === above[0];
          join(edges[0], edges[isTurned ? 1 : 3]);
          join(edges[2], edges[isTurned ? 3 : 1]);
        }
      }
    }
    return this.chains(joined).map(edges => edges.flatMap(edge => this.crossing(edge, level)));
  }

  // Edges in the order of the lines through them: those with an end first, then rings.
  chains(joined) {
    const seen = new Set();
    const follow = start => {
      const chain = [];
      for (let edge = start; edge !== undefined; edge = joined.get(edge).find(e => !seen.has(e))) {
        seen.add(edge);
        chain.push(edge);
      }
      if (chain.length > 2 && joined.get(start).includes(chain[chain.length - 1])) chain.push(start);
      return chain;
    };
    const ends = [...joined.keys()].filter(edge => joined.get(edge).length === 1);
    return [...ends, ...joined.keys()].filter(edge => !seen.has(edge)).map(edge => seen.has(edge) ? [] : follow(edge))
      .filter(chain => chain.length > 1);
  }

  // Where the level crosses an edge, in pixels: between its corners, and nearer by the values there.
  crossing(edge, level) {
    const { panel: { xAxis, yAxis }, across, down, columns, values } = this;
    const place = edge >> 1;
    const [i, j] = [place % columns, Math.floor(place / columns)];
    const [x, y] = [across[i], down[j]];
    const isDown = edge % 2;
    const length = isDown ? down[j + 1] - y : across[i + 1] - x;
    let [low, high] = [0, length];
    let [a, b] = [values[place] - level, values[place + (isDown ? columns : 1)] - level];
    let at = 0;
    for (let round = 0; round < 3; round++) {
      at = low + (high - low) * Math.min(0.95, Math.max(0.05, a / (a - b)));
      const v = (isDown ? this.f(xAxis.value(x), yAxis.value(y + at)) : this.f(xAxis.value(x + at), yAxis.value(y))) - level;
      if ((v > 0) === (a > 0)) [low, a] = [at, v];
      else [high, b] = [at, v];
    }
    at = low + (high - low) * a / (a - b);
    return isDown ? [x, y + at] : [x + at, y];
  }
}

function drawLevels(panel) {
  const { levels } = panel.field;
  const corners = levels.length ? new Corners(panel, ofCells()) : undefined;
  // That of 0 last: it is the widest.
  panel.lines.replaceChildren(...[...levels].sort((a, b) => (a.value === 0) - (b.value === 0)).map(({ value, width, dash, colors }) =>
    element("path", {
      fill: "none", stroke: themed(colors), "stroke-width": width, "stroke-linecap": dash.length ? undefined : "round",
      "stroke-dasharray": dash.length ? dash.join(" ") : undefined, "data-level": value, d: pathOf(corners.lines(value)),
    })));
}
