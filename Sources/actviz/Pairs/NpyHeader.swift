/// What a NumPy file says about its array, before the numbers: versions 1.0 to 3.0.
///
/// Format: numpy.lib.format; a magic string, two version bytes, the header's length in two bytes
/// (version 1) or four, and a Python dict of `descr`, `fortran_order` and `shape`.
struct NpyHeader {
  static let magic: [UInt8] = [0x93] + Array("NUMPY".utf8)

  /// The type of an element: a string, or a list of fields.
  let type: PythonLiteral
  let shape: [Int]
  /// Whether the first index changes fastest, and not the last.
  let isFortran: Bool
  /// The bytes in front of the numbers.
  let length: Int

  /// Reads the header off an input; throws a `Failure` (65) for one that cannot be read.
  init(_ input: inout ByteInput) throws(Failure) {
    try input.fill(12)
    let start = Array(input.buffer[input.pending].prefix(12))
    guard start.count == 12, (1...3).contains(start[6]) else {
      throw Failure(.data, "\(input.name) is no npy file of version 1, 2 or 3.")
    }
    let lengthBytes = start[8..<(start[6] == 1 ? 10 : 12)]
    length = 8 + lengthBytes.count + lengthBytes.reversed().reduce(0) { $0 << 8 | Int($1) }
    try input.fill(length)
    guard input.pending.count >= length else {
      throw Failure(.data, "\(input.name) ends within its npy header.")
    }
    let header = input.buffer[input.pending].prefix(length).dropFirst(8 + lengthBytes.count)
    guard case .dictionary(let members)? = PythonLiteral(String(decoding: header, as: UTF8.self)),
      let type = members["descr"], let shape = members["shape"]?.list,
      let order = members["fortran_order"]
    else {
      throw Failure(.data, "The npy header of \(input.name) has no descr, fortran_order and shape.")
    }
    let sides = shape.compactMap(\.number)
    // No file has 2^60 numbers: all products stay whole.
    guard sides.count == shape.count, sides.allSatisfy({ $0 >= 0 }), Self.count(sides) != nil else {
      throw Failure(.data, "The shape in the npy header of \(input.name) is none.")
    }
    self.type = type
    self.shape = sides
    isFortran = order == .word("True")
  }

  /// How many numbers there are.
  var count: Int { Self.count(shape) ?? 0 }

  /// The shape as NumPy shows it.
  var shapeText: String {
    "(\(shape.map(String.init).joined(separator: ", "))\(shape.count == 1 ? ",)" : ")")"
  }

  private static func count(_ sides: [Int]) -> Int? {
    var (product, largest) = (1, 1)
    for side in sides {
      let (next, isTooMany) = product.multipliedReportingOverflow(by: side)
      let (bound, isTooLarge) = largest.multipliedReportingOverflow(by: max(1, side))
      guard !isTooMany, !isTooLarge, bound < 1 << 60 else { return nil }
      (product, largest) = (next, bound)
    }
    return product
  }
}
