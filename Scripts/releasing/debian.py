"""The Debian package, laid out as Debian's policy asks and packed by dpkg-deb."""
import hashlib
import os
import shutil
import subprocess
import time

from archives import Content, compressed

ARCHITECTURES = {"x86_64": "amd64", "aarch64": "arm64"}

CONTROL = """\
Package: actviz
Version: {version}
Architecture: {architecture}
Maintainer: {maintainer}
Installed-Size: {size}
Recommends: libc6 (>= 2.34), fonts-dejavu-core | fonts-liberation | fonts-noto-core
Section: math
Priority: optional
Description: evaluate, plot and compare activation functions
 Draws activation functions of neural networks and formulas of your own as
 PNG, SVG and PDF, tabulates them with their exact derivatives, tells how far
 two of them are apart, and counts the errors of implementations in units in
 the last place.
 .
 The executable is static and needs no library. It needs /proc, and a font to
 write letters other than those of ASCII.
"""

CHANGELOG = """\
actviz ({version}) stable; urgency=medium

  * Release {upstream}; what is new stands in changelog.gz.

 -- {maintainer}  {date}
"""

# Each is what this package means to be.
OVERRIDES = """\
# One executable for every Debian that is no older than bullseye: static on purpose. The libraries in it, with their versions
# and licences, stand in /usr/share/doc/actviz/third-party.
actviz: statically-linked-binary [usr/bin/actviz]
actviz: embedded-library *
# actviz-runner alone, which check needs for shared libraries, needs the C library; all else runs without.
actviz: missing-dependency-on-libc needed by usr/bin/actviz-runner *
actviz: undeclared-elf-prerequisites (libc.so.6) [usr/bin/actviz-runner]
actviz: no-manual-page [usr/bin/actviz-runner]
# It is not meant for Debian's archive.
actviz: initial-upload-closes-no-bugs *
"""

COPYRIGHT = """\
Format: https://www.debian.org/doc/packaging-manuals/copyright-format/1.0/
Upstream-Name: actviz
Comment: The executable is static. It holds parts of these libraries, whose
 texts stand in full in /usr/share/doc/actviz/third-party:
 .
{libraries}
 .
 On Debian systems the GNU licences stand in /usr/share/common-licenses too:
 LGPL-2.1, LGPL-3 and GPL-3.

Files: *
Copyright: 2026 The actviz authors
License: Expat
{licence}
"""


def version_of(upstream):
    return upstream + "-1"


def name(upstream, machine):
    return f"actviz_{version_of(upstream)}_{ARCHITECTURES[machine]}.deb"


def write(folder, shared, release):
    """Packs what `unix_files` laid out; returns the name of the package."""
    content = placed(shared, release)
    tree = os.path.join(release.scratch, "debian")
    shutil.rmtree(tree, ignore_errors=True)
    size = sum(-(-len(data) // 1024) for _, data, _ in content.sorted())
    content.add("DEBIAN/control", CONTROL.format(
        version=version_of(release.version), architecture=ARCHITECTURES[release.machine],
        maintainer=release.maintainer, size=size))
    content.add("DEBIAN/md5sums", md5sums(content))
    lay(tree, content, release.date)
    path = os.path.join(folder, name(release.version, release.machine))
    # xz, which older Debians read too, in one thread: several cut the data where the number of cores says.
    subprocess.run(
        ["dpkg-deb", "--root-owner-group", "-Zxz", "--threads-max=1", "--build", tree, path], check=True,
        stdout=subprocess.DEVNULL, env={**os.environ, "SOURCE_DATE_EPOCH": str(release.date)})
    return path


def placed(shared, release):
    """The shared files below /usr, with what Debian wants compressed, renamed or added."""
    content = Content()
    documents = "usr/share/doc/actviz/"
    for path, data, mode in shared.sorted():
        path = "usr/" + path
        if path == documents + "LICENSE":
            continue  # It stands in the file copyright.
        if path == documents + "CHANGELOG.md":
            path, data = documents + "changelog.gz", compressed(data)
        if path.startswith("usr/share/man/"):
            path, data = path + ".gz", compressed(data)
        path = path.replace("usr/share/zsh/site-functions/", "usr/share/zsh/vendor-completions/")
        content.add(path, data, executable=mode == 0o755)
    date = time.strftime("%a, %d %b %Y %H:%M:%S +0000", time.gmtime(release.date))
    content.add(documents + "changelog.Debian.gz", compressed(CHANGELOG.format(
        version=version_of(release.version), upstream=release.version, maintainer=release.maintainer, date=date).encode()))
    content.add(documents + "copyright", COPYRIGHT.format(
        libraries="\n".join(f" {source.terms.name} ({source.key} {source.version}): {source.terms.licence}"
                            for source in release.sources),
        licence=indented(release.licence)))
    content.add("usr/share/lintian/overrides/actviz", OVERRIDES)
    return content


def indented(text):
    """A text as a field of Debian's control files holds it."""
    paragraphs = text.split("\n\n", 2)[2]
    return "\n".join(f" {line}" if line else " ." for line in paragraphs.strip().split("\n"))


def md5sums(content):
    return "".join(f"{hashlib.md5(data).hexdigest()}  {path}\n" for path, data, _ in content.sorted() if not path.startswith("DEBIAN/"))


def lay(tree, content, date):
    for folder in ["", *content.folders()]:
        os.makedirs(os.path.join(tree, folder), mode=0o755, exist_ok=True)
        os.chmod(os.path.join(tree, folder), 0o755)
    for path, data, mode in content.sorted():
        target = os.path.join(tree, path)
        with open(target, "wb") as file:
            file.write(data)
        os.chmod(target, mode)
        os.utime(target, (date, date))
    for folder in reversed(["", *content.folders()]):
        os.utime(os.path.join(tree, folder), (date, date))
