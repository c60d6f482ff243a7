"""Archives that are the same to the byte for the same content: sorted, with one date, fixed modes and no owner."""
import gzip
import io
import tarfile
import time
import zipfile


class Content:
    """What goes into an archive: paths without a leading slash, their bytes, and whether each may be run."""

    def __init__(self):
        self.files = {}

    def add(self, path, data, executable=False):
        if path in self.files:
            raise ValueError(f"{path} is there twice")
        self.files[path] = (data.encode() if isinstance(data, str) else data, 0o755 if executable else 0o644)

    def read(self, path, source, executable=False):
        with open(source, "rb") as file:
            self.add(path, file.read(), executable)

    def sorted(self):
        return [(path, *self.files[path]) for path in sorted(self.files)]

    def folders(self):
        """Every folder that the files stand in, parents first."""
        found = set()
        for path in self.files:
            parts = path.split("/")[:-1]
            found |= {"/".join(parts[:count]) for count in range(1, len(parts) + 1)}
        return sorted(found)


def write_tar_gz(path, content, date):
    """A tarball in the ustar format, compressed without a name or a date in its header."""
    packed = io.BytesIO()
    with tarfile.open(fileobj=packed, mode="w", format=tarfile.USTAR_FORMAT) as archive:
        for name, data, mode in sorted(
                [(folder, None, 0o755) for folder in content.folders()] + content.sorted()):
            entry = tarfile.TarInfo(name)
            entry.mtime, entry.mode, entry.uname, entry.gname = date, mode, "root", "root"
            entry.type = tarfile.DIRTYPE if data is None else tarfile.REGTYPE
            entry.size = 0 if data is None else len(data)
            archive.addfile(entry, None if data is None else io.BytesIO(data))
    write(path, compressed(packed.getvalue()))


def write_zip(path, content, date, last=()):
    """A zip archive; `last` names what stands at its end, as RECORD does in a wheel."""
    moment = time.gmtime(max(date, 315532800))[:6]  # A zip knows no date before 1980.
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for name, data, mode in sorted(content.sorted(), key=lambda entry: (entry[0] in last, entry[0])):
            entry = zipfile.ZipInfo(name, moment)
            entry.create_system = 3  # Unix, whatever this runs on: the modes below are its.
            entry.external_attr = (0o100000 | mode) << 16
            entry.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(entry, data)
    write(path, packed.getvalue())


def compressed(data):
    """Gzipped, with neither a name nor a date in the header."""
    return gzip.compress(data, compresslevel=9, mtime=0)


def write(path, data):
    with open(path, "wb") as file:
        file.write(data)
