"""The Python wheel: the package of Packaging/python with the executable inside it.

Written by hand, since auditwheel and the build tools look for an extension module or shared libraries, and a static executable
has neither.
"""
import base64
import hashlib
import os

from archives import Content, write_zip

# A static executable needs no C library, so it fits the oldest glibc that installers know for the machine, and musl. What it
# does need is a kernel of 3.2 or later, which the first of these implies.
TAGS = {
    "x86_64": ["manylinux_2_17_x86_64", "manylinux2014_x86_64", "musllinux_1_1_x86_64"],
    "aarch64": ["manylinux_2_17_aarch64", "manylinux2014_aarch64", "musllinux_1_1_aarch64"],
}

METADATA = """\
Metadata-Version: 2.1
Name: actviz
Version: {version}
Summary: Evaluates, plots and compares activation functions, with exact derivatives.
License: MIT
Keywords: activation functions,neural networks,plot,ulp
Classifier: Development Status :: 4 - Beta
Classifier: Environment :: Console
Classifier: Intended Audience :: Science/Research
Classifier: License :: OSI Approved :: MIT License
Classifier: Operating System :: POSIX :: Linux
Classifier: Programming Language :: Python :: 3
Classifier: Topic :: Scientific/Engineering :: Visualization
Requires-Python: >=3.8
Requires-Dist: numpy
Description-Content-Type: text/markdown

{description}"""


def name(version, machine):
    return f"actviz-{version}-py3-none-{'.'.join(TAGS[machine])}.whl"


def write(folder, executable, runner, texts, release):
    content = Content()
    source = os.path.join(release.root, "Packaging", "python")
    for file in sorted(os.listdir(os.path.join(source, "actviz"))):
        if file.endswith(".py") or file == "py.typed":
            content.read(f"actviz/{file}", os.path.join(source, "actviz", file))
    # Inside the package, not among the scripts: there it is found however the wheel was installed (--target, --user, --prefix).
    content.read("actviz/bin/actviz", executable, executable=True)
    content.read("actviz/bin/actviz-runner", runner, executable=True)
    info = f"actviz-{release.version}.dist-info/"
    with open(os.path.join(source, "README.md"), encoding="utf-8") as file:
        content.add(info + "METADATA", METADATA.format(version=release.version, description=file.read()))
    tags = "".join(f"Tag: py3-none-{tag}\n" for tag in TAGS[release.machine])
    content.add(info + "WHEEL", f"Wheel-Version: 1.0\nGenerator: actviz\nRoot-Is-Purelib: false\n{tags}")
    content.add(info + "entry_points.txt", "[console_scripts]\nactviz = actviz.__main__:main\n")
    content.add(info + "LICENSE", release.licence)
    for file, text in texts.items():
        content.add(f"{info}third-party/{file}", text)
    content.add(info + "RECORD", record(content, info + "RECORD"))
    path = os.path.join(folder, name(release.version, release.machine))
    write_zip(path, content, release.date, last=[info + "RECORD"])
    return path


def record(content, own):
    """A line a file: its path, digest and size; its own without these."""
    lines = []
    for path, data, _ in content.sorted():
        digest = base64.urlsafe_b64encode(hashlib.sha256(data).digest()).rstrip(b"=").decode()
        lines.append(f"{path},sha256={digest},{len(data)}\n")
    return "".join(lines) + f"{own},,\n"
