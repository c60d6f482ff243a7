"""Finds the executable, runs it, and turns its errors into exceptions."""
from __future__ import annotations

import os
import subprocess
import warnings

# The program's exit status where something was left unproved; the result is there all the same.
UNPROVED = 1


class ActvizError(ValueError):
    """What the program says is wrong: one sentence.

    `status` is its exit status (64 for wrong arguments, 65 for wrong data), and `excerpt` the formula or line with the place
    marked below it, where it shows one.
    """

    def __init__(self, sentence: str, status: int, excerpt: str = ""):
        super().__init__(sentence)
        self.status = status
        self.excerpt = excerpt

    def __str__(self) -> str:
        sentence = super().__str__()
        return f"{sentence}\n{self.excerpt}" if self.excerpt else sentence


class ActvizWarning(UserWarning):
    """What the program warns of."""


def executable() -> str:
    """The path of the program: the one that the variable ACTVIZ names, or else the one in this package."""
    return os.environ.get("ACTVIZ") or os.path.join(os.path.dirname(os.path.abspath(__file__)), "bin", "actviz")


def run(*arguments: object, input: bytes | None = None) -> bytes:
    """Runs the program and returns what it writes to standard output.

    Raises ActvizError with the sentence that the program says, and warns with ActvizWarning of what it warns of.
    """
    words = [str(argument) for argument in arguments]
    try:
        done = subprocess.run(
            [executable(), *words], stdout=subprocess.PIPE, stderr=subprocess.PIPE,
            **({"stdin": subprocess.DEVNULL} if input is None else {"input": input}))
    except OSError as error:
        raise ActvizError(f"{executable()} cannot be run: {error.strerror}.", 126) from error
    said = done.stderr.decode("utf-8", "replace").rstrip("\n")
    if done.returncode not in (0, UNPROVED) or (done.returncode and not done.stdout):
        raise error_of(said, done.returncode)
    if said:
        warnings.warn(said.replace("Warning: ", ""), ActvizWarning, stacklevel=3)
    return done.stdout


def error_of(said: str, status: int) -> ActvizError:
    if status < 0:
        return ActvizError(f"The program was ended by signal {-status}.", status)
    excerpt, _, sentence = ("\n" + said).rpartition("\nError: ")
    return ActvizError(sentence, status, excerpt.strip("\n"))
