/// Where an axis has its ticks.
package enum TickChoice: Equatable, Sendable {
  /// At round numbers, as many as there is room for.
  case round
  /// At multiples of π, or at round fractions of it; of a linear axis.
  case multiplesOfPi
  /// At these values, of which those outside of the domain are left out.
  case at([Value])

  /// A value with what stands beside it.
  package struct Value: Equatable, Sendable {
    /// Where the tick is, in data units.
    package let value: Double
    /// What stands beside it: a line in which formulas may stand between dollar signs.
    package let text: String

    /// A value with its text.
    package init(_ value: Double, text: String) {
      self.value = value
      self.text = text
    }

    /// A number, written as it was typed: `0.50` stays so, `1e-5` becomes 10⁻⁵.
    package init(_ value: Double, typed: String) {
      self.init(value, text: AxisNumber.typeset(typed, of: value))
    }

    /// A multiple of π: `$-3\pi/2$`.
    package init(pi numerator: Double, over denominator: Int) {
      let factor = abs(numerator) == 1 ? "" : AxisNumber.decimal(abs(numerator))
      let sign = numerator < 0 ? "-" : ""
      let divisor = denominator == 1 ? "" : "/\(denominator)"
      self.init(
        numerator * .pi / Double(denominator),
        text: numerator == 0 ? "0" : "$\(sign)\(factor)\\pi\(divisor)$")
    }
  }
}
