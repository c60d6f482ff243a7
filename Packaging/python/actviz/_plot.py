"""Figures and pages that notebooks show."""
from __future__ import annotations

import os
from collections.abc import Iterable
from html import escape, unescape

from ._options import functions_of, options_of
from ._program import run


TAKEN = {
    **dict.fromkeys(["output", "o", "format", "quiet"], "the figure's save(path) writes a file"),
    "save": "run('plot', …, '--save', path) writes a figure file",
}
PAGE_TAKEN = {
    **TAKEN,
    **dict.fromkeys(["output", "o", "quiet", "open"], "the page's save(path) writes a file"),
    "format": "plot gives pictures",
}


class Drawing:
    """What a command draws, in a form of text that a notebook shows."""

    def __init__(self, words: list[str], form: str):
        self._words = words
        self._text = run(*words[:1], f"--format={form}", "--output=-", *words[1:]).decode()

    def __repr__(self) -> str:
        return f"<actviz.{type(self).__name__} {' '.join(self._words)}>"

    def save(self, path: str | os.PathLike) -> None:
        """Draws it into a file, in the format that its extension says."""
        run(self._words[0], f"--output={os.fspath(path)}", *self._words[1:])


class Figure(Drawing):
    """A figure: a notebook shows it, `svg` is its text, and `save` writes it as SVG, PNG, PDF or HTML."""

    def __init__(self, words: list[str]):
        super().__init__(words, "svg")

    @property
    def svg(self) -> str:
        return self._text

    def _repr_svg_(self) -> str:
        # Drawn at the size of print, shown no wider than the page.
        head, tag, rest = self.svg.partition("<svg ")
        return f'<svg style="max-width: 100%; height: auto" {rest}' if tag else head


def plot(functions: str | Iterable[str], **options) -> Figure:
    """Draws functions and their derivatives.

    `options` are those of `actviz plot`: `show="f,gate"`, `x_range=(-4, 4)`, `alpha=[1, 2]`, `theme="dark"`, `size="column"`,
    `label="direct"`, `title="$x\\Phi(x)$"`, … Raises ActvizError where something is wrong.
    """
    return Figure(["plot", *options_of(options, TAKEN), "--", *functions_of(functions)])


class Page(Drawing):
    """A figure to explore: a notebook shows it in a frame, `html` is its text, and `save("page.html")` writes it into a file."""

    def __init__(self, words: list[str]):
        super().__init__(words, "html")

    @property
    def html(self) -> str:
        return self._text

    def frame(self, height: int = 640) -> str:
        """The page within another one, as an element of HTML; its script reaches nothing outside the frame."""
        title = unescape(self.html.partition("<title>")[2].partition("</title>")[0])
        return (
            f'<iframe title="{escape(title)}" width="100%" height="{height:d}" style="border: 0"'
            f' sandbox="allow-scripts allow-downloads" srcdoc="{escape(self.html)}"></iframe>')

    def _repr_html_(self) -> str:
        return self.frame()


def page(functions: str | Iterable[str], **options) -> Page:
    """Draws functions as a page that answers: point at curves, zoom, move sliders.

    `options` are those of `plot`; where `"0.5:4"` stands for a parameter's values it becomes a slider: `param={"a": "0.5:4"}`,
    `sigma="0.5:3"`. Raises ActvizError where something is wrong.
    """
    return Page(["plot", *options_of(options, PAGE_TAKEN), "--", *functions_of(functions)])
