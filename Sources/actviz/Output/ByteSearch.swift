/// Looking through an input of any length for something short.
extension ByteInput {
  /// The next byte; nil at the end.
  mutating func nextByte() throws(Failure) -> UInt8? {
    if pending.isEmpty { try fill(1) }
    guard let byte = buffer[pending].first else { return nil }
    take(1)
    return byte
  }

  /// The next bytes, so many; nil where the input ends before.
  mutating func nextBytes(_ count: Int) throws(Failure) -> [UInt8]? {
    var bytes: [UInt8] = []
    while bytes.count < count {
      try fill(1)
      guard !pending.isEmpty else { return nil }
      let part = buffer[pending].prefix(count - bytes.count)
      bytes += part
      take(part.count)
    }
    return bytes
  }

  /// Passes over so many bytes; false where the input ends before.
  mutating func skip(_ count: Int) throws(Failure) -> Bool {
    var rest = count
    while rest > 0 {
      try fill(1)
      guard !pending.isEmpty else { return false }
      let part = min(rest, pending.count)
      take(part)
      rest -= part
    }
    return true
  }

  /// Passes over everything up to a pattern, and the pattern; false where it is not among the next `limit` bytes.
  ///
  /// `collect` gets what is passed over, piece by piece.
  mutating func skip(
    past pattern: [UInt8], within limit: Int, _ collect: (ArraySlice<UInt8>) -> Void = { _ in }
  ) throws(Failure) -> Bool {
    var rest = limit
    while rest > 0 {
      try fill(1 << 16)
      if let place = firstIndex(of: pattern) {
        let length = place - pending.lowerBound
        guard length <= rest else { return false }
        collect(buffer[pending.prefix(length)])
        take(length + pattern.count)
        return true
      }
      // A pattern may have begun at the end of what is read.
      let length = pending.count - pattern.count + 1
      guard length > 0 else { return false }
      collect(buffer[pending.prefix(length)])
      take(length)
      rest -= length
    }
    return false
  }

  /// Where a pattern stands in the bytes that are pending.
  private func firstIndex(of pattern: [UInt8]) -> Int? {
    guard let first = pattern.first else { return nil }
    return buffer.withUnsafeBytes { bytes in
      var start = pending.lowerBound
      while start + pattern.count <= pending.upperBound {
        let candidates = bytes[start...pending.upperBound - pattern.count]
        guard let place = candidates.firstIndex(of: first) else { return nil }
        if bytes[place..<place + pattern.count].elementsEqual(pattern) { return place }
        start = place + 1
      }
      return nil
    }
  }
}
