// What stands around the figure, made by the script alone: without it the page is the picture.

const main = svg.parentElement;

function button(text, label, act) {
  const made = html("button");
  made.type = "button";
  [made.textContent, made.title] = [text, label];
  made.setAttribute("aria-label", label);
  made.addEventListener("click", act);
  return made;
}

const sliders = figure.sliders.map(about => new Slider(about));

const middleOf = panel => [(panel.left + panel.right) / 2, (panel.top + panel.bottom) / 2];

function bar() {
  const made = html("div");
  made.className = "bar";
  const zoomAll = factor => {
    // Axes of one group move once.
    const seen = { x: new Set(), y: new Set() };
    for (const panel of panels) {
      const [px, py] = middleOf(panel);
      const domainOf = (axis, scale, about) => {
        const { group } = panel[axis];
        if (seen[axis].has(group)) return view[axis].get(group);
        seen[axis].add(group);
        return scale.moved(factor, about, 0);
      };
      look(panel, domainOf("x", panel.xAxis, px), domainOf("y", panel.yAxis, py));
    }
  };
  made.append(
    button("−", "Zoom out", () => zoomAll(1 / 1.5)), button("+", "Zoom in", () => zoomAll(1.5)),
    button("Reset", "Reset the view", reset), ...takingBar());
  return made;
}

// Legend entries hide and show their curves.
function entries() {
  parts("entry").forEach((part, place) => {
    const series = figure.entries[place];
    if (!series?.length) return;
    const { x, y, width, height } = part.getBBox();
    element("rect", { class: "hit", x: x - 4, y: y - 4, width: width + 8, height: height + 8, fill: "none", "pointer-events": "all" }, part);
    const press = () => series.forEach(toggle);
    let wasShown;
    const tell = () => {
      const isShown = series.some(s => !view.hidden.has(s));
      if (isShown === wasShown) return;
      wasShown = isShown;
      part.setAttribute("aria-pressed", isShown);
      part.setAttribute("opacity", isShown ? 1 : 0.35);
    };
    part.setAttribute("role", "button");
    part.setAttribute("tabindex", 0);
    part.setAttribute("aria-label", `Show ${figure.series[series[0]] ?? "curve"}`);
    part.setAttribute("cursor", "pointer");
    part.addEventListener("click", press);
    part.addEventListener("keydown", event => {
      if (event.key !== "Enter" && event.key !== " ") return;
      event.preventDefault();
      event.stopPropagation();
      press();
    });
    listeners.push(tell);
    tell();
  });
}

// Names as they stand in a sentence: of many the first.
const listed = names => names.length > 4 ? `${names.slice(0, 3).join(", ")} and ${names.length - 3} more` : names.join(", ");

function hint() {
  const made = html("p");
  const still = [...new Set(panels.flatMap(p => p.uncomputed).map(c => c.name))];
  const fixed = functions.filter(f => f.isFixed).map(f => f.name);
  made.textContent = "Point to read, click to pin, wheel to zoom, drag to move, Shift and drag for a box, double click to reset."
    + (still.length ? ` Drawn from the points of the picture, not computed anew: ${listed(still)}.` : "")
    + (fixed.length ? ` Not moved by the sliders: ${listed(fixed)}.` : "");
  return made;
}

if (panels.length) {
  document.documentElement.className = "live";
  svg.append(cross);
  svg.setAttribute("tabindex", 0);
  svg.setAttribute("role", "group");
  svg.setAttribute("aria-roledescription", "figure to explore: arrows read, plus and minus zoom, Enter pins, 0 resets");
  pins.hidden = true;
  main.append(box, ...sliders.map(s => s.row), bar(), commandLine, pins, hint(), announcement);
  entries();
  listeners.push(() => { if (read) showReading(); });
  for (const panel of panels) panel.show(false);
  if (location.hash) restore(location.hash.slice(1));
  addEventListener("hashchange", () => restore(location.hash.slice(1)));
}

// What may be asked of the page from outside: by scripts of a page that holds it, and by its tests.
globalThis.actviz = {
  // What a panel shows, and where.
  view: place => {
    const { xAxis, yAxis, frame } = panels[place];
    return { x: [xAxis.low, xAxis.high], y: [yAxis.low, yAxis.high], frame };
  },
  // The curves by their names, each with its values.
  curves: () => curves.map(curve => ({ name: curve.name, panel: curve.panel.place, value: x => valueOf(curve, x) })),
  // The value of a field at a point.
  field: (place, x, y) => panels[place].surface(x, y),
  // The place of a value in a panel, in the picture's units.
  pixel: (place, y) => panels[place].yAxis.pixel(y),
  // Through which points a panel's first curve is drawn: x, and y in the picture's units.
  points: place => {
    const { curves: [curve], xAxis } = panels[place];
    return [...curve.path.getAttribute("d").matchAll(/(-?[\d.]+),(-?[\d.]+)/g)].map(([, x, y]) => [xAxis.value(Number(x)), Number(y)]);
  },
  // The view as text: a picture, numbers, the command that draws it, and the fragment of a link.
  svg: pictureText, csv: csvText, command: commandText, fragment,
  // Moves a slider.
  set: (name, value) => sliders.find(s => s.name === name)?.set(value),
};
