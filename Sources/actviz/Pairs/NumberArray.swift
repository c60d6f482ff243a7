/// The numbers of an npy file in the order of its memory, whatever its shape, read in batches.
///
/// Reading throws a `Failure` (65) where it holds no plain f2, f4 or f8, or fewer than its header says.
struct NumberArray {
  private let element: NpyElement
  private let count: Int
  private var taken = 0

  /// Whether an input begins as npy files do.
  static func begins(_ input: inout ByteInput) throws(Failure) -> Bool {
    try input.fill(NpyHeader.magic.count)
    return input.buffer[input.pending].starts(with: NpyHeader.magic)
  }

  /// Reads the header; the input is left in front of the first number.
  init(_ input: inout ByteInput) throws(Failure) {
    let header = try NpyHeader(&input)
    guard let name = header.type.string, let element = NpyElement(name, bitsOf: nil),
      element.type != nil
    else {
      throw Failure(.data, "\(input.name) is no plain array of f2, f4 or f8; save one as float64.")
    }
    self.element = element
    let sides = header.shape.reduce((product: 1, isTooMany: false)) { all, side in
      let (product, isTooMany) = all.product.multipliedReportingOverflow(by: side)
      return (product, all.isTooMany || isTooMany)
    }
    guard !sides.isTooMany else {
      throw Failure(.data, "The shape in the npy header of \(input.name) is none.")
    }
    guard sides.product > 0 else {
      throw Failure(.data, "There is no number in \(input.name); its array is empty.")
    }
    count = sides.product
    input.take(header.length)
  }

  /// The next numbers, at most `limit` of them and at least one; `nil` behind the last.
  mutating func nextBatch(_ limit: Int, from input: inout ByteInput) throws(Failure) -> [Double]? {
    let wanted = min(limit, count - taken, (1 << 16) / element.width)
    guard wanted > 0 else { return nil }
    try input.fill(wanted * element.width)
    guard input.pending.count >= wanted * element.width else {
      let there = taken + input.pending.count / element.width
      throw Failure(.data, "\(input.name) ends behind number \(there) of \(count).")
    }
    let batch = input.buffer.withUnsafeBytes { bytes in
      bytes.baseAddress.map { start in
        (0..<wanted).map {
          element.value(at: start + input.pending.lowerBound + $0 * element.width)
        }
      }
    }
    input.take(wanted * element.width)
    taken += wanted
    return batch
  }
}
