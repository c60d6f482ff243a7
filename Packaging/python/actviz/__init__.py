"""Activation functions with exact derivatives: values as NumPy arrays, figures for notebooks.

    import actviz
    values = actviz.table("gelu", [-1, 0, 1], show="f,df")
    actviz.plot(["gelu", "swish"], x_range=(-4, 4))
    actviz.page("x*tanh(softplus(a*x))", param={"a": "0.5:4"})

`actviz.run` gives any other command of the program, and `python -m actviz` is the program itself.
"""
from ._program import ActvizError, ActvizWarning, executable, run
from ._plot import Figure, Page, page, plot
from ._table import Table, table

__all__ = ["ActvizError", "ActvizWarning", "Figure", "Page", "Table", "executable", "page", "plot", "run", "table"]
