import Activations
import Exact

/// A quantity's difference between two functions as doubles tell it, by how much they may be off, and proofs for where that is
/// too much.
struct DoubtfulGraph: Sendable {
  /// What doubles say at a point.
  struct Reading {
    var value: Double
    /// By how much it may be off; infinite where nothing is left.
    var noise: Double

    /// Whether more than rounding is left of the difference.
    var isSure: Bool { noise < 0x1p-10 * value.magnitude && value.magnitude.isFinite }
    /// The value, 0 where it is nothing but rounding.
    var rounded: Double { value.magnitude <= noise ? 0 : value }
  }

  /// The difference in doubles; what rounding leaves of equal values is 0.
  let trace: Trace
  /// The quantity.
  let quantity: Quantity
  /// The quantity, and its slope where that can be had, of both functions.
  private let (values, slopes): (Pair, Pair?)
  /// By how many ulp of the larger value doubles may be off.
  private let ulps: Double
  private let functions: (Function, Function)

  private struct Pair: Sendable {
    let first: Trace
    let second: Trace

    func readings(_ xs: [Double], _ ulps: Double) -> [Reading] {
      zip(first.values(xs), second.values(xs)).map { a, b in
        // Of two that overflow nothing is left.
        if a.isInfinite, a == b { return Reading(value: 0, noise: .infinity) }
        let noise = ulps * max(a.magnitude, b.magnitude).ulp
        return Reading(value: a - b, noise: noise.isNaN ? 0 : noise)
      }
    }
  }

  /// The difference of a quantity, in doubles or, where it is to be proved, in values that are correctly rounded.
  init(_ function: Function, minus other: Function, _ quantity: Quantity, isProved: Bool) {
    // A kernel errs by some ulp, a proved value by half of one.
    let ulps = isProved ? 1.0 : 4
    func pair(_ quantity: Quantity) -> Pair {
      isProved
        ? Pair(first: Trace(proving: function, quantity), second: Trace(proving: other, quantity))
        : Pair(first: Trace(function, quantity), second: Trace(other, quantity))
    }
    let values = pair(quantity)
    (self.values, self.quantity, self.ulps) = (values, quantity, ulps)
    (slopes, functions) = (quantity.slope.map(pair), (function, other))
    trace = Trace(values.first, minus: values.second, below: ulps)
  }

  /// What doubles say at every x.
  func readings(_ xs: [Double]) -> [Reading] { values.readings(xs, ulps) }

  /// What is proved at some x; nil where no formulas state the functions.
  ///
  /// - Parameter enough: A bound that says enough; 0 for all that can be known, at up to a millisecond a point.
  func amounts(_ xs: [Double], within enough: Double) -> [Amount]? {
    guard var exact = exact() else { return nil }
    return xs.map { exact.amount(quantity, at: $0, within: enough) }
  }

  /// What proves the difference; with fewer digits where that is asked for, and of gamma functions, which take a tenth of a second
  /// for a point with more.
  private func exact(upTo bits: Int = ExactFunction.mostBits) -> ExactFunction? {
    let exact = ExactFunction(functions.0, minus: functions.1, upTo: bits)
    return exact?.isCostly == true
      ? ExactFunction(functions.0, minus: functions.1, upTo: 160) : exact
  }

  /// How many digits points have that are many.
  private func bits(_ tolerance: Double) -> Int {
    tolerance > 0 ? ExactFunction.mostBits : PointProofs.mostBits
  }

  /// Tells whether a value, its sign left out, may be that of f − g at a place, or a limit there.
  static func agreement(of function: Function, minus other: Function) -> (
    _ value: Double, _ x: Double
  ) -> Bool {
    let proofs = PointProofs(
      ExactFunction(function, minus: other, upTo: PointProofs.mostBits), .f)
    return { proofs.agree(with: $0, at: $1) }
  }

  /// The slope in doubles; nil where it cannot be had.
  var slope: Trace? { slopes.map { Trace($0.first, minus: $0.second) } }

  /// The difference with what is proved wherever a double may be off by more than a tolerance.
  func resolved(_ tolerance: Double) -> Trace {
    guard let exact = exact(upTo: bits(tolerance)) else { return trace }
    return Trace(trace) { [values, ulps, quantity] xs in
      var exact = exact
      return zip(xs, values.readings(xs, ulps)).map { x, reading in
        guard reading.noise > tolerance else { return reading.rounded }
        return exact.amount(quantity, at: x, within: tolerance).double ?? reading.rounded
      }
    }
  }

  /// The slope with what is proved where the difference is doubtful and the slope's sign is too.
  func resolvedSlope(_ tolerance: Double) -> Trace? {
    guard let slope, let slopes, let rate = quantity.slope,
      let exact = exact(upTo: PointProofs.mostBits)
    else { return slope }
    return Trace(slope) { [values, ulps] xs in
      var exact = exact
      return zip(xs, zip(slopes.readings(xs, ulps), values.readings(xs, ulps))).map { x, pair in
        let (slope, value) = pair
        guard value.noise > tolerance, slope.noise > 0x1p-10 * slope.value.magnitude else {
          return slope.value
        }
        return exact.amount(rate, at: x).double ?? slope.rounded
      }
    }
  }
}

extension Amount {
  /// The number as a double, the least for what is smaller than all and 0 for what may be; nil where nothing is known.
  var double: Double? {
    switch self {
    case .zero: 0
    case .tiny(let sign): Double(sign) * .leastNonzeroMagnitude
    case .known(let value): value
    case .within(let bound): bound.isInfinite ? nil : 0
    }
  }

  /// What it may be at most, its sign left out.
  var most: Double {
    switch self {
    case .zero: 0
    case .tiny: .leastNonzeroMagnitude
    case .known(let value): value.magnitude
    case .within(let bound): bound
    }
  }
}

extension Trace {
  /// The difference of two graphs for measures: what their rounding leaves of equal values is 0.
  ///
  /// - Parameter ulps: By how many ulp of the larger value they may differ for it.
  init(_ trace: Trace, minus other: Trace, below ulps: Double) {
    self.init(Trace(trace, minus: other)) { xs in
      zip(trace.values(xs), other.values(xs)).map { a, b in
        let difference = a - b
        return difference.magnitude <= ulps * max(a.magnitude, b.magnitude).ulp ? 0 : difference
      }
    }
  }

  /// The graph of a quantity whose values are proved.
  init(proving function: Function, _ quantity: Quantity) {
    let proofs = ProvedColumns(function)
    self.init(function, quantity) { xs in
      var proofs = proofs
      return proofs.columns([quantity], at: xs, as: .f64)[0]
    }
  }
}
