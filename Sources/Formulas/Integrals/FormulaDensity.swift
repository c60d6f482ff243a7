import Activations

/// An activation f = x·H whose density δ = H′ a formula g states up to a factor: δ = g/Z, Z = ∫g.
///
/// H is the integral of δ from −∞, f′ = H + x·δ and f″ = 2·δ + x·δ′, with the jet of δ exact but for
/// rounding. Against GELU's, Cauchy's and the uniform density H is good to 1e-15, and to 1e-13
/// relative in the left tail.
///
/// What does not integrate is told in `diagnostics` and drawn all the same: a density without a finite
/// integral is cut off outside −10…10, one that integrates to 0 is not normalised, and where the
/// formula is NaN the density is 0.
struct FormulaDensity: Gated, CompiledFormula {
  /// Where a density that does not integrate is cut off.
  static let range = -10.0...10.0

  let program: Program
  let gateKinks: [Kink]
  let landmarks: [Double]
  let diagnostics: [Diagnostic]
  private let integral: Antiderivative
  /// Z.
  private let total: Double
  /// 1/Z, or 1 where Z is 0.
  private let scale: Double
  /// Whether the density integrates to 1.
  private let isNormalized: Bool
  let domain: ClosedRange<Double>?

  init(_ program: Program) {
    self.program = program
    let search = KinkSearch(program)
    var kinks = search.kinks { program.evaluate([$0])[0] }
    landmarks = Set(search.landmarks + search.turningPoints).sorted()
    let cuts = kinks.map(\.x) + landmarks
    let whole = IntegralBuilder.antiderivative(cuts: cuts, of: program.values)
    let wave =
      whole.divergentEnds.isEmpty && whole.report.unresolved == nil
      ? nil
      : program.period.flatMap { IntegralBuilder.wave(cuts: cuts, period: $0, of: program.values) }
    let ends = wave == nil ? whole.divergentEnds : []
    domain = ends.isEmpty ? nil : Self.range
    integral =
      ends.isEmpty
      ? wave ?? whole
      : IntegralBuilder.antiderivative(cuts: cuts, over: Self.range, of: program.values)
    if let domain {
      let corners = [domain.lowerBound, domain.upperBound].map { Kink(at: $0, order: 0) }
      kinks = (kinks.filter { domain.lowerBound < $0.x && $0.x < domain.upperBound } + corners)
        .sorted { $0.x < $1.x }
    }
    gateKinks = kinks.map { Kink(at: $0.x, order: $0.order + 1) }
    total = integral.total
    isNormalized = abs(total) > 1e-12 * integral.report.magnitude && (1 / total).isFinite
    scale = isNormalized ? 1 / total : 1
    diagnostics =
      ends.map { .divergent(end: $0, range: Self.range) }
      + [isNormalized ? .normalized(integral: total) : .vanishing]
      + Self.negative(integral, scale: scale) + integral.diagnostics
  }

  /// What the formula is divided by, so that it integrates to 1; nil where it is cut off, or is not divided.
  var wholeIntegral: Double? { isNormalized && domain == nil ? total : nil }

  /// The part of the other sign, if there is one.
  private static func negative(_ integral: Antiderivative, scale: Double) -> [Diagnostic] {
    let report = integral.report
    let isTurned = scale < 0
    let part = isTurned ? report.magnitude + report.negative : report.negative
    guard abs(part) > 1e-12 * report.magnitude else { return [] }
    let place = isTurned ? report.greatest : report.least
    return [.negative(x: place.x, least: place.y * scale, integral: part * scale)]
  }

  func gateValue(at x: Double) -> Double {
    guard !x.isNaN else { return x }
    guard isNormalized else { return integral.fromLeft(x) }
    guard !x.isInfinite else { return x > 0 ? 1 : 0 }
    // A quotient, which is ½ exactly in the middle.
    let left = integral.fromLeft(x) / total
    return left <= 0.5 ? left : 1 - integral.fromRight(x) / total
  }

  /// 2H − 1; beside 0 from the integral that begins there, so that what is ½ + a little keeps the little.
  private func sign(at x: Double) -> Double {
    let sign = 2 * gateValue(at: x) - 1
    guard isNormalized, abs(sign) < 0.5 else { return sign }
    let origin = (integral.fromLeft(0) - integral.fromRight(0)) / total
    // An even density leaves rounding errors there.
    return 2 * integral.fromOrigin(x) / total + (abs(origin) <= 0x1p-50 ? 0 : origin)
  }

  func value(at x: Double) -> Double {
    guard !x.isInfinite else { return limit(at: x) }
    return x * gateValue(at: x)
  }

  func jet(at x: Double) -> Jet { jets(at: [x], densities(order: 1, at: [x]))[0] }

  func columns(_ quantities: [Quantity], at xs: [Double]) -> [[Double]] {
    // f″ needs δ′, and f′ the density alone.
    let densities = quantities.order > 0 ? densities(order: quantities.order - 1, at: xs) : []
    let jets =
      quantities.contains { $0 == .df || $0 == .d2f } ? jets(at: xs, densities) : nil
    return quantities.map { quantity in
      switch quantity {
      case .f: jets?.map(\.value) ?? xs.map { value(at: $0) }
      case .df: jets?.map(\.first) ?? []
      case .d2f: jets?.map(\.second) ?? []
      case .gate: xs.map { gateValue(at: $0) }
      case .density: densities.map(\.value)
      case .sign: xs.map { sign(at: $0) }
      }
    }
  }

  /// δ and up to its first derivative; 0 where the formula is NaN, and at ±∞.
  private func densities(order: Int, at xs: [Double]) -> [Jet] {
    zip(xs, program.columns(.upTo(order), at: xs).jets).map { x, jet in
      guard !x.isNaN else { return jet }
      var share = x.isInfinite ? 0 : scale
      if let domain {
        if !domain.contains(x) { share = 0 }
        if x == domain.lowerBound || x == domain.upperBound { share /= 2 }
      }
      func scaled(_ value: Double) -> Double { value.isNaN ? 0 : product(share, value) }
      return Jet(scaled(jet.value), scaled(jet.first), scaled(jet.second))
    }
  }

  private func jets(at xs: [Double], _ densities: [Jet]) -> [Jet] {
    zip(xs, densities).map { x, density in
      let gate = gateValue(at: x)
      guard !x.isInfinite else { return Jet(limit(at: x), gate, 0) }
      let bend = 2 * density.value + product(x, density.first)
      // Beside a pole both summands overflow.
      return Jet(
        x * gate, gate + product(x, density.value), bend.isNaN ? 2 * density.value : bend)
    }
  }

  /// The limit of x·H at ±∞.
  private func limit(at x: Double) -> Double {
    if x < 0 { return integral.left.limitOfProduct * scale }
    let gate = gateValue(at: x)
    return abs(gate) <= 1e-12 * integral.report.magnitude * abs(scale) ? 0 : gate * x
  }
}
