import Activations
import Analysis
import Tables

extension Thresholds {
  /// A row a stretch: what the results are, and from where to where, with bits.
  static func report(of functions: [Function], in types: [FloatType]) -> Report {
    let rows = functions.flatMap { function in
      types.flatMap { type in
        Thresholds(function, type).all.map { [.text(function.label)] + $0.cells(in: type) }
      }
    }
    return Report(
      columns: [
        "function", "dtype", "quantity", "rounds_to", "from", "from_bits", "to", "to_bits",
      ], rows: rows)
  }
}

extension Threshold {
  fileprivate func cells(in type: FloatType) -> [Report.Cell] {
    let isBelow = x.sign == .minus
    let other =
      switch reach {
      case .far: Double(signOf: x, magnitudeOf: type.greatestFiniteMagnitude)
      case .origin: Double(signOf: x, magnitudeOf: 0)
      }
    let ends = (reach == .far) == isBelow ? [other, x] : [x, other]
    return [.text(type.rawValue), .text(quantity.rawValue), .text(target.text)]
      + ends.flatMap { end -> [Report.Cell] in
        [.number(end), .text(type.text(ofBits: type.bitPattern(of: end)))]
      }
  }
}

extension Threshold.Target {
  /// `x`, a number, or `subnormal`, which 0 is too.
  fileprivate var text: String {
    switch self {
    case .argument: "x"
    case .constant(let value): DecimalText.shortest(value == 0 ? 0 : value)
    case .subnormal: "subnormal"
    }
  }
}
