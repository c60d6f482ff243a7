import Activations

/// What stands before the rows of a NumPy file: its version, and a Python literal that describes
/// the array.
///
/// Source: numpy.lib.format, "NPY format" versions 1.0 and 2.0.
package enum ArrayHeader {
  /// The header of one structured array with a field for every column.
  static func bytes(_ columns: [TableColumn], rows: Int) -> [UInt8] {
    let names = TableShape.distinct(columns.map(\.name)).map(literal)
    let fields = zip(names, columns).map { "(\($0), '\($1.elementType)')" }
    // A list of one field is a list still, unlike a tuple.
    return bytes("[\(fields.joined(separator: ", "))]", count: rows)
  }

  /// The header of an array of one dimension that holds values of a type which NumPy knows.
  package static func bytes(of type: FloatType, count: Int) -> [UInt8] {
    bytes("'\(TableColumn("", of: type).elementType)'", count: count)
  }

  /// The header of an array whose elements a Python literal describes.
  ///
  /// Version 1.0 unless the description is longer than its two bytes of length can say: then 2.0.
  /// The data behind it begin at a multiple of 64 bytes.
  private static func bytes(_ elements: String, count: Int) -> [UInt8] {
    let description = "{'descr': \(elements), 'fortran_order': False, 'shape': (\(count),), }"
    let isShort = padded(description, behind: 10) <= Int(UInt16.max)
    let lengthSize = isShort ? 2 : 4
    let length = padded(description, behind: 8 + lengthSize)
    var bytes: [UInt8] = [0x93] + Array("NUMPY".utf8) + [isShort ? 1 : 2, 0]
    bytes += (0..<lengthSize).map { UInt8(truncatingIfNeeded: length >> ($0 * 8)) }
    bytes += Array(description.utf8)
    bytes += Array(repeating: UInt8(ascii: " "), count: length - description.utf8.count - 1)
    return bytes + [UInt8(ascii: "\n")]
  }

  /// The description's length with the line end and the blanks before it.
  private static func padded(_ description: String, behind start: Int) -> Int {
    (start + description.utf8.count + 1 + 63) / 64 * 64 - start
  }

  /// A name as a Python string in ASCII, which every version of the format can hold.
  private static func literal(_ name: String) -> String {
    var text = "'"
    for scalar in name.unicodeScalars {
      switch scalar {
      case "'", "\\": text += "\\" + String(scalar)
      case " "..."~": text.unicodeScalars.append(scalar)
      default:
        let hex = String(scalar.value, radix: 16)
        text += "\\U" + String(repeating: "0", count: 8 - hex.count) + hex
      }
    }
    return text + "'"
  }
}

extension TableColumn {
  /// The type of an array's elements that holds the column.
  ///
  /// NumPy has no bfloat16, of which every value is a single.
  package var arrayType: FloatType { content == .number && type == .bf16 ? .f32 : type }

  /// That type in NumPy's notation: `<f4` for singles, `<u2` for 16 bits, least byte first.
  fileprivate var elementType: String {
    "<" + (content == .bits ? "u" : "f") + String(arrayType.bitWidth / 8)
  }
}
