import Activations

/// Tensors in a file of safetensors: the length of a header in eight bytes, the header in JSON, and the numbers.
///
/// Format: https://github.com/huggingface/safetensors, as of version 0.4.
enum Safetensors {
  /// The longest header that is read.
  private static let longest = 1 << 16

  /// Whether an input begins so: a length, and a brace behind it.
  static func begins(_ input: inout ByteInput) throws(Failure) -> Bool {
    try input.fill(16)
    let start = Array(input.buffer[input.pending].prefix(10))
    return start.count == 10 && start[4..<8].allSatisfy { $0 == 0 } && start[8] == UInt8(ascii: "{")
      && start[..<4].contains { $0 != 0 }
  }

  static func pairs(of input: inout ByteInput, _ path: String, _ reading: PairReading)
    throws(Failure)
    -> ColumnPairs
  {
    guard input.isRegularFile else {
      throw Failure(
        .data, "\(input.name) is a safetensors file, with all x before all y; give the file itself."
      )
    }
    let name = input.name
    let length = input.buffer[input.pending].prefix(8).reversed().reduce(0) { $0 << 8 | Int($1) }
    try input.fill(8 + min(length, longest))
    guard length <= longest, input.pending.count >= 8 + length,
      case .dictionary(var tensors)? = PythonLiteral(
        String(decoding: input.buffer[input.pending].dropFirst(8).prefix(length), as: UTF8.self))
    else { throw Failure(.data, "The header of \(name) is no list of tensors, or too long.") }
    tensors["__metadata__"] = nil
    // The order of the header is lost, and names tell which is which.
    let names = tensors.keys.sorted()
    let all = FilePart(path: path, name: name).dropFirst(8 + length)
    let arrays = NamedArrays(name: name, names: names) { [tensors] (index) throws(Failure) in
      try array(tensors[names[index]], in: all, named: names[index], reading.type)
    }
    return try arrays.pairs(reading.columns)
  }

  private static func array(
    _ tensor: PythonLiteral?, in numbers: FilePart, named name: String, _ type: FloatType?
  ) throws(Failure) -> NamedArrays.OpenArray {
    let shown = "\(Printable.excerpt(name.utf8)) in \(numbers.name)"
    guard case .dictionary(let members)? = tensor, let kind = members["dtype"]?.string,
      let shape = members["shape"]?.list?.compactMap(\.number),
      let ends = members["data_offsets"]?.list?.compactMap(\.number), ends.count == 2,
      0 <= ends[0], ends[0] <= ends[1]
    else { throw Failure(.data, "\(shown) is no tensor.") }
    let types: [String: NpyElement?] = [
      "F64": NpyElement(.f64), "F32": NpyElement(.f32), "F16": NpyElement(.f16),
      "BF16": NpyElement(.bf16), "U16": NpyElement("<u2", bitsOf: type),
      "U32": NpyElement("<u4", bitsOf: type), "U64": NpyElement("<u8", bitsOf: type),
    ]
    guard let element = types[kind] ?? nil, element.isNumber else {
      throw Failure(
        .data,
        "\(shown) holds \(Printable.excerpt(kind.utf8)), not F64, F32, F16 or BF16; save .float() of it."
      )
    }
    let count = (ends[1] - ends[0]) / element.width
    guard shape.reduce(1, { $0.multipliedReportingOverflow(by: $1).partialValue }) == count,
      count * element.width == ends[1] - ends[0]
    else { throw Failure(.data, "\(shown) has a shape that does not fill its bytes.") }
    var part = numbers.dropFirst(ends[0])
    part.name = shown
    return NamedArrays.OpenArray(
      shape: "(\(shape.map(String.init).joined(separator: ", ")))", isFortran: false,
      column: NumberColumn(try ByteInput.open(part), element, count: count))
  }
}
