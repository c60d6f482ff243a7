"""The files that a release puts below a prefix such as /usr or /usr/local: what the tarball and the Debian package share."""
import os
import subprocess

from archives import Content

# Where each shell looks for completions that packages bring.
COMPLETIONS = {
    "bash": "share/bash-completion/completions/actviz",
    "zsh": "share/zsh/site-functions/_actviz",
    "fish": "share/fish/vendor_completions.d/actviz.fish",
}


def said(executable, *arguments):
    """What the released executable prints: its manual and completions are its own, never the tree's."""
    return subprocess.run([executable, *arguments], check=True, capture_output=True).stdout


def files(root, executable, runner, texts):
    content = Content()
    content.read("bin/actviz", executable, executable=True)
    if runner:
        content.read("bin/actviz-runner", runner, executable=True)
    content.add("share/man/man1/actviz.1", said(executable, "--generate-manual"))
    for shell, path in COMPLETIONS.items():
        content.add(path, said(executable, "--generate-completion-script", shell))
    for name in ["README.md", "CHANGELOG.md", "LICENSE"]:
        content.read(f"share/doc/actviz/{name}", os.path.join(root, name))
    for name, text in texts.items():
        content.add(f"share/doc/actviz/third-party/{name}", text)
    return content
