import Activations

/// Pairs in a NumPy file: a structured array with fields, or a two-dimensional one with columns.
///
/// Fields are chosen by name as a CSV's columns are; of a plain array the first column is x,
/// the second y, and the third z where there is one.
struct NpyPairs: PairFormat {
  private let x: Place
  private let y: Place
  private let third: Place?
  private let recordLength: Int
  private let recordCount: Int
  private var record = 0

  private struct Place {
    var offset: Int
    var element: NpyElement
  }

  /// The fields of a record in their order, `x` and `y` where they have no names of their own.
  private typealias Record = (names: [String], places: [Place], length: Int, areNamed: Bool)

  /// Reads the header; the input is left in front of the first record.
  init(_ input: inout ByteInput, _ columns: PairColumns, bitsOf type: FloatType?) throws(Failure) {
    let header = try NpyHeader(&input)
    let record: Record
    switch header.type {
    case .string(let name):
      record = try Self.columns(name, header.shape, type, input.name, columns.fewest)
    default: record = try Self.fields(header.type, header.shape, type, input.name)
    }
    let places: PairColumns.Places
    do {
      places = try columns.places(in: record.names, areNames: record.areNamed)
    } catch .tooFew {
      throw Failure(.data, "\(input.name) has one field; x and y are wanted.")
    } catch {
      throw Failure(.data, error.sentence(of: input.name))
    }
    x = record.places[places.x]
    y = record.places[places.y]
    third = places.third.map { record.places[$0] }
    for index in [places.x, places.y, places.third].compactMap(\.self)
    where record.places[index].element.type == nil {
      let name = record.names[index]
      throw Failure(
        .data, "\(name) in \(input.name) is no f2, f4 or f8; give --dtype to read bit patterns.")
    }
    recordLength = record.length
    recordCount = header.shape[0]
    input.take(header.length)
  }

  var type: FloatType? { y.element.type }

  mutating func read(_ limit: Int, from input: inout ByteInput) throws(Failure) -> Pairs {
    let count = min(limit, recordCount - record, max(1, (1 << 16) / recordLength))
    var pairs = Pairs()
    guard count > 0 else { return pairs }
    try input.fill(count * recordLength)
    let whole = min(count, input.pending.count / recordLength)
    guard whole > 0 else {
      throw Failure(
        .data, "\(input.name) ends in record \(record + 1) of \(recordCount).")
    }
    input.buffer.withUnsafeBytes { bytes in
      guard let start = bytes.baseAddress else { return }
      for index in 0..<whole {
        let address = start + input.pending.lowerBound + index * recordLength
        pairs.append(
          x.element.value(at: address + x.offset), y.element.value(at: address + y.offset),
          third.map { $0.element.value(at: address + $0.offset) })
      }
    }
    input.take(whole * recordLength)
    record += whole
    return pairs
  }

  /// The columns of a plain array: a row is a record.
  private static func columns(
    _ name: String, _ shape: [Int], _ type: FloatType?, _ file: String, _ fewest: Int
  ) throws(Failure) -> Record {
    guard shape.count == 2, (2...64).contains(shape[1]) else {
      let text = shape.map(String.init).joined(separator: ", ")
      let wanted = fewest == 2 ? "x and y are wanted as two" : "x, y and z are wanted as three"
      throw Failure(
        .data, "\(file) has the shape (\(text)); \(wanted) columns, (N, \(fewest)).")
    }
    guard let element = NpyElement(name, bitsOf: type), element.width > 0 else {
      throw Failure(.data, "\(file) holds '\(Printable.excerpt(name.utf8))', not f2, f4 or f8.")
    }
    let places = (0..<shape[1]).map { Place(offset: $0 * element.width, element: element) }
    let names = ["x", "y"] + (2..<shape[1]).map { "\($0)" }
    return (names, places, shape[1] * element.width, false)
  }

  /// The fields of a structured array; padding and other types take room but are not read.
  private static func fields(
    _ description: PythonLiteral, _ shape: [Int], _ type: FloatType?, _ file: String
  ) throws(Failure) -> Record {
    guard shape.count == 1, let fields = description.list else {
      throw Failure(.data, "\(file) is no one-dimensional structured array.")
    }
    var record: Record = ([], [], 0, true)
    for field in fields {
      guard let parts = field.list, parts.count == 2,
        let name = parts[0].string ?? parts[0].list?.last?.string, let code = parts[1].string,
        let element = NpyElement(code, bitsOf: type), record.length < 1 << 16
      else {
        throw Failure(.data, "\(file) has fields that are no plain f2, f4 or f8.")
      }
      if !name.isEmpty {
        record.names.append(name)
        record.places.append(Place(offset: record.length, element: element))
      }
      record.length += element.width
    }
    // A record has to fit the input's buffer, and takes at least a byte.
    guard (1...1 << 16).contains(record.length) else {
      throw Failure(.data, "\(file) has records of \(record.length) bytes; 1 to 65536 can be read.")
    }
    return record
  }
}
