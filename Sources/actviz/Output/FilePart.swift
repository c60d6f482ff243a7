/// A part of a regular file, so that one file can be read at several places at once.
struct FilePart {
  var path: String
  /// What messages call it.
  var name: String
  /// Where it begins in the file.
  var offset = 0
  /// How many bytes it has; nil where it ends with the file.
  var length: Int?

  /// What stands behind so many bytes of it.
  func dropFirst(_ count: Int) -> FilePart {
    var part = self
    part.offset += count
    part.length = length.map { max(0, $0 - count) }
    return part
  }
}
