/// A part of a regular file, so that one file can be read at several places at once.
struct FilePart {
  var path: String
  /// What messages call it.
  var name: String
  /// Where it begins in the file.
  var offset = 0
  /// How many bytes it takes in the file; nil where it ends with the file.
  var length: Int?
  /// Whether it is deflated.
  var isDeflated = false
  /// The checksum of all that is in it, where one is known.
  var checksum: UInt32?
  /// How many of its bytes are passed over.
  private(set) var skipped = 0

  init(path: String, name: String, offset: Int = 0, length: Int? = nil) {
    self.path = path
    self.name = name
    self.offset = offset
    self.length = length
  }

  /// What stands behind so many bytes of it.
  func dropFirst(_ count: Int) -> FilePart {
    var part = self
    if isDeflated {
      part.skipped += count
    } else if count > 0 {
      part.offset += count
      part.length = length.map { max(0, $0 - count) }
      part.checksum = nil
    }
    return part
  }
}
