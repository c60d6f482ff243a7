import Activations

/// How the distance between two functions is measured.
public enum Norm: String, CaseIterable, Sendable {
  /// The supremum of |f − g| over the domain.
  case supremum
  /// The supremum of |f − g|/|g| over the domain; infinite where g is 0 and f is not.
  case relative
  /// The supremum of |f − g| over the domain in ulp of g in a float type, none of the two rounded to it.
  case ulp
  /// The root of ∫ (f − g)² over the domain.
  case l2
  /// The root of E (f − g)² for a standard normal x, whatever the domain.
  case gaussian

  /// The distance between a quantity of two functions, and where they are farthest apart.
  ///
  /// What rounding leaves of equal values, up to 4 ulp, is 0.
  ///
  /// - Parameter type: Whose ulp are counted by `ulp`.
  public func distance(
    _ quantity: Quantity, of function: Function, from reference: Function,
    over domain: ClosedRange<Double>, in type: FloatType = .f32
  ) -> (value: Double, x: Double) {
    let difference = Self.difference(quantity, function, reference)
    let bounds = Bounds(
      difference, slope: Trace.slope(of: function, minus: reference, quantity), over: domain)
    let farthest = isRelative ? nil : bounds.supremum()
    // Of the norms that square the place is that of the supremum.
    switch self {
    case .supremum: return (farthest?.value ?? .nan, farthest?.x ?? .nan)
    case .relative, .ulp:
      return weightedSupremum(
        difference, beside: Trace(reference, quantity), over: domain, in: type)
    case .l2: return (bounds.integralOfSquare().squareRoot(), farthest?.x ?? .nan)
    case .gaussian:
      let all = Bounds(difference, slope: difference, over: support(domain))
      return (all.integralOfSquare(weight: normal).squareRoot(), farthest?.x ?? .nan)
    }
  }

  /// The distance alone, without a look for poles: what a search asks for many times.
  func plainDistance(
    _ quantity: Quantity, of function: Function, from reference: Function,
    over domain: ClosedRange<Double>, in type: FloatType
  ) -> Double {
    let difference = Self.difference(quantity, function, reference)
    let slope = Trace.slope(of: function, minus: reference, quantity)
    switch self {
    case .supremum: return Bounds(plain: difference, slope: slope, over: domain).supremum().value
    case .relative, .ulp:
      return weightedSupremum(
        difference, beside: Trace(reference, quantity), over: domain, in: type
      ).value
    case .l2:
      return Bounds(plain: difference, slope: slope, over: domain).integralOfSquare().squareRoot()
    case .gaussian:
      let all = Bounds(plain: difference, slope: slope, over: support(domain))
      return all.integralOfSquare(weight: normal).squareRoot()
    }
  }

  private static func difference(_ quantity: Quantity, _ function: Function, _ other: Function)
    -> Trace
  {
    Trace(Trace(function, quantity), minus: Trace(other, quantity), below: 4)
  }

  /// Whether differences are squared and integrated; else the largest counts.
  var isSquare: Bool { self == .l2 || self == .gaussian }

  /// Whether a difference counts beside the value.
  var isRelative: Bool { self == .relative || self == .ulp }

  /// The interval that counts: the domain, or where the normal density does.
  func support(_ domain: ClosedRange<Double>) -> ClosedRange<Double> {
    self == .gaussian ? -12...12 : domain
  }

  /// The density of the standard normal distribution; beyond ±12 it is below 10⁻³¹.
  private var normal: @Sendable (Double) -> Double {
    { Libm.exp(-0.5 * $0 * $0) * 0.3989422804014327 }  // 1/√(2π)
  }
}

// What counts at a point.
extension Norm {
  /// By what a difference counts beside a value; infinite where every one is too large.
  func weight(of wanted: Double, at x: Double, in type: FloatType) -> Double {
    switch self {
    case .supremum, .l2: 1
    case .gaussian: normal(x).squareRoot()
    case .relative: 1 / wanted.magnitude
    case .ulp: 1 / type.ulp(of: wanted)
    }
  }

  /// A difference as it counts; none is 0 everywhere.
  func weighted(
    _ difference: Double, beside wanted: Double, at x: Double, in type: FloatType
  ) -> Double {
    difference == 0 ? 0 : difference * weight(of: wanted, at: x, in: type)
  }

  /// The largest weighted difference and where it is; of equal ones the leftmost.
  private func weightedSupremum(
    _ difference: Trace, beside wanted: Trace, over domain: ClosedRange<Double>, in type: FloatType
  ) -> (value: Double, x: Double) {
    func values(_ xs: [Double]) -> [Double] {
      zip(xs, zip(difference.values(xs), wanted.values(xs))).map { x, pair in
        weighted(pair.0, beside: pair.1, at: x, in: type).magnitude
      }
    }
    var xs = difference.scaledKnots(over: domain, of: domain, count: 1024)
    xs += difference.jumps.flatMap { [$0.nextDown, $0.nextUp] }.filter { domain.contains($0) }
    xs = xs.sortedOnce()
    xs = (xs + steps(of: wanted, xs, in: type)).sortedOnce()
    let peaks = Peaks(xs, of: values)
    return (peaks.value, peaks.xs.first ?? domain.lowerBound)
  }

  /// The doubles on both sides of where the unit that counts changes, between points; none where there is no unit.
  func steps(of wanted: Trace, _ xs: [Double], in type: FloatType) -> [Double] {
    guard self == .ulp else { return [] }
    func unit(_ x: Double) -> Double { type.ulp(of: wanted.value(at: x)) }
    let units = wanted.values(xs).map { type.ulp(of: $0) }
    return xs.indices.dropLast().flatMap { index -> [Double] in
      guard units[index] != units[index + 1] else { return [] }
      var (low, high) = (xs[index], xs[index + 1])
      while true {
        let middle = low / 2 + high / 2
        guard middle > low, middle < high else { return [low, high] }
        if unit(middle) == units[index] { low = middle } else { high = middle }
      }
    }
  }
}

extension Trace {
  /// The graph of the slope of the difference between a quantity of two functions.
  fileprivate static func slope(
    of function: Function, minus reference: Function, _ quantity: Quantity
  ) -> Trace {
    let slope: Quantity =
      switch quantity {
      case .f: .df
      case .df: .d2f
      case .gate: .density
      // Nobody has a third derivative: the search then takes the knots as they are.
      case .d2f, .density, .sign: quantity
      }
    return Trace(Trace(function, slope), minus: Trace(reference, slope))
  }
}
