// Sliders: parameters that move, each with a number field, its start by a double click, and play.

// Gives a parameter a value in all functions but those of other panels that have another one at first.
function setParameter({ name, start, value }) {
  for (const p of functions.flatMap(f => f.parameters)) if (p.name === name && p.start === start) p.value = value;
  moved();
}

// A round step, of which a range holds a hundred or more.
function stepOf(low, high) {
  const size = Math.pow(10, Math.floor(Math.log10((high - low) / 100)));
  return Number(size.toPrecision(1));
}

const calm = matchMedia("(prefers-reduced-motion: reduce)");

class Slider {
  constructor({ name, symbol, low, high, start }) {
    Object.assign(this, { name, low, high, start, value: start });
    this.step = stepOf(low, high);
    this.row = html("div");
    this.row.className = "slider";
    const label = html("label");
    this.range = html("input");
    this.field = html("input");
    [this.range.type, this.field.type] = ["range", "number"];
    for (const input of [this.range, this.field]) {
      [input.min, input.max] = [low, high];
      input.step = "any";
      input.setAttribute("aria-label", name);
    }
    this.range.title = "Double click: as at first";
    label.append(symbol, this.range);
    this.playing = button("▶", `Play ${name}`, () => this.play());
    this.row.append(label, this.field, this.playing);
    this.range.addEventListener("input", () => this.set(this.rounded(Number(this.range.value))));
    this.field.addEventListener("change", () => {
      const typed = this.field.valueAsNumber;
      this.set(Number.isFinite(typed) ? Math.min(high, Math.max(low, typed)) : this.value);
    });
    this.range.addEventListener("dblclick", () => this.set(start));
    this.range.addEventListener("keydown", event => this.press(event));
    this.show();
  }

  // The multiple of the step that is nearest, in the fewest digits; the ends as they are.
  rounded(value) {
    const digits = Math.max(0, Math.ceil(-Math.log10(this.step)));
    return Math.min(this.high, Math.max(this.low, Number((Math.round(value / this.step) * this.step).toFixed(Math.min(100, digits)))));
  }

  press(event) {
    const steps = { ArrowLeft: -1, ArrowDown: -1, ArrowRight: 1, ArrowUp: 1, PageDown: -10, PageUp: 10 }[event.key];
    const ends = { Home: this.low, End: this.high };
    if (steps === undefined && !(event.key in ends)) return;
    event.preventDefault();
    this.set(steps === undefined ? ends[event.key] : this.rounded(this.value + steps * this.step));
  }

  set(value) {
    this.value = value;
    setParameter(this);
    this.show();
  }

  show() {
    this.range.value = this.value;
    this.field.value = this.value;
  }

  // From end to end and back, four seconds a way; step by step where the reader wants no motion.
  play() {
    if (this.timer) {
      cancelAnimationFrame(this.timer);
      this.timer = undefined;
      this.tell(false);
      return;
    }
    if (calm.matches) {
      this.set(this.value >= this.high ? this.low : this.rounded(this.value + 10 * this.step));
      return;
    }
    this.tell(true);
    const way = this.high - this.low;
    let [place, last] = [this.value - this.low, undefined];
    const move = now => {
      place += last === undefined ? 0 : (now - last) / 4000 * way;
      last = now;
      place %= 2 * way;
      this.set(this.rounded(this.low + (place > way ? 2 * way - place : place)));
      this.timer = requestAnimationFrame(move);
    };
    this.timer = requestAnimationFrame(move);
  }

  tell(isPlaying) {
    this.playing.textContent = isPlaying ? "❚❚" : "▶";
    this.playing.setAttribute("aria-label", `${isPlaying ? "Stop" : "Play"} ${this.name}`);
  }
}
