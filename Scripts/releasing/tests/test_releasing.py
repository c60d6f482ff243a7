"""What the parts of Scripts/release promise, without a build.

    python3 -m unittest discover -s Scripts/releasing/tests
"""
import base64
import csv
import hashlib
import io
import os
import subprocess
import sys
import tarfile
import tempfile
import types
import unittest
import zipfile

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__)))))
sys.path.insert(0, os.path.join(ROOT, "Scripts", "releasing"))
import executable  # noqa: E402
import ordering  # noqa: E402
import source  # noqa: E402
import third_party  # noqa: E402
import unix_files  # noqa: E402
import wheel  # noqa: E402
from archives import Content, write_tar_gz, write_zip  # noqa: E402

DATE = 1_700_000_000


def content(*paths):
    files = Content()
    for path in paths:
        files.add(path, path.upper(), executable=path.startswith("bin/"))
    return files


def read(path):
    with open(path, "rb") as file:
        return file.read()


class Case(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = folder.name

    def place(self, name):
        return os.path.join(self.folder, name)


class Archives(Case):
    def test_are_the_same_whatever_the_order(self):
        for writer in [write_tar_gz, write_zip]:
            writer(self.place("a"), content("bin/a", "b/c"), DATE)
            writer(self.place("b"), content("b/c", "bin/a"), DATE)
            self.assertEqual(read(self.place("a")), read(self.place("b")))

    def test_hold_modes_dates_and_folders(self):
        write_tar_gz(self.place("a"), content("bin/a", "b/c"), DATE)
        with tarfile.open(self.place("a")) as archive:
            entries = [(entry.name, entry.mode, entry.mtime, entry.uid, entry.uname) for entry in archive]
        self.assertEqual(entries, [
            (name, mode, DATE, 0, "root") for name, mode in
            [("b", 0o755), ("b/c", 0o644), ("bin", 0o755), ("bin/a", 0o755)]])

    def test_take_no_path_twice(self):
        with self.assertRaises(ValueError):
            content("a", "a")


class UnixFiles(Case):
    def test_hold_the_runner_beside_the_executable(self):
        for name, text in [("program", "#!/bin/sh\necho said\n"), ("runner", "runner")]:
            with open(self.place(name), "w", encoding="utf-8") as file:
                file.write(text)
        os.chmod(self.place("program"), 0o755)
        files = unix_files.files(ROOT, self.place("program"), self.place("runner"), {})
        write_tar_gz(self.place("a"), files, DATE)
        with tarfile.open(self.place("a")) as archive:
            self.assertEqual(archive.getmember("bin/actviz-runner").mode, 0o755)
            self.assertEqual(archive.extractfile("bin/actviz-runner").read(), b"runner")
            self.assertEqual(archive.getmember("bin/actviz").mode, 0o755)


class Wheels(Case):
    def test_list_every_file_with_its_digest(self):
        release = types.SimpleNamespace(root=ROOT, version="1.2.3", machine="x86_64", licence="MIT", date=DATE)
        with open(self.place("program"), "wb") as file:
            file.write(b"program")
        path = wheel.write(self.folder, self.place("program"), self.place("program"), {"README.md": "whose"}, release)
        with zipfile.ZipFile(path) as archive:
            names = archive.namelist()
            rows = {row[0]: row[1:] for row in csv.reader(io.StringIO(archive.read(names[-1]).decode()))}
            self.assertEqual(sorted(rows), sorted(names))
            for name in names[:-1]:
                digest = base64.urlsafe_b64encode(hashlib.sha256(archive.read(name)).digest()).rstrip(b"=").decode()
                self.assertEqual(rows[name], [f"sha256={digest}", str(len(archive.read(name)))])
            for name in ["actviz", "actviz-runner"]:
                self.assertEqual(archive.getinfo("actviz/bin/" + name).external_attr >> 16, 0o100755)
            tags = archive.read("actviz-1.2.3.dist-info/WHEEL").decode()
        # The name compresses the tags that the wheel lists.
        for tag in os.path.basename(path)[:-len(".whl")].split("-")[-1].split("."):
            self.assertIn(f"Tag: py3-none-{tag}\n", tags)


class Sources(Case):
    def test_are_laid_without_touching_what_is_right(self):
        source.lay(self.folder, content("a", "b/c", "gone"))
        os.utime(self.place("a"), (1, 1))
        source.lay(self.folder, content("a", "b/c"))
        self.assertEqual(os.stat(self.place("a")).st_mtime, 1)
        self.assertFalse(os.path.exists(self.place("gone")))

    def test_of_a_commit_hold_no_edit(self):
        def git(*words):
            subprocess.run(["git", "-c", "user.name=a", "-c", "user.email=a@example.org", *words], cwd=self.folder, check=True)
        git("init", "-q")
        for text in ["kept", "edited"]:
            with open(self.place("a"), "w", encoding="utf-8") as file:
                file.write(text)
            if text == "kept":
                git("add", "a")
                git("commit", "-qm", "a")
        self.assertEqual(source.committed(self.folder).files["a"][0], b"kept")
        self.assertEqual(source.dirty(self.folder).files["a"][0], b"edited")


class Links(Case):
    def setUp(self):
        super().setUp()
        for name in ["liba.a", "libb.a", "crt1.o", "One.swift.o"]:
            folder = self.place("One.build") if name.startswith("One") else self.folder
            os.makedirs(folder, exist_ok=True)
            with open(os.path.join(folder, name), "wb") as file:
                file.write(b"!<arch>\n")

    def test_name_every_library_once_and_by_its_file(self):
        link = executable.Link([
            "-static", "-o", "/somewhere/actviz", "-L" + self.folder, "-rpath=$ORIGIN", self.place("crt1.o"), "--start-group",
            "-la", self.place("One.build/One.swift.o"), "-la", "--end-group"])
        self.assertEqual(link.words, [
            "-static", "libraries/crt1.o", "--start-group", "objects/One.build/One.swift.o", "libraries/liba.a", "--end-group"])

    def test_keep_a_library_behind_all_that_need_it(self):
        link = executable.Link(["-L" + self.folder, self.place("One.build/One.swift.o"), "-la", "--gc-sections", "-lb", "-la"])
        self.assertEqual(link.words, ["objects/One.build/One.swift.o", "--gc-sections", "libraries/libb.a", "libraries/liba.a"])


class Orders(unittest.TestCase):
    def test_name_each_function_that_runs_once(self):
        profile = "# callgrind format\nfl=???\nfn=main\n0 3\ncfn=$s7FiguresyyF\ncalls=1 0\n0 9\nfn=free'2\n0 1\nfn=free\n0 2\n"
        self.assertEqual(ordering.symbols(profile), ["free", "main"])

    def test_leave_out_what_takes_much_along(self):
        map_text = """\
             VMA              LMA     Size Align Out     In      Symbol
          488580           488580  1186200    64 .text
          488580           488580       40    16         libraries/libc.a(free.o):(.text)
          488580           488580       40     1                 free
          4885c0           4885c0   185000    16         libraries/libswiftCore.a(Swift.o):(.text)
          4885d0           4885d0       10     1                 $ss5UInt8VMa
"""
        self.assertEqual(ordering.symbols_of_small_sections(map_text), {"free"})


class Licences(Case):
    def test_say_which_sources_are_owed(self):
        found = [third_party.Source(key, "1", third_party.TERMS[key], {}) for key in ["cairo", "expat", "gcc", "gmp"]]
        self.assertEqual(third_party.owed(found), ["cairo=1", "gmp=1"])

    def test_stop_the_release_where_none_is_known(self):
        with self.assertRaises(SystemExit) as caught:
            third_party.package_of("/nowhere/libunknown.a")
        self.assertIn("its licence is not known", str(caught.exception))


if __name__ == "__main__":
    unittest.main()
