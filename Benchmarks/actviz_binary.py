"""Finds the actviz that the benchmarks measure."""

import os
import subprocess
import sys

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))

# A debug build measures nothing, and a dynamic Swift runtime adds its loading to every run.
BUILD = ["swift", "build", "-c", "release", "--static-swift-stdlib", "--product", "actviz"]


def find_actviz(path):
    """The binary at a path, or else the release build's, which is made where it is missing."""
    if path is not None:
        if not os.access(path, os.X_OK):
            sys.exit(f"{path} is no program")
        return os.path.abspath(path)
    path = os.path.join(ROOT, ".build", "release", "actviz")
    if not os.access(path, os.X_OK):
        print("There is no release build; running: " + " ".join(BUILD), file=sys.stderr)
        subprocess.run(BUILD, cwd=ROOT, check=True, stdout=sys.stderr)
    return path
