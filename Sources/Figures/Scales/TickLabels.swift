/// The texts beside the ticks, and what they have in common taken out of them.
///
/// All have as many decimals as the step needs. Numbers of many digits are shortened as in a paper: a common
/// power of ten, a common summand or both stand once, at the end of the axis.
package struct TickLabels: Equatable, Sendable {
  /// One text a tick.
  package let texts: [String]
  /// How to get from a text to its value, such as `×10⁻⁶ + 1`; nil where the texts are the values.
  package let note: String?

  /// The labels of ticks.
  package init(_ ticks: Ticks) {
    guard let step = ticks.step, let first = ticks.units.first, let last = ticks.units.last else {
      texts = ticks.values.map { AxisNumber.minusSign("\($0)") }
      note = nil
      return
    }
    let offset = TickLabels.offset(from: first, to: last)
    let units = ticks.units.map { $0 - offset }
    let digits = AxisNumber.digitCount(max(abs(first - offset), abs(last - offset)))
    let magnitude = digits - 1 + step.exponent
    // From 0.001 to 99999 numbers read best as they are.
    let plain = (-3...4).contains(magnitude) && step.exponent >= -5
    let power = plain ? 0 : magnitude
    texts = units.map { AxisNumber.fixed($0, exponent: step.exponent - power) }
    let factor = power == 0 ? nil : "×10" + AxisNumber.superscript(power)
    let summand =
      offset == 0 ? nil : AxisNumber.signed(offset, exponent: step.exponent)
    let parts = [factor, summand].compactMap { $0 }
    note = parts.isEmpty ? nil : parts.joined(separator: " ")
  }

  /// The roundest number among the ticks, or not far before the first, that is worth taking out of them; or 0.
  private static func offset(from first: Int, to last: Int) -> Int {
    let digits = AxisNumber.digitCount(max(abs(first), abs(last)))
    let span = AxisNumber.digitCount(last - first)
    guard digits >= 6, digits - span >= 3 else { return 0 }
    // One among the ticks leaves small numbers of both signs, 10⁶ − 5 to 10⁶ + 5; one before them small positive ones.
    let among = roundest(first...last)
    let before = roundest(first - (last - first)...last)
    return among.power >= before.power ? among.value : before.value
  }

  /// The multiple of the largest power of ten that lies in a range.
  private static func roundest(_ range: ClosedRange<Int>) -> (value: Int, power: Int) {
    var best = (value: range.lowerBound, power: 0)
    var unit = 1
    for power in 0..<18 {
      let rest = range.upperBound % unit
      let value = range.upperBound - (rest < 0 ? rest + unit : rest)
      guard range.contains(value), value != 0 else { break }
      best = (value, power)
      unit *= 10
    }
    return best
  }
}
