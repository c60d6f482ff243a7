"""Tells whose code the executable holds, under what terms, and gathers the texts.

Everything starts from the files that the linker took something from: each belongs to a Debian package, or to Swift's
toolchain. A source that no row below knows stops the release, so that nothing is shipped whose licence nobody has read.
"""
import os
import re
import subprocess
import sys

COMMON = "/usr/share/common-licenses"


class Terms:
    def __init__(self, name, licence, texts=(), note=""):
        self.name, self.licence, self.texts, self.note = name, licence, texts, note


# By Debian's name of the source: what it is called, the licence it is taken under, and licences that its own text
# names without having them.
TERMS = {
    "cairo": Terms(
        "Cairo", "Mozilla Public License 1.1", ["MPL-1.1"],
        "Its files may be had under the LGPL 2.1 or the MPL 1.1; it is taken under the MPL 1.1. It is unchanged but for "
        "Debian's patches."),
    "pixman": Terms("Pixman", "MIT License"),
    "fontconfig": Terms("fontconfig", "the fontconfig licence, a permissive one"),
    "freetype": Terms(
        "FreeType", "FreeType License", [],
        "Portions of this software are copyright © The FreeType Project (www.freetype.org). All rights reserved."),
    "libpng1.6": Terms("libpng", "libpng License"),
    "expat": Terms("Expat", "MIT License"),
    "brotli": Terms("Brotli", "MIT License"),
    "zlib": Terms("zlib", "zlib License"),
    "libyaml": Terms("LibYAML", "MIT License"),
    "mpfr4": Terms("GNU MPFR", "GNU Lesser General Public License 3 or later", ["LGPL-3", "GPL-3"]),
    "gmp": Terms("GNU MP", "GNU Lesser General Public License 3 or later", ["LGPL-3", "GPL-3"]),
    "glibc": Terms("GNU C Library", "GNU Lesser General Public License 2.1 or later", ["LGPL-2.1"]),
    "gcc": Terms(
        "GCC's runtime libraries", "GNU General Public License 3 or later, with the GCC Runtime Library Exception", ["GPL-3"],
        "The exception allows them in any program that GCC or a compiler like it made."),
}


class Source:
    """A source that something in the executable is made from."""

    def __init__(self, key, version, terms, texts):
        self.key, self.version, self.terms, self.texts = key, version, terms, texts


def sources(paths, licences=None):
    """The sources of files that were linked, in the order of their names.

    `licences` is a folder with a text for each library that is not Debian's, as those of an SDK are: libNAME.txt.
    """
    packages = set()
    swift = False
    found = {}
    for path in paths:
        own = licences and os.path.join(licences, os.path.splitext(os.path.basename(path))[0] + ".txt")
        if own and os.path.exists(own):
            source = given_source(own)
            found[source.key] = source
        elif "/swift_static/" in path or "/usr/lib/clang/" in path or "/swift/clang/" in path:
            swift = True
        else:
            packages.add(package_of(path))
    for package in sorted(packages):
        source = debian_source(package)
        found.setdefault(source.key, source)
    if swift:
        found["swift"] = swift_source()
    return [found[key] for key in sorted(found)]


def package_of(path):
    # Debian lists some libraries below /lib, which is /usr/lib by now.
    for candidate in [path, path.removeprefix("/usr"), "/usr" + path]:
        done = subprocess.run(["dpkg", "-S", candidate], capture_output=True, text=True)
        if done.returncode == 0:
            return done.stdout.split(": ")[0].split(", ")[0]
    sys.exit(f"{path} is linked in, and belongs to no package of Debian's: its licence is not known.")


def debian_source(package):
    query = ["dpkg-query", "-W", "-f", "${source:Package}\t${source:Version}", package]
    key, version = subprocess.run(query, check=True, capture_output=True, text=True).stdout.split("\t")
    terms = TERMS.get(re.sub(r"^gcc-\d+$", "gcc", key))
    if not terms:
        sys.exit(f"Debian's source {key} is linked in, and Scripts/releasing/third_party.py does not know its licence.")
    path = f"/usr/share/doc/{package.split(':')[0]}/copyright"
    with open(path, encoding="utf-8", errors="replace") as file:
        texts = {f"{key}.txt": file.read()}
    for name in terms.texts:
        with open(os.path.join(COMMON, name), encoding="utf-8") as file:
            texts[f"{name}.txt"] = file.read()
    if key == "freetype" and "FREETYPE PROJECT LICENSE" not in texts["freetype.txt"].upper():
        sys.exit(f"{path} does not hold FreeType's licence.")
    return Source(key, version, terms, texts)


def given_source(path):
    key = os.path.splitext(os.path.basename(path))[0]
    with open(path, encoding="utf-8") as file:
        return Source(key, "", Terms(key, "what its text says"), {f"{key}.txt": file.read()})


def swift_source():
    swift = subprocess.run(["swift", "-print-target-info"], check=True, capture_output=True, text=True).stdout
    version = re.search(r"Swift version ([\w.-]+)", swift).group(1)
    resources = re.search(r'"runtimeResourcePath":\s*"([^"]+)"', swift).group(1)
    path = os.path.join(resources, "..", "..", "share", "swift", "LICENSE.txt")
    with open(path, encoding="utf-8") as file:
        text = file.read()
    if "Runtime Library Exception" not in text:
        sys.exit(f"{path} does not hold Swift's licence with its exception.")
    return Source("swift", version, Terms("Swift's runtime and standard library", "Apache License 2.0 with Runtime Library Exception"), {"swift.txt": text})


def files(found, version):
    """All texts by their names, and the page that says in plain words what they are about."""
    texts = {name: text for source in found for name, text in source.texts.items()}
    texts["README.md"] = page(found, version)
    return texts


def owed(found):
    """Sources that have to be offered beside the executable, as apt-get takes them: those under the LGPL and the MPL."""
    return [f"{source.key}={source.version}" for source in found
            if "Lesser" in source.terms.licence or "Mozilla" in source.terms.licence]


def page(found, version):
    rows = [
        f"| {source.terms.name} | `{source.key}` {source.version} | {source.terms.licence} | "
        + ", ".join(f"[{name}]({name})" for name in sorted(source.texts)) + " |"
        for source in found]
    notes = [f"- {source.terms.name}: {source.terms.note}" for source in found if source.terms.note]
    return PAGE.format(version=version, rows="\n".join(rows), notes="\n".join(notes))


PAGE = """\
# What the actviz executable holds

actviz itself is under the MIT License. The executable of this release is static: it holds parts of the libraries below, each
under its own terms, which stand in full in the files of this folder. The third column says under which of its licences a
library is used here, where it may be had under several.

| library | source and version | used under | text |
| --- | --- | --- | --- |
{rows}

{notes}

The sources are Debian's, unchanged: `apt-get source NAME=VERSION` brings one, and Debian keeps every version it had at
snapshot.debian.org. Swift's source of that version is at github.com/swiftlang/swift.

## To use another version of a library

The GNU Lesser General Public License, which the C library, MPFR and GMP are under, gives you the right to change those
libraries and to use actviz with what you changed; so you may with all the others. `actviz-{version}-ARCHITECTURE-relink.tar.gz`
of this release holds the object files of actviz, the libraries, and a script `relink`, which links the executable anew. Without
a change it makes the very bytes that were released. You may take the executable apart to find faults in such changes.
"""
