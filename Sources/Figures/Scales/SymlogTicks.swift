/// The ticks of a symmetric-logarithmic axis: 0 and powers of ten to both sides of it.
///
/// As many as stand apart: every power, with its double and its fivefold where there is room, or
/// every second, third and so on. Where the axis shows less than two powers, the multiples of a step.
struct SymlogTicks {
  /// The ticks in data units, rising.
  let values: [Double]
  /// One text a tick: plain decimals from 0.001 to 1000, powers such as `−10⁻⁶` beyond.
  let texts: [String]
  /// What the texts have in common; see ``TickLabels``.
  let note: String?
  /// The ticks without labels, in data units; none near 0, where the scale is even.
  let minor: [Double]

  /// A tick off 0 as whole numbers: mantissa times ten to an exponent.
  private typealias Power = (mantissa: Int, exponent: Int)

  /// The ticks of a scale that are at least `spacing` pixels apart.
  init(_ scale: Scale, constant: Double, spacing: Double) {
    let powers = SymlogTicks.powers(scale.domain, from: constant)
    for (stride, choice) in SymlogTicks.choices(powers, of: scale.domain) {
      let chosen = SymlogTicks.placed(choice, scale, spacing)
      guard SymlogTicks.areApart(chosen.values, scale, spacing) else { continue }
      if chosen.values.count <= 2 { break }
      (values, texts, note) = (chosen.values, chosen.texts, nil)
      minor = SymlogTicks.minor(powers, stride: stride, constant: constant, scale)
        .filter { !chosen.values.contains($0) }
      return
    }
    var count = max(1, abs(scale.end - scale.start) / spacing)
    var ticks = Ticks.none
    repeat {
      ticks = Ticks(from: scale.domain.lowerBound, to: scale.domain.upperBound, count: count)
      count /= 1.5
    } while count > 1 && !SymlogTicks.areApart(ticks.values, scale, spacing)
    let labels = TickLabels(ticks)
    (values, texts, note, minor) = (ticks.values, labels.texts, labels.note, [])
  }

  /// The exponents of ten from the constant up to the domain's larger end.
  private static func powers(_ domain: ClosedRange<Double>, from constant: Double) -> [Int] {
    let largest = max(abs(domain.lowerBound), abs(domain.upperBound))
    guard let low = DecimalStep.atLeast(constant), let high = DecimalStep.atMost(largest) else {
      return []
    }
    let first = low.mantissa == 1 ? low.exponent : low.exponent + 1
    return first <= high.exponent ? Array(first...high.exponent) : []
  }

  /// Ever fewer of the powers, from all with 2 and 5 times each; an end of the domain that is a power stays.
  private static func choices(_ exponents: [Int], of domain: ClosedRange<Double>)
    -> [(stride: Int, powers: [Power])]
  {
    let largest = max(abs(domain.lowerBound), abs(domain.upperBound))
    let anchor = exponents.last { DecimalStep(mantissa: 1, exponent: $0).value(at: 1) == largest }
    let strides = [1, 2, 3, 5, 10, 20, 50, 100, 200, 500]
    let isPlain = exponents.allSatisfy { PowerText.plain.contains($0) }
    let full = exponents.flatMap { exponent in [1, 2, 5].map { ($0, exponent) } }
    return (isPlain ? [(1, full)] : [])
      + strides.map { stride in
        (stride, exponents.filter { ($0 - (anchor ?? 0)).isMultiple(of: stride) }.map { (1, $0) })
      }
  }

  /// What stands between the labelled powers of both signs, from the constant outwards.
  private static func minor(
    _ exponents: [Int], stride: Int, constant: Double, _ scale: Scale
  ) -> [Double] {
    guard let last = exponents.last else { return [] }
    // Far from 0 a decade is as long as on a logarithmic axis.
    let ends = [last, last + 1].map { DecimalStep(mantissa: 1, exponent: $0).value(at: 1) }
    let decade = abs(scale.position(ends[1]) - scale.position(ends[0]))
    return LogTicks.between(exponents, stride: stride, decade: decade)
      .filter { $0 >= constant }.flatMap { [$0, -$0] }
      .filter { scale.domain.contains($0) }.sorted()
  }

  /// The powers of both signs that lie in the domain, with 0 and without those too near to it.
  private static func placed(_ powers: [Power], _ scale: Scale, _ spacing: Double) -> (
    values: [Double], texts: [String]
  ) {
    let isPlain = powers.allSatisfy { PowerText.plain.contains($0.exponent) }
    var ticks: [(value: Double, text: String)] = []
    for (mantissa, exponent) in powers {
      let value = DecimalStep(mantissa: mantissa, exponent: exponent).value(at: 1)
      let text = PowerText.text(mantissa, exponent, isPlain: isPlain)
      ticks += [(value, text), (-value, "\u{2212}" + text)]
    }
    let origin = scale.position(0)
    if scale.domain.contains(0) {
      ticks = ticks.filter { abs(scale.position($0.value) - origin) >= spacing } + [(0, "0")]
    }
    ticks = ticks.filter { scale.domain.contains($0.value) }.sorted { $0.value < $1.value }
    return (ticks.map(\.value), ticks.map(\.text))
  }

  private static func areApart(_ values: [Double], _ scale: Scale, _ spacing: Double) -> Bool {
    zip(values, values.dropFirst()).allSatisfy {
      abs(scale.position($1) - scale.position($0)) >= spacing
    }
  }
}
