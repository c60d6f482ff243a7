"""Figures that notebooks show."""
from __future__ import annotations

import os
from collections.abc import Iterable

from ._options import functions_of, options_of
from ._program import run


TAKEN = {
    **dict.fromkeys(["output", "o", "format", "quiet"], "the figure's save(path) writes a file"),
    "save": "run('plot', …, '--save', path) writes a figure file",
}


class Figure:
    """A figure: a notebook shows it, `svg` is its text, and `save` writes it as SVG, PNG or PDF."""

    def __init__(self, words: list[str]):
        self._words = words
        self.svg: str = run(*words[:1], "--format=svg", "--output=-", *words[1:]).decode()

    def _repr_svg_(self) -> str:
        # Drawn at the size of print, shown no wider than the page.
        head, tag, rest = self.svg.partition("<svg ")
        return f'<svg style="max-width: 100%; height: auto" {rest}' if tag else head

    def __repr__(self) -> str:
        return f"<actviz.Figure {' '.join(self._words)}>"

    def save(self, path: str | os.PathLike) -> None:
        """Draws it into a file, in the format that its extension says."""
        run(self._words[0], f"--output={os.fspath(path)}", *self._words[1:])


def plot(functions: str | Iterable[str], **options) -> Figure:
    """Draws functions and their derivatives.

    `options` are those of `actviz plot`: `show="f,gate"`, `x_range=(-4, 4)`, `alpha=[1, 2]`, `theme="dark"`, `size="column"`,
    `label="direct"`, `title="$x\\Phi(x)$"`, … Raises ActvizError where something is wrong.
    """
    return Figure(["plot", *options_of(options, TAKEN), "--", *functions_of(functions)])
