// Axes: from data to pixels and back.

// How axes bend the number line, and back again.
const bends = {
  linear: () => [v => v, t => t],
  log: () => [v => v > 0 ? Math.log(v) : NaN, Math.exp],
  symlog: c => [
    v => Math.sign(v) * Math.log1p(Math.abs(v) / c),
    t => Math.sign(t) * c * Math.expm1(Math.abs(t)),
  ],
};

// An axis whose domain `low…high` lies from pixel `start` to pixel `end`.
class Axis {
  constructor(about, domain, start, end) {
    [this.kind, this.constant] = [about.scale, about.constant];
    [this.bend, this.unbend] = bends[about.scale](about.constant);
    [this.low, this.high] = domain;
    [this.start, this.end] = [start, end];
    this.first = this.bend(this.low);
    this.unit = (end - start) / (this.bend(this.high) - this.first);
  }
  pixel(value) { return this.start + (this.bend(value) - this.first) * this.unit; }
  value(pixel) { return this.unbend(this.first + (pixel - this.start) / this.unit); }
  // What is seen where pixels are moved and stretched about a place: by `factor` at pixel `about`, then by `shift`.
  moved(factor, about, shift) {
    return [this.start, this.end].map(pixel => this.value(about + (pixel - shift - about) / factor));
  }
  // Whether doubles tell the pixels apart, and none overflows.
  isDrawable() {
    const size = Math.max(Math.abs(this.low), Math.abs(this.high));
    const fine = this.kind === "log" ? this.bend(this.high) - this.first > 1e-9
      : this.high - this.low > size * 1e-12 && this.high - this.low > 1e-300;
    return fine && size < 1e300 && Number.isFinite(this.unit) && this.low < this.high;
  }
}
