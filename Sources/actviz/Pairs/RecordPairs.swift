import Activations

/// Pairs in records of equal length: the rows of an array in memory, or structures.
struct RecordPairs: PairFormat {
  /// A number of a record.
  struct Place {
    var offset: Int
    var element: NpyElement
  }

  /// Where x, y and a third stand, as far as they are meant.
  let places: [Place]
  let length: Int
  /// How many records there are; nil where the file's end tells.
  let count: Int?
  private var record = 0

  /// Records of `length` bytes, at least 1.
  init(_ places: [Place], length: Int, count: Int?) {
    self.places = places
    self.length = length
    self.count = count
  }

  var type: FloatType? { places[places.count - 1].element.type }

  mutating func next(_ limit: Int, from input: inout ByteInput) throws(Failure) -> PairRows? {
    let rest = count.map { $0 - record } ?? limit
    let wanted = min(limit, rest, max(1, (1 << 16) / length))
    var pairs = Pairs()
    guard wanted > 0 else { return nil }
    try input.fill(wanted * length)
    let whole = min(wanted, input.pending.count / length)
    guard whole > 0 else {
      if count == nil, input.pending.isEmpty { return nil }
      let ofAll = count.map { " of \($0)" } ?? ""
      let what = places.count > 1 ? "record" : "number"
      throw Failure(.data, "\(input.name) ends in \(what) \(record + 1)\(ofAll).")
    }
    input.buffer.withUnsafeBytes { bytes in
      guard let start = bytes.baseAddress.map({ $0 + input.pending.lowerBound }) else { return }
      for (index, place) in places.enumerated() {
        let column = [\Pairs.xs, \Pairs.ys, \Pairs.thirds][index]
        place.element.append(
          whole, at: start + place.offset, stride: length, to: &pairs[keyPath: column])
      }
    }
    input.take(whole * length)
    record += whole
    // What stands at the end of an archive's member is checked once it is read.
    if record == count { try input.fill(1) }
    return PairRows(pairs)
  }
}
