import Activations

/// The ticks of a logarithmic axis: powers of ten, and short ones between them.
///
/// As many powers as stand apart: every one, or every second, third and so on. Where the axis shows few
/// decades, their doubles and fivefolds have labels too; within a decade the multiples of a step do.
struct LogTicks {
  /// The ticks in data units, rising.
  private(set) var values: [Double] = []
  /// One text a tick.
  private(set) var texts: [String] = []
  /// What the texts have in common; see ``TickLabels``.
  private(set) var note: String?
  /// The ticks without labels, in data units.
  private(set) var minor: [Double] = []

  /// A tick as whole numbers: mantissa times ten to an exponent.
  private typealias Power = (mantissa: Int, exponent: Int)

  /// As many decades have labels at 1, 2 and 5.
  private static let fewDecades = 3.0
  /// The least distance of ticks without labels, in pixels.
  private static let leastDistance = 3.0

  /// The ticks of a scale that are at least `spacing` pixels apart; none where it shows no positive domain.
  init(_ scale: Scale, spacing: Double) {
    let (low, high) = (scale.domain.lowerBound, scale.domain.upperBound)
    guard low > 0, low < high, let first = DecimalStep.atMost(low)?.exponent,
      let last = DecimalStep.atMost(high)?.exponent
    else { return }
    let decades = (Libm.log(high) - Libm.log(low)) / Libm.log(10)
    let decade = abs(scale.end - scale.start) / decades
    if decades >= 1 {
      let exponents = Array(first...last)
      for (stride, powers) in LogTicks.choices(exponents, decades: decades) {
        label(powers, in: scale.domain)
        guard values.count > 1, LogTicks.areApart(values, scale, spacing) else { continue }
        let labelled = Set(values)
        minor = LogTicks.between(exponents, stride: stride, decade: decade)
          .filter { scale.domain.contains($0) && !labelled.contains($0) }
        return
      }
    }
    divideLinearly(scale, spacing: spacing)
  }

  private mutating func label(_ powers: [Power], in domain: ClosedRange<Double>) {
    let inside = powers.filter { domain.contains(LogTicks.value($0)) }
    let isPlain = inside.allSatisfy { PowerText.plain.contains($0.exponent) }
    values = inside.map(LogTicks.value)
    texts = inside.map { PowerText.text($0.mantissa, $0.exponent, isPlain: isPlain) }
  }

  private mutating func divideLinearly(_ scale: Scale, spacing: Double) {
    var count = max(1, abs(scale.end - scale.start) / spacing)
    var ticks = Ticks.none
    repeat {
      ticks = Ticks(from: scale.domain.lowerBound, to: scale.domain.upperBound, count: count)
      count /= 1.5
    } while count > 0.1 && !LogTicks.areApart(ticks.values, scale, spacing)
    let labels = TickLabels(ticks)
    (values, texts, note) = (ticks.values, labels.texts, labels.note)
  }

  /// Ever fewer powers with labels, each with the distance of their exponents.
  private static func choices(_ exponents: [Int], decades: Double) -> [(Int, [Power])] {
    let full = exponents.flatMap { exponent in [1, 2, 5].map { ($0, exponent) } }
    return (decades <= fewDecades ? [(1, full)] : [])
      + [1, 2, 3, 5, 10, 20, 50, 100, 200].map { stride in
        (stride, exponents.filter { $0.isMultiple(of: stride) }.map { (1, $0) })
      }
  }

  /// What stands between the labelled powers: 2 to 9 times each, or the powers left out.
  ///
  /// - Parameters:
  ///   - stride: the distance of the labelled exponents.
  ///   - decade: the length of a decade in pixels.
  static func between(_ exponents: [Int], stride: Int, decade: Double) -> [Double] {
    if stride > 1 {
      let step = (1..<stride).first {
        stride.isMultiple(of: $0) && Double($0) * decade >= leastDistance
      }
      guard let step else { return [] }
      return exponents.filter { $0.isMultiple(of: step) }.map { value((1, $0)) }
    }
    // 9 and 10, then 2 and 1, are the nearest neighbours: 0.046 and 0.3 decades apart.
    let mantissas = 0.045 * decade >= leastDistance ? Array(2...9) : [2, 5]
    guard 0.3 * decade >= leastDistance else { return [] }
    return exponents.flatMap { exponent in mantissas.map { value(($0, exponent)) } }
  }

  private static func value(_ power: Power) -> Double {
    DecimalStep(mantissa: power.mantissa, exponent: power.exponent).value(at: 1)
  }

  private static func areApart(_ values: [Double], _ scale: Scale, _ spacing: Double) -> Bool {
    zip(values, values.dropFirst()).allSatisfy {
      abs(scale.position($1) - scale.position($0)) >= spacing
    }
  }
}
