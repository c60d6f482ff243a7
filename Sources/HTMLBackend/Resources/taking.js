// Taking away: the view as SVG, as CSV of what is seen, as the command that draws it, and as a link with the state in its fragment.

function save(text, type, name) {
  const link = html("a");
  link.href = URL.createObjectURL(new Blob([text], { type }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
}

const fileName = (document.title.replace(/[^\p{L}\p{N}]+/gu, "-").replace(/^-|-$/g, "") || "figure").slice(0, 60);

// The picture as it is seen, without what answers to readers.
function pictureText() {
  const copy = svg.cloneNode(true);
  for (const part of copy.querySelectorAll("g[display=none], .hit, .cross")) part.remove();
  for (const entry of copy.querySelectorAll(".entry")) {
    for (const name of ["role", "tabindex", "aria-pressed", "aria-label", "cursor"]) entry.removeAttribute(name);
  }
  for (const name of ["tabindex", "aria-roledescription"]) copy.removeAttribute(name);
  copy.setAttribute("role", "img");
  return '<?xml version="1.0" encoding="UTF-8"?>\n' + new XMLSerializer().serializeToString(copy) + "\n";
}

const quoted = text => /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;

// The curves that are seen, at 401 places of the x-axis of the first panel: as even as it is drawn.
function csvText() {
  const { xAxis, x } = panels[0];
  const seen = curves.filter(c => !isHidden(c) && c.panel.x.group === x.group);
  const header = ["x", ...seen.map(c => quoted(c.quantity ? `${c.name}.${c.quantity}` : c.name))];
  const rows = Array.from({ length: 401 }, (_, i) => {
    const at = i === 0 ? xAxis.low : i === 400 ? xAxis.high : xAxis.value(xAxis.start + (xAxis.end - xAxis.start) * i / 400);
    return [at, ...seen.map(c => valueOf(c, at))].map(v => Number.isFinite(v) ? v : Number.isNaN(v) ? "nan" : v < 0 ? "-inf" : "inf");
  });
  return [header, ...rows].map(row => row.join(",") + "\n").join("");
}

// What differs from the picture, as a fragment; nothing where nothing does.
function fragment() {
  const said = new URLSearchParams();
  for (const axis of ["x", "y"]) {
    for (const [group, domain] of view[axis]) {
      if (!same(domain, panels.find(p => p[axis].group === group)[axis].domain)) said.set(axis + group, domain.join(":"));
    }
  }
  if (view.hidden.size) said.set("hidden", [...view.hidden].join(":"));
  for (const slider of sliders) if (slider.value !== slider.start) said.set("p." + slider.name, slider.value);
  return said.toString();
}

// Takes over what a link says; what it cannot mean is passed over.
function restore(text) {
  for (const [key, value] of new URLSearchParams(text)) {
    const numbers = value.split(":").map(Number);
    if (numbers.some(n => !Number.isFinite(n))) continue;
    const axis = key[0];
    const group = Number(key.slice(1));
    const slider = sliders.find(s => "p." + s.name === key);
    if (slider) {
      slider.set(Math.min(slider.high, Math.max(slider.low, numbers[0])));
    } else if (key === "hidden") {
      for (const series of numbers) if (figure.series[series] !== undefined) view.hidden.add(series);
    } else if ((axis === "x" || axis === "y") && view[axis].has(group) && numbers.length === 2) {
      const panel = panels.find(p => p[axis].group === group);
      if (!panel.isFixed && new Axis(panel[axis], numbers, 0, 1000).isDrawable()) view[axis].set(group, numbers);
    }
  }
  changed();
}

// The domain of an axis that all panels have in common; nothing where they differ.
function sharedDomain(axis) {
  const [first, ...others] = panels.map(panel => view[axis].get(panel[axis].group));
  return others.every(domain => same(domain, first)) ? first : undefined;
}

// The command that draws the view: with what sliders say, without functions that are hidden, over the axes as they are. A
// command gives all panels one y-axis; where theirs differ, they are fitted.
function commandText() {
  const isSeen = curve => curve.owner !== undefined && !isHidden(curve);
  const seen = new Set(curves.filter(isSeen).map(curve => curve.owner));
  const all = new Set(curves.map(curve => curve.owner));
  const isKept = word => !word.functions || !seen.size
    || word.functions.some(f => seen.has(f)) || !word.functions.some(f => all.has(f));
  const isOther = panels.some(isChanged) || curves.some(c => isHidden(c) || isMovedCurve(c));
  return figure.command.filter(isKept).map(({ text, slider, choices, axis }) => {
    if (slider) return text + sliders.find(s => s.name === slider).value;
    if (choices) return text + choices.filter(isKept).map(choice => choice.text).join(",");
    const domain = axis && isOther ? sharedDomain(axis) : undefined;
    const isAsIs = axis === "x" && panels.every(panel => same(view.x.get(panel.x.group), panel.x.domain));
    return domain && !isAsIs ? `--${axis}-range ${domain.join(":")}` : text;
  }).filter(text => text).join(" ");
}

async function copyCommand() {
  commandLine.textContent = commandText();
  commandLine.hidden = false;
  try {
    await navigator.clipboard.writeText(commandLine.textContent);
    announcement.textContent = "The command is copied.";
  } catch {
    announcement.textContent = "The command stands below the figure.";
  }
}

const commandLine = html("pre");
commandLine.hidden = true;
commandLine.tabIndex = 0;

// Puts the state into the address and the address on the clipboard; in a frame or from a disk either may be forbidden.
async function link() {
  try {
    history.replaceState(null, "", "#" + fragment());
  } catch { /* forbidden here: the link below says it all the same */ }
  const address = location.href.split("#")[0] + "#" + fragment();
  try {
    await navigator.clipboard.writeText(address);
    announcement.textContent = "The link is copied.";
  } catch {
    announcement.textContent = "The link stands in the address.";
  }
  return address;
}

const takingBar = () => [
  button("SVG", "Save the view as SVG", () => save(pictureText(), "image/svg+xml", fileName + ".svg")),
  ...(curves.length ? [button("CSV", "Save the curves that are seen as CSV", () => save(csvText(), "text/csv", fileName + ".csv"))] : []),
  ...(figure.command.length ? [button("Command", "Copy the command that draws this view", copyCommand)] : []),
  button("Link", "Copy a link to this view", link),
];
