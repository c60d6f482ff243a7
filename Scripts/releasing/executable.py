"""Builds the executable that is static as a whole, and keeps what it is linked from.

SwiftPM makes the object files and links them once; its line of the linker, with every library once (where it stands last), is kept as a script that
names copies of the same files. That script makes the executable that is released: whoever has a changed library can run it too. It lays functions
that run together side by side, which is why each has a section of its own.
"""
import os
import re
import shlex
import shutil
import subprocess
import sys

# What the C libraries are found by. `cairo-png` for Cairo, as in Package.swift.
PACKAGES = ["cairo-png", "fontconfig", "freetype2", "yaml-0.1", "mpfr", "zlib"]
# The functions that stand first, each by its symbol, and before them those without one: thunks of closures, a few bytes each.
ORDER = "order.txt"
THUNKS = "thunks.ld"
THUNKS_FIRST = "SECTIONS { .text.thunks : { *(.text..L*) } } INSERT BEFORE .text;\n"
INPUT = re.compile(r"\.(?:o|a)$")


def build(root, scratch, log_path, swift_sdk=None):
    """The object files, made from nothing; returns SwiftPM's arguments for the linker."""
    command = ["swift", "build", "-c", "release", "--product", "actviz", "--scratch-path", scratch, "-v",
               "-Xswiftc", "-static-executable",
               "-Xswiftc", "-Xfrontend", "-Xswiftc", "-function-sections", "-Xcc", "-ffunction-sections",
               "-Xswiftc", "-file-prefix-map", "-Xswiftc", f"{root}=.", "-Xcc", f"-ffile-prefix-map={root}=."]
    if swift_sdk:
        command += ["--swift-sdk", swift_sdk]
    for library in ["--start-group", *static_libraries([] if swift_sdk else default_folders()), "--end-group"]:
        command += ["-Xlinker", library]
    with open(log_path, "wb") as log:
        status = subprocess.run(command, cwd=root, stdout=log, stderr=subprocess.STDOUT).returncode
    with open(log_path, encoding="utf-8", errors="replace") as log:
        lines = log.read().splitlines()
    if status != 0:
        sys.exit("\n".join(lines[-30:]) + f"\nThe build failed; all of it stands in {log_path}.")
    return linker_arguments(lines)


def static_libraries(usual_folders):
    """Options for all that the C libraries need when they are static, each once, where there is such an archive."""
    named = subprocess.run(["pkg-config", "--static", "--libs", *PACKAGES], check=True, capture_output=True, text=True).stdout
    names = dict.fromkeys(word for word in named.split() if re.match(r"-[lL]", word))
    folders = [word[2:] for word in names if word.startswith("-L")] + usual_folders
    # Cairo names what its windows need too (X11, GLib). Nothing of that is taken, so it need not be there.
    return [word for word in names if word.startswith("-L") or find(word[2:], folders)]


def default_folders():
    found = subprocess.run(["gcc", "-print-search-dirs"], check=True, capture_output=True, text=True).stdout
    return re.search(r"^libraries: =(.*)$", found, re.M).group(1).split(":")


def find(name, folders):
    """The static library of a name; nothing where there is none."""
    paths = (os.path.join(folder, f"lib{name}.a") for folder in folders)
    return next((os.path.realpath(path) for path in paths if os.path.exists(path)), None)


def linker_arguments(lines):
    """What SwiftPM gave the linker for the executable, from what a verbose build prints."""
    for line in reversed(lines):
        if '"--start-group"' in line and '"-o"' in line:
            words = shlex.split(line)
            first = next(index for index, word in enumerate(words) if word.startswith("-"))
            return words[first:]
    sys.exit("The build does not say how it links.")


