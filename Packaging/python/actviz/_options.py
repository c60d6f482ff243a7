"""Keyword arguments as options of the program."""
from __future__ import annotations

from collections.abc import Iterable, Mapping

# Options that take one value each time they are given; lists of the others stand between commas.
REPEATED = {"define", "line", "name", "note", "points", "y-label", "zone"}


def functions_of(functions: str | Iterable[str]) -> list[str]:
    return [functions] if isinstance(functions, str) else [str(function) for function in functions]


def options_of(options: Mapping[str, object], taken: Mapping[str, str]) -> list[str]:
    """`x_range=(-4, 4), alpha=[1, 2], exact=True` as `--x-range -4:4 --alpha 1,2 --exact`; None and False are left out.

    `taken` are the options that the caller gives itself, each with what to do instead.
    """
    words: list[str] = []
    for key, value in options.items():
        name = key.rstrip("_").replace("_", "-")
        if name in taken:
            raise TypeError(f"{key} cannot be given here; {taken[name]}.")
        if value is None or value is False:
            continue
        if value is True:
            words.append(f"--{name}")
            continue
        words += [f"--{name}={text}" for text in texts_of(name, value)]
    return words


def texts_of(name: str, value: object) -> list[str]:
    """The values of an option, one each time that it is given."""
    if isinstance(value, Mapping):
        return [f"{key}={joined(part, ',')}" for key, part in value.items()]
    if is_list(value):
        if name in REPEATED:
            return [text_of(part) for part in value]
        return [joined(value, ":" if name.endswith("-range") else "x" if name == "size" else ",")]
    return [text_of(value)]


def joined(value: object, separator: str) -> str:
    return separator.join(text_of(part) for part in value) if is_list(value) else text_of(value)


def is_list(value: object) -> bool:
    return isinstance(value, Iterable) and not isinstance(value, (str, bytes))


def text_of(value: object) -> str:
    # repr of a NumPy number names its type, and str of a float is the shortest that reads back.
    return str(value)
