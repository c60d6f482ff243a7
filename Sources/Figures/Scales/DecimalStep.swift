import Activations

/// A step of 1, 2 or 5 times a power of ten, or of another whole number where the ends of an axis ask for it, kept as
/// integers so that its multiples are exact decimals.
package struct DecimalStep: Equatable, Sendable {
  /// 1, 2 or 5, or rarely another whole number.
  package let mantissa: Int
  /// The power of ten.
  package let exponent: Int

  /// Makes a step.
  init(mantissa: Int, exponent: Int) {
    self.mantissa = mantissa
    self.exponent = exponent
  }

  /// The double nearest to `index` steps: index 3 of step 0.1 is 0.3, not 0.30000000000000004.
  func value(at index: Int) -> Double {
    DecimalStep.double(index * mantissa, exponent: exponent)
  }

  /// The smallest step that is no smaller than `size`; nil where `size` is not a positive finite number.
  static func atLeast(_ size: Double) -> DecimalStep? {
    guard let below = atMost(size) else { return nil }
    return below.value(at: 1) * (1 + tolerance) >= size ? below : below.next
  }

  /// The largest step that is no larger than `size`; nil where `size` is not a positive finite number.
  static func atMost(_ size: Double) -> DecimalStep? {
    guard size.isFinite, size > 0 else { return nil }
    let size = min(size * (1 + tolerance), .greatestFiniteMagnitude)
    // log10(2) = 0.30103 of the binary exponent is the decimal one or one less.
    var exponent = Int((Double(size.exponent) * 0.30103).rounded(.down))
    while double(1, exponent: exponent + 1) <= size { exponent += 1 }
    while double(1, exponent: exponent) > size { exponent -= 1 }
    let mantissa = [5, 2].first { double($0, exponent: exponent) <= size } ?? 1
    return DecimalStep(mantissa: mantissa, exponent: exponent)
  }

  /// The step after this one, 2 to 2.5 times as large.
  var next: DecimalStep {
    switch mantissa {
    case 1: DecimalStep(mantissa: 2, exponent: exponent)
    case 2: DecimalStep(mantissa: 5, exponent: exponent)
    default: DecimalStep(mantissa: 1, exponent: exponent + 1)
    }
  }

  /// The index of the last multiple that is no larger than `value`; nil where the integers do not reach.
  func index(atMost value: Double) -> Int? {
    let quotient = value / self.value(at: 1)
    guard abs(quotient) < 1e17 else { return nil }
    var index = Int(quotient.rounded(.down))
    // The quotient is rounded: 0.3 / 0.1 falls short of 3.
    if self.value(at: index + 1) <= value { index += 1 }
    if self.value(at: index) > value { index -= 1 }
    return index
  }

  /// The index of the first multiple that is no smaller than `value`; nil where the integers do not reach.
  func index(atLeast value: Double) -> Int? {
    index(atMost: -value).map { -$0 }
  }

  /// What a quotient of two doubles may be off: a tenth of 1.1 - 0.7 is a step of 0.04 all the same.
  private static let tolerance = 1e-9

  /// The double nearest to `units · 10^exponent`, by way of the decimal parser, which rounds once.
  private static func double(_ units: Int, exponent: Int) -> Double {
    Double("\(units)e\(exponent)") ?? .infinity
  }
}
