// What the page holds: the figure as numbers, and what computes it.

const infinities = { inf: Infinity, "-inf": -Infinity, nan: NaN };
const number = v => infinities[v] ?? v;

const figure = JSON.parse(document.getElementById("figure").textContent);

// Functions with their parameters, each as it is now and as it was at first; `codes` stands before this script.
const functions = figure.functions.map(({ name, isFixed, parameters }, place) => ({
  name, isFixed, codes: codes[place],
  parameters: parameters.map(p => ({ name: p.name, value: number(p.value), start: number(p.value) })),
}));
