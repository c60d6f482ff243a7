"""The source of a release: what git knows, laid into a folder of its own."""
import io
import os
import subprocess
import tarfile

from archives import Content


def committed(tree):
    """The files of the commit that is checked out."""
    packed = subprocess.run(["git", "archive", "--format=tar", "HEAD"], cwd=tree, check=True, capture_output=True).stdout
    content = Content()
    with tarfile.open(fileobj=io.BytesIO(packed)) as archive:
        for entry in archive:
            if entry.isfile():
                content.add(entry.name, archive.extractfile(entry).read(), executable=bool(entry.mode & 0o100))
    return content


def dirty(tree):
    """The files as they stand in the tree, those too that git does not know yet, but not those that it ignores."""
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"], cwd=tree, check=True, capture_output=True)
    content = Content()
    for path in listed.stdout.decode().split("\0"):
        place = os.path.join(tree, path)
        if path and os.path.isfile(place):
            content.read(path, place, executable=os.access(place, os.X_OK))
    return content


def lay(folder, content):
    """Makes a folder hold these files and no others; those that are right already stay, so that no build takes them for new."""
    for place, _, names in os.walk(folder):
        for name in names:
            path = os.path.relpath(os.path.join(place, name), folder)
            # What SwiftPM puts there belongs to the build.
            if path not in content.files and path != "Package.resolved":
                os.remove(os.path.join(place, name))
    for path, data, mode in content.sorted():
        place = os.path.join(folder, path)
        os.makedirs(os.path.dirname(place), exist_ok=True)
        if not (os.path.isfile(place) and same(place, data)):
            with open(place, "wb") as file:
                file.write(data)
        os.chmod(place, mode)


def same(path, data):
    with open(path, "rb") as file:
        return file.read() == data
