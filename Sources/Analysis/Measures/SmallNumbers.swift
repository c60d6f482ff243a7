import Activations
import Exact

/// Tells what is 0 from what is too small for doubles, of a function's own values.
struct SmallNumbers {
  private let function: Function

  init(_ function: Function) { self.function = function }

  private func amounts(_ quantity: Quantity, _ xs: [Double]) -> [Amount] {
    guard var exact = ExactFunction(function, upTo: PointProofs.mostBits) else { return [] }
    return xs.map { exact.amount(quantity, at: $0) }
  }

  /// A value at a place, and what it is worth.
  func number(_ value: Double, _ quantity: Quantity, at x: Double) -> (Double, Standing) {
    guard value == 0, case .tiny(let sign)? = amounts(quantity, [x]).first
    else { return (value + 0, .equal) }
    return (Double(sign) * .leastNonzeroMagnitude, .below)
  }

  /// A smallest value over a domain, and what it is worth: where doubles say 0, it may be less than all of them, and elsewhere.
  func minimum(_ least: Extremum, over domain: ClosedRange<Double>) -> (Extremum, Standing) {
    guard least.value == 0 else { return (least, .equal) }
    let xs = ([least.x] + Grid(domain, count: 9).all).filter {
      function.activation.value(at: $0) == 0
    }
    let amounts = amounts(.f, xs)
    let signs = amounts.map { amount in
      if case .tiny(let sign) = amount { sign } else { 0 }
    }
    let isBelow = signs.contains(-1)
    // Zero is the smallest where it is taken, or may be.
    guard isBelow || (!signs.isEmpty && signs.allSatisfy { $0 > 0 }) else { return (least, .equal) }
    let places = zip(xs, signs).filter { $0.1 == (isBelow ? -1 : 1) }.map(\.0)
    var result = Extremum(
      x: places[0], value: isBelow ? -.leastNonzeroMagnitude : .leastNonzeroMagnitude)
    // Which way it goes on decides between values that doubles cannot tell apart.
    let slopes = self.amounts(.df, places).compactMap(\.sign)
    if !slopes.isEmpty {
      if slopes.allSatisfy({ $0 < 0 }), let last = places.max() { result.x = last }
      if slopes.allSatisfy({ $0 > 0 }), let first = places.min() { result.x = first }
    }
    return (result, .below)
  }
}

extension Amount {
  /// −1, 0 or 1; nil where it is not known.
  fileprivate var sign: Int? {
    switch self {
    case .zero: 0
    case .tiny(let sign): sign
    case .known(let value): value.isNaN ? nil : value.signum
    case .within: nil
    }
  }
}
