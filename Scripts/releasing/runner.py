"""Builds the program that calls functions of shared libraries: dynamic, since a static executable cannot load any."""
import os
import subprocess


def build(root, scratch):
    """Compiles it with the system's compiler; returns its path."""
    path = os.path.join(scratch, "actviz-runner")
    source = os.path.join(root, "Sources", "actviz-runner", "main.c")
    subprocess.run(
        ["cc", "-O2", "-s", f"-ffile-prefix-map={root}=.", "-Wl,--build-id=none", "-o", path, source, "-ldl"], check=True)
    return path
