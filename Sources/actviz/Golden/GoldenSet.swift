import Activations
import Exact
import FigureSpecification
import Tables

/// Inputs of a function and its correctly rounded results, as files that tests of implementations read.
struct GoldenSet {
  let function: Function
  let quantities: [Quantity]
  let type: FloatType
  /// What arrays are called in C.
  let name: String
  /// The command that makes it.
  let command: String
  let groups: [HardInputs.Group]
  /// The inputs, then the results of each quantity.
  let columns: [(name: String, values: [Double])]

  /// Proves the results.
  init(
    _ function: Function, _ quantities: [Quantity], _ type: FloatType, name: String,
    command: String, _ inputs: HardInputs, _ proved: inout ProvedColumns
  ) {
    (self.function, self.quantities, self.type) = (function, quantities, type)
    (self.name, self.command, groups) = (name, command, inputs.groups)
    let xs = inputs.bits.map { type.value(bitPattern: $0) }
    var results = function.activation.columns(quantities, at: xs).map { $0.map(type.rounded) }
    // At infinities stand limits, and NaN where there are none: nothing to be proved.
    let rows = xs.indices.filter { xs[$0].isFinite }
    let exact = proved.columns(quantities, at: rows.map { xs[$0] }, as: type)
    for (column, values) in exact.enumerated() {
      for (row, value) in zip(rows, values) { results[column][row] = value }
    }
    columns = [("x", xs)] + zip(quantities, results).map { (name: $0.rawValue, values: $1) }
  }

  /// The number of inputs.
  var count: Int { columns[0].values.count }

  /// The files by their names in the folder: arrays, raw numbers, a C header, what they are, and checksums.
  var files: [(name: String, bytes: [UInt8])] {
    let arrays = columns.flatMap { column in
      [
        ("\(column.name).npy", array(column.values)),
        ("\(column.name).bin", raw(column.values, type)),
      ]
    }
    let others = [
      ("golden.h", Array(GoldenHeader(self).text.utf8)),
      ("golden.json", Array((json.text + "\n").utf8)),
    ]
    let all = arrays + others
    let sums = all.map { "\(Digest.hexadecimal($0.1))  \($0.0)\n" }.joined()
    return all + [("SHA256SUMS", Array(sums.utf8))]
  }

  /// A NumPy array of one dimension.
  private func array(_ values: [Double]) -> [UInt8] {
    let type = TableColumn("", of: type).arrayType
    return ArrayHeader.bytes(of: type, count: values.count) + raw(values, type)
  }

  /// The numbers alone, little-endian.
  private func raw(_ values: [Double], _ type: FloatType) -> [UInt8] {
    values.flatMap { value in
      let bits = type.bitPattern(of: value)
      return stride(from: 0, to: UInt64(type.bitWidth), by: 8).map {
        UInt8(truncatingIfNeeded: bits >> $0)
      }
    }
  }

  private var json: JSON {
    var start = 0
    let groups = groups.map { group -> JSON in
      defer { start += group.bits.count }
      return .object([
        ("reason", .string(group.reason.rawValue)), ("from", .number(Double(start))),
        ("rows", .number(Double(group.bits.count))), ("text", .string(group.reason.text)),
      ])
    }
    return .object([
      ("actviz", .string(Version.current)), ("command", .string(command)),
      ("function", .string(function.label)), ("dtype", .string(type.rawValue)),
      ("rows", .number(Double(count))),
      ("columns", .array(columns.map { .string($0.name) })),
      ("groups", .array(groups)),
    ])
  }
}
