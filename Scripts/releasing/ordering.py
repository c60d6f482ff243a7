"""Finds which functions usual commands run, so that the linker lays them side by side.

The system maps a program's pages where it touches them, sixteen at a time. The functions that draw a figure are a tenth of all; as the
linker finds them they lie on two hundred such stretches, side by side on half as many, which saves 6 % of an SVG's time.
"""
import os
import re
import subprocess
import tempfile

# Commands that stand for what people run most. Functions of the first ones come first.
COMMANDS = [
    "plot gelu silu mish form1 form2 form4:sigma=0.5 form5 form6:alpha=2 --show f --x-range=-5:5 -o figure.svg",
    "plot gelu --show f,df,d2f --mark minimum,zero -o figure.png",
    "table gelu --show f,df --x-range=-5:5 -o table.csv",
    "list",
]
NAME = re.compile(r"^fn=(\S+?)(?:'\d+)?$", re.MULTILINE)
# A line of the linker's map: addresses, size, alignment, and behind them a section of an object file or a symbol.
LINE = re.compile(r"^ *[0-9a-f]+ +[0-9a-f]+ +([0-9a-f]+) +\d+ +(.*)$", re.MULTILINE)
# What does not stand in a section of its own, as most of Swift's library and of FreeType, takes along too much that is not run.
LARGEST = 16384


def functions(program, map_text):
    """The symbols of all functions that the commands run and that can be moved, in an order that is the same each time."""
    movable = symbols_of_small_sections(map_text)
    names = {}
    with tempfile.TemporaryDirectory() as folder:
        for command in COMMANDS:
            names.update(dict.fromkeys(run(program, command.split(), folder)))
    return [name for name in names if name in movable]


def run(program, arguments, folder):
    """The symbols of the functions that one command runs, sorted."""
    profile = os.path.join(folder, "profile")
    subprocess.run(
        ["valgrind", "--quiet", "--tool=callgrind", "--demangle=no", "--compress-strings=no",
         f"--callgrind-out-file={profile}", program, *arguments],
        # Without chance in hashes the same functions run each time, and without a home no style of the user's is read.
        env={"PATH": os.environ["PATH"], "HOME": folder, "SWIFT_DETERMINISTIC_HASHING": "1"},
        cwd=folder, stdout=subprocess.DEVNULL, check=True)
    with open(profile, encoding="utf-8") as file:
        return symbols(file.read())


def symbols(profile):
    """The symbols in what callgrind writes, sorted; one that calls itself stands there several times, with a count behind it."""
    return sorted(set(NAME.findall(profile)))


def symbols_of_small_sections(map_text):
    """The symbols that can be moved without much else."""
    found, is_small = set(), False
    for size, what in LINE.findall(map_text):
        if ":(" in what:
            is_small = int(size, 16) <= LARGEST
        elif is_small:
            found.add(what.strip())
    return found
