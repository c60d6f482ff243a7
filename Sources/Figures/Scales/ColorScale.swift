/// How values become colours, and at which of them lines are drawn: a field's third axis.
package struct ColorScale: Equatable, Sendable {
  /// The values that the colours span; those beyond take the colour of the nearer end.
  package let domain: ClosedRange<Double>
  /// Whether colours lead away from 0 to both sides, and 0 is the middle one.
  package let isDiverging: Bool
  /// Values at which lines are drawn and the colour bar has its ticks, rising.
  package let levels: [Double]
  /// Whether some values lie below the domain.
  package var exceedsBelow = false
  /// Whether some values lie above the domain.
  package var exceedsAbove = false

  /// What stands beside the levels in a colour bar, one text each.
  let texts: [String]
  /// How to get from a text to its value, such as `×10⁻⁶`; nil where the texts are the values.
  let note: String?

  /// How much of the larger side the smaller one must reach for 0 to be the middle: less is a trace that nobody sees.
  private static let leastShare = 0.005
  /// About how many steps between levels the domain has: 4 to 10.
  private static let steps = 7.2

  /// How near to a level an end of the values is taken for it, in steps.
  private static let nearness = 0.25

  /// How far beyond a level an end of the values may lie and yet be taken for it: as far as no eye tells, in steps.
  private static let trace = 0.02

  /// The scale of values, at round levels.
  ///
  /// - Parameters:
  ///   - values: what the colours shall span; one that is not finite, or without width, is replaced by one around it.
  ///   - extremes: all values that there are, some of which may lie beyond.
  package init(holding values: ClosedRange<Double>, extremes: ClosedRange<Double>? = nil) {
    let (domain, ticks) = ColorScale.rounded(ColorScale.tidied(values))
    let labels = TickLabels(ticks)
    self.init(domain: domain, levels: ticks.values, texts: labels.texts, note: labels.note)
    if let extremes {
      // Halves and parts of an end keep a width that no double holds finite.
      let trace = (domain.upperBound / 2 - domain.lowerBound / 2) * 0.01
      exceedsBelow = extremes.lowerBound < domain.lowerBound - trace
      exceedsAbove = extremes.upperBound > domain.upperBound + trace
    }
  }

  /// The scale of values at levels that were asked for.
  package init(
    holding values: ClosedRange<Double>, extremes: ClosedRange<Double>? = nil, levels: [Double]
  ) {
    self.init(holding: values, extremes: extremes)
    let levels = Set(levels.filter(\.isFinite).map { $0 + 0 }).sorted()
    var scale = ColorScale(
      domain: domain, levels: levels, texts: levels.map(AxisNumber.decimal), note: nil)
    (scale.exceedsBelow, scale.exceedsAbove) = (exceedsBelow, exceedsAbove)
    self = scale
  }

  private init(domain: ClosedRange<Double>, levels: [Double], texts: [String], note: String?) {
    self.domain = domain
    self.levels = levels
    self.texts = texts
    self.note = note
    let (low, high) = (domain.lowerBound, domain.upperBound)
    isDiverging = low < 0 && high > 0 && min(-low, high) >= ColorScale.leastShare * max(-low, high)
  }

  /// Where on the way from the first colour to the last a value lies, from 0 to 1 within the domain of one sign, and
  /// symmetrically around 0.5 in one of both.
  func part(of value: Double) -> Double {
    // Halves keep a span that no double holds, such as −1e308 to 1e308, finite.
    let (low, high) = (domain.lowerBound / 2, domain.upperBound / 2)
    if isDiverging { return 0.5 + value / 4 / max(-low, high) }
    return (value / 2 - low) / (high - low)
  }

  /// What is written on a line of a level: the text of the bar without needless zeros, or the whole number where there is
  /// no bar that says what texts have in common.
  func text(of level: Double, isAlone: Bool) -> String {
    guard let index = levels.firstIndex(of: level) else { return AxisNumber.decimal(level) }
    guard let note, isAlone else { return AxisNumber.trimmed(texts[index]) }
    // A power of ten belongs to each number; a summand as well would be a sum.
    guard note.hasPrefix("×"), !note.contains(" ") else { return AxisNumber.decimal(level) }
    return level == 0 ? "0" : AxisNumber.trimmed(texts[index]) + note
  }

  /// A range with a width, of finite ends.
  private static func tidied(_ values: ClosedRange<Double>) -> ClosedRange<Double> {
    let largest = Double.greatestFiniteMagnitude
    let low = max(values.lowerBound.isFinite ? values.lowerBound : -largest, -largest)
    let high = min(values.upperBound.isFinite ? values.upperBound : largest, largest)
    guard low <= high else { return -1...1 }
    let size = max(abs(low), abs(high))
    // What is constant up to rounding is shown as constant, not as noise.
    guard high - low <= 16 * size.ulp else { return low...high }
    guard size >= .leastNormalMagnitude, (2 * size).isFinite else { return -1...1 }
    return low > 0 ? 0...2 * low : 2 * low...0
  }

  /// The multiples of the round step that makes nearest to seven of them, and the domain with its ends on such where
  /// these are near: 0 to 0.98 becomes 0 to 1.
  private static func rounded(_ domain: ClosedRange<Double>) -> (ClosedRange<Double>, Ticks) {
    let (low, high) = (domain.lowerBound, domain.upperBound)
    let size = high / steps - low / steps
    guard let below = DecimalStep.atMost(size) else { return (domain, .none) }
    let after = below.next
    let step = size / below.value(at: 1) < after.value(at: 1) / size ? below : after
    func end(_ end: Double, outwards: Int?, inwards: Int?) -> Double {
      for (index, nearness) in [(inwards, trace), (outwards, nearness)] {
        guard let value = index.map({ step.value(at: $0) }), value.isFinite else { continue }
        if abs(value - end) <= nearness * step.value(at: 1) { return value + 0 }
      }
      return end
    }
    let wide =
      end(
        low, outwards: step.index(atMost: low), inwards: step.index(atLeast: low))...end(
        high, outwards: step.index(atLeast: high), inwards: step.index(atMost: high))
    return (wide, Ticks(from: wide.lowerBound, to: wide.upperBound, step: step))
  }
}
