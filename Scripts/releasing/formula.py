"""The Homebrew formula, which names the source's archive and its digest."""
import hashlib
import os

from archives import write


def write_formula(folder, archive, release):
    with open(os.path.join(release.root, "Packaging", "homebrew", "actviz.rb.in"), encoding="utf-8") as file:
        text = file.read()
    with open(archive, "rb") as file:
        digest = hashlib.sha256(file.read()).hexdigest()
    for mark, value in [("@VERSION@", release.version), ("@URL@", release.url), ("@ARCHIVE@", os.path.basename(archive)),
                        ("@SHA256@", digest)]:
        text = text.replace(mark, value)
    write(os.path.join(folder, "actviz.rb"), text.encode())
