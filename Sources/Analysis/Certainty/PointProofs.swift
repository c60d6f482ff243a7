import Activations
import Exact

/// What is proved of a graph at single points: its values, and its limits from one side.
struct PointProofs: Sendable {
  /// The value at a point; nil where it cannot be decided.
  let value: @Sendable (_ x: Double) -> Double?
  /// The limit towards a point from one side, −1 or 1; NaN where there are no values on that side, nil where it cannot be
  /// decided.
  let limit: @Sendable (_ x: Double, _ side: Int) -> Double?

  /// More bits are of use where terms of 1 cancel to 1e-190, and cost seconds where formulas are wild.
  static let mostBits = 640

  /// What is proved of a quantity of a function: nothing where no formula states it.
  init(_ function: Function, _ quantity: Quantity) {
    self.init(ExactFunction(function, upTo: Self.mostBits), quantity)
  }

  /// What is proved of a quantity of what states a function.
  init(_ exact: ExactFunction?, _ quantity: Quantity) {
    let order = quantity.order
    value = { x in
      var exact = exact
      let values =
        switch quantity {
        case .f, .df, .d2f: exact?.values(at: x, upTo: order)
        case .gate, .density: exact?.gates(at: x, upTo: order)
        case .sign: exact?.signs(at: x, upTo: order)
        }
      return values?[order].known
    }
    limit = { x, side in
      var exact = exact
      let limits =
        switch quantity {
        case .f, .df, .d2f: exact?.limits(at: x, from: side, upTo: order)
        case .gate, .density: exact?.gateLimits(at: x, from: side, upTo: order)
        case .sign: exact?.signLimits(at: x, from: side, upTo: order)
        }
      return limits?[order].known
    }
  }

  /// What is proved of a difference.
  init(_ first: PointProofs, minus second: PointProofs) {
    value = { x in Self.difference(first.value(x), second.value(x)) }
    limit = { x, side in Self.difference(first.limit(x, side), second.limit(x, side)) }
  }

  /// Whether a value, its sign left out, may be that at a point, or the limit from one of its sides where these count: half of
  /// its digits are right.
  func agree(with value: Double, at x: Double, fromSides: Bool = true) -> Bool {
    guard x.isFinite else { return true }
    // The limits cost more than the value, and mostly nobody needs them.
    return isNear(value, self.value(x))
      || (fromSides && (isNear(value, limit(x, -1)) || isNear(value, limit(x, 1))))
  }

  private func isNear(_ value: Double, _ proved: Double?) -> Bool {
    guard let proved else { return true }
    let (a, b) = (abs(proved), abs(value))
    return a == b || (a.isNaN && b.isNaN) || abs(a - b) <= 0x1p-26 * max(a, Self.nothing)
  }

  /// What doubles cannot be blamed for, in data units.
  private static let nothing = 1e-300

  /// Two infinities of one sign leave nothing that could be told.
  private static func difference(_ a: Double?, _ b: Double?) -> Double? {
    guard let a, let b, !(a.isInfinite && a == b) else { return nil }
    return a - b
  }
}

extension Outcome {
  /// The value where it is known.
  fileprivate var known: Double? {
    if case .known(let value) = self { value } else { nil }
  }
}
