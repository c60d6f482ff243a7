"""`python -m actviz` and the command `actviz`: the program itself takes the place of Python."""
import os
import sys

from ._program import executable


def main():
    program = executable()
    try:
        os.execv(program, ["actviz", *sys.argv[1:]])
    except OSError as error:
        sys.exit(f"Error: {program} cannot be run: {error.strerror}.")


if __name__ == "__main__":
    main()
