"""Values as NumPy arrays."""
from __future__ import annotations

import io
from collections.abc import Iterable

import numpy

from ._options import functions_of, options_of
from ._program import run


TAKEN = {
    **dict.fromkeys(["output", "o", "format", "quiet"], "run('table', …) writes files"),
    "at": "x is the second argument",
}


class Table(dict):
    """Arrays by the names that the program gives its columns: `x`, `gelu.f`, `gelu.df`.

    The end of a name suffices where only one column has it: `values["df"]`. Everything else is a dict's, so that
    `pandas.DataFrame(values)` makes a frame of it.
    """

    def __missing__(self, key):
        ends = [name for name in self if isinstance(key, str) and name.endswith("." + key)]
        if len(ends) == 1:
            return self[ends[0]]
        raise KeyError(f"{key!r} is none of {', '.join(self)}" if not ends else f"{key!r} may be {' or '.join(ends)}")


def table(functions: str | Iterable[str], x=None, **options) -> Table:
    """The values of functions at `x`, an array or a number; without it on a grid, which `x_range` and `samples` set.

    `options` are those of `actviz table`: `show="f,df,gate"`, `dtype="bf16"`, `alpha=[1, 2]`, `param={"a": [1, 2]}`,
    `exact=True`, `bits=True`, … Arrays have the shape of `x` and the type of `dtype` (float64 unless given); bfloat16, which NumPy
    lacks, comes as float32, which holds each of its values.
    """
    words = ["table", *options_of(options, TAKEN), "--format=npy", "--output=-"]
    given = None if x is None else numpy.asarray(x, dtype=numpy.float64)
    points = None
    if given is not None:
        words.append("--at=-")
        # The program wants a number at least; its row is cut off again.
        points = npy(given.ravel() if given.size else numpy.zeros(1))
    rows = numpy.load(io.BytesIO(run(*words, "--", *functions_of(functions), input=points)))
    if given is not None:
        rows = rows[:given.size].reshape(given.shape)
    return Table((name, numpy.ascontiguousarray(rows[name]).reshape(rows.shape)) for name in rows.dtype.names)


def npy(array) -> bytes:
    file = io.BytesIO()
    numpy.save(file, array, allow_pickle=False)
    return file.getvalue()