class Link:
    """One link: options, and files under names that do not tell where they were found."""

    def __init__(self, arguments):
        self.files = {}  # from the name in the kit to the path here
        folders = [word[2:] for word in arguments if word.startswith("-L")]
        folders += [word[10:] + "/usr/lib" for word in arguments if word.startswith("--sysroot=")]
        self.words = []
        # A library serves what stands before it, so each stays where it is named last.
        last = {word: place for place, word in enumerate(arguments)}
        skip = False
        for place, word in enumerate(arguments):
            if skip or word.startswith(("-L", "-rpath", "--sysroot=")):
                skip = False
            elif word == "-o":
                skip = True
            elif word.startswith("-l"):
                if last[word] != place:
                    continue
                path = find(word[2:], folders)
                self.words += [self.named(path)] if path else sys.exit(f"There is no static library for {word}.")
            elif INPUT.search(word):
                self.words.append(self.named(word))
            else:
                self.words.append(word)
        self.add_parts_of_scripts()

    def named(self, path):
        """The name of a file in the kit."""
        path = os.path.normpath(path)
        parts = path.split(os.sep)
        folder = next((part for part in parts if part.endswith(".build")), None)
        name = f"objects/{folder}/{parts[-1]}" if folder else f"libraries/{parts[-1]}"
        if self.files.setdefault(name, path) != path:
            sys.exit(f"{self.files[name]} and {path} have one name.")
        return name

    def add_parts_of_scripts(self):
        """Replaces libraries that are scripts of the linker, as glibc's libm.a is, by what they name."""
        for name, path in list(self.files.items()):
            with open(path, "rb") as file:
                start = file.read(4096)
            if path.endswith(".a") and b"GROUP" in start and not start.startswith(b"!<arch>"):
                del self.files[name]
                parts = [part for part in re.findall(rb"/\S+\.a", start)]
                index = self.words.index(name)
                self.words[index:index + 1] = [self.named(part.decode()) for part in parts]

    def kit(self, folder, functions):
        """Lays copies of all files and the script into a folder; files that nothing is taken from are left out.

        `functions` tells of a program with symbols and the linker's map of it which functions are to stand first.
        """
        shutil.rmtree(folder, ignore_errors=True)
        for name, path in self.files.items():
            target = os.path.join(folder, name)
            os.makedirs(os.path.dirname(target), exist_ok=True)
            shutil.copyfile(path, target)
            if name.startswith("objects/"):
                # What only a debugger reads is most of their size, and tells where they were built, as does the compiler's
                # digest of what it compiled.
                subprocess.run(["strip", "--strip-debug", "--remove-section=.swift_modhash", target], check=True)
        self.write_script(folder)
        map_text = self.link(folder, strip="true")
        used = set(re.findall(r"\b(libraries/[^\s(]+\.a)\(", map_text))
        unused = [name for name in self.files if name.endswith(".a") and name not in used]
        for name in unused:
            os.remove(os.path.join(folder, name))
            del self.files[name]
        self.words = [word for word in self.words if word not in unused]
        with open(os.path.join(folder, ORDER), "w", encoding="utf-8") as file:
            file.writelines(f"{name}\n" for name in functions(os.path.join(folder, "actviz"), map_text))
        with open(os.path.join(folder, THUNKS), "w", encoding="utf-8") as file:
            file.write(THUNKS_FIRST)
        self.words += [f"--symbol-ordering-file={ORDER}", "--no-warn-symbol-ordering", "-T", THUNKS]
        self.write_script(folder)
        self.link(folder)
        os.remove(os.path.join(folder, "map.txt"))

    def write_script(self, folder):
        lines = "".join(f"  {shlex.quote(word)} \\\n" for word in self.words)
        text = RELINK.replace("ARGUMENTS", lines.rstrip(" \\\n"))
        path = os.path.join(folder, "relink")
        with open(path, "w", encoding="utf-8") as file:
            file.write(text)
        os.chmod(path, 0o755)

    @staticmethod
    def link(folder, strip="strip"):
        """Runs the script; returns the linker's map."""
        done = subprocess.run(
            ["./relink", "-Map=map.txt"], cwd=folder, env=os.environ | {"STRIP": strip}, capture_output=True, text=True)
        if done.returncode != 0:
            sys.exit(done.stderr + "The executable could not be linked.")
        with open(os.path.join(folder, "map.txt"), encoding="utf-8", errors="replace") as file:
            return file.read()


RELINK = """\
#!/bin/sh
# Links actviz from the object files and libraries in this folder. To use another build of a library, put it in the place of
# the one in libraries/ and run this. Needs LLVM's linker, ld.lld, and strip; LD and STRIP name others.
set -eu
cd "$(dirname "$0")"
"${LD:-ld.lld}" -o actviz "$@" \\
ARGUMENTS
"${STRIP:-strip}" actviz
"""
