/// The members of a zip archive, from the directory at its end; format: PKWARE's APPNOTE 6.3.
struct ZipArchive {
  struct Member {
    var name: String
    /// Where what it holds stands in the archive.
    var part: FilePart
    /// How many bytes it holds, as the directory says.
    var size: Int
  }

  static let magic: [UInt8] = Array("PK".utf8) + [3, 4]

  /// What messages call the file.
  let name: String
  private let path: String
  private let entries: [Entry]

  private struct Entry {
    var name: String
    var isEncrypted: Bool
    var method: Int
    var checksum: UInt32
    var packedSize: Int
    var size: Int
    var offset: Int
  }

  /// The most bytes of a directory: tens of thousands of members.
  private static let longestDirectory = 1 << 21

  /// Reads the directory of a regular file; throws a `Failure` (65) for one that cannot be read.
  init(_ path: String, named name: String, size: Int) throws(Failure) {
    self.path = path
    self.name = name
    let damaged = Failure(
      .data, "\(name) is a zip archive without its list of files; it is cut or damaged.")
    let file = FilePart(path: path, name: name)
    let tail = max(0, size - (1 << 16) - 22)
    let end = try Self.bytes(file, tail, size - tail)
    guard var place = Self.lastPlace(of: [0x50, 0x4B, 5, 6], in: end), place + 22 <= end.count
    else {
      throw damaged
    }
    var directory = (size: end.number(place + 12, 4), offset: end.number(place + 16, 4))
    place -= 20
    if place >= 0, end[place...].starts(with: [0x50, 0x4B, 6, 7]) {
      let record = try Self.bytes(file, end.number(place + 8, 8), 56)
      guard record.count == 56, record.starts(with: [0x50, 0x4B, 6, 6]) else { throw damaged }
      directory = (record.number(40, 8), record.number(48, 8))
    }
    guard (0...Self.longestDirectory).contains(directory.size),
      (0...size).contains(directory.offset)
    else { throw damaged }
    let bytes = try Self.bytes(file, directory.offset, directory.size)
    guard bytes.count == directory.size, let entries = Self.entries(bytes) else { throw damaged }
    self.entries = entries
  }

  var names: [String] { entries.map(\.name) }

  /// The member at a place in the list.
  ///
  /// Throws a `Failure` (65) where it cannot be read.
  func member(_ index: Int) throws(Failure) -> Member {
    let entry = entries[index]
    let shown = "\(Printable.excerpt(entry.name.utf8)) in \(name)"
    guard !entry.isEncrypted, [0, 8].contains(entry.method) else {
      throw Failure(
        .data, "\(shown) is encrypted or packed in a way that NumPy does not use; unpack it first.")
    }
    // Deflating makes nothing a thousand times shorter, and storing nothing at all.
    let most = entry.method == 0 ? entry.packedSize : 1040 * (entry.packedSize + 1)
    let header = try Self.bytes(FilePart(path: path, name: name), entry.offset, 30)
    guard header.count == 30, header.starts(with: Self.magic), entry.size <= most else {
      throw Failure(
        .data, "\(shown) is damaged: it is not where, or not as long as the archive says.")
    }
    var part = FilePart(
      path: path, name: shown,
      offset: entry.offset + 30 + header.number(26, 2) + header.number(28, 2),
      length: entry.packedSize)
    part.isDeflated = entry.method == 8
    part.checksum = entry.checksum
    return Member(name: entry.name, part: part, size: entry.size)
  }

  /// The entries of a directory; nil where it is none.
  private static func entries(_ bytes: [UInt8]) -> [Entry]? {
    var (entries, place) = ([Entry](), 0)
    while place + 46 <= bytes.count, bytes[place...].starts(with: [0x50, 0x4B, 1, 2]) {
      let lengths = [28, 30, 32].map { bytes.number(place + $0, 2) }
      let (start, next) = (place + 46, place + 46 + lengths.reduce(0, +))
      guard next <= bytes.count else { return nil }
      var entry = Entry(
        name: String(decoding: bytes[start..<start + lengths[0]], as: UTF8.self),
        isEncrypted: bytes[place + 8] & 1 == 1, method: bytes.number(place + 10, 2),
        checksum: UInt32(truncatingIfNeeded: bytes.number(place + 16, 4)),
        packedSize: bytes.number(place + 20, 4), size: bytes.number(place + 24, 4),
        offset: bytes.number(place + 42, 4))
      let extra = start + lengths[0]..<start + lengths[0] + lengths[1]
      guard widen(&entry, bytes, extra) else { return nil }
      entries.append(entry)
      place = next
    }
    return place == bytes.count ? entries : nil
  }

  /// Takes from what stands behind an entry's name the numbers that four bytes do not hold; false where it is none.
  private static func widen(_ entry: inout Entry, _ bytes: [UInt8], _ extra: Range<Int>) -> Bool {
    var place = extra.lowerBound
    while place + 4 <= extra.upperBound {
      let (kind, length) = (bytes.number(place, 2), bytes.number(place + 2, 2))
      var value = place + 4
      place = value + length
      guard place <= extra.upperBound else { return false }
      guard kind == 1 else { continue }
      for number in [\Entry.size, \.packedSize, \.offset]
      where entry[keyPath: number] == 0xFFFF_FFFF {
        guard value + 8 <= place else { return false }
        entry[keyPath: number] = bytes.number(value, 8)
        value += 8
      }
    }
    return entry.size >= 0 && entry.packedSize >= 0 && entry.offset >= 0
      && entry.offset < 1 << 60 && entry.packedSize < 1 << 48
  }

  private static func bytes(_ file: FilePart, _ offset: Int, _ count: Int) throws(Failure)
    -> [UInt8]
  {
    guard offset >= 0 else { return [] }
    var part = file
    part.offset = offset
    var input = try ByteInput.open(part)
    return try input.nextBytes(count) ?? []
  }

  private static func lastPlace(of pattern: [UInt8], in bytes: [UInt8]) -> Int? {
    guard bytes.count >= pattern.count else { return nil }
    return (0...bytes.count - pattern.count).last { bytes[$0...].starts(with: pattern) }
  }
}

extension [UInt8] {
  /// A number of some bytes, the lowest first; -1 where it is too large.
  fileprivate func number(_ place: Int, _ count: Int) -> Int {
    guard place >= 0, place + count <= self.count else { return -1 }
    let bits = self[place..<place + count].reversed().reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
    return Int(exactly: bits) ?? -1
  }
}
