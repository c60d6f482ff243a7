/// Numbers as they stand beside an axis, for eyes: with a true minus sign and raised exponents.
///
/// Made of whole numbers times a power of ten, so that no rounding can creep in. Text that programs read back is
/// made of doubles, by `DecimalText` in Tables.
enum AxisNumber {
  /// How many digits a number that is not negative has; 1 for 0.
  static func digitCount(_ number: Int) -> Int {
    var count = 1
    var rest = number / 10
    while rest > 0 {
      count += 1
      rest /= 10
    }
    return count
  }

  /// `units · 10^exponent` with as many decimals as the exponent asks for and a true minus sign.
  static func fixed(_ units: Int, exponent: Int) -> String {
    var digits = String(abs(units))
    if exponent > 0, units != 0 {
      digits += String(repeating: "0", count: exponent)
    } else if exponent < 0 {
      let decimals = -exponent
      digits =
        String(repeating: "0", count: max(0, decimals + 1 - digits.count)) + digits
      digits = "\(digits.dropLast(decimals)).\(digits.suffix(decimals))"
    }
    return units < 0 ? "\u{2212}" + digits : digits
  }

  /// A summand with its sign set off, such as `+ 1.5` or `− 2.5×10¹²`; trailing zeros dropped.
  static func signed(_ units: Int, exponent: Int) -> String {
    var units = units
    var exponent = exponent
    while units != 0, units.isMultiple(of: 10) {
      units /= 10
      exponent += 1
    }
    let sign = units < 0 ? "\u{2212} " : "+ "
    let digits = digitCount(abs(units))
    let magnitude = digits - 1 + exponent
    if abs(units) == 1, magnitude > 4 { return sign + "10" + superscript(magnitude) }
    if (-4...6).contains(magnitude) {
      return sign + fixed(abs(units), exponent: exponent)
    }
    return sign + fixed(abs(units), exponent: 1 - digits) + "×10" + superscript(magnitude)
  }

  /// An integer in superscript characters.
  static func superscript(_ number: Int) -> String {
    let digits = Array("⁰¹²³⁴⁵⁶⁷⁸⁹")
    let text = String(abs(number)).utf8.map { digits[Int($0) - 48] }
    return (number < 0 ? "⁻" : "") + String(text)
  }

  /// A number as someone typed it, for eyes: `-0.50` as −0.50, `1e-5` as 10⁻⁵, hexadecimals as decimals.
  static func typeset(_ typed: String, of value: Double) -> String {
    let lowercased = typed.lowercased()
    guard lowercased.allSatisfy({ "0123456789+-.e".contains($0) }) else { return decimal(value) }
    let parts = lowercased.split(separator: "e")
    let mantissa = minusSign(String(parts[0].drop { $0 == "+" }))
    guard parts.count == 2, let exponent = Int(parts[1]) else { return mantissa }
    let power = "10" + superscript(exponent)
    switch mantissa {
    case "1": return power
    case "\u{2212}1": return "\u{2212}" + power
    default: return "\(mantissa)×\(power)"
    }
  }

  /// A number in the fewest digits, without `.0`.
  static func decimal(_ value: Double) -> String {
    let text = "\(value)"
    return minusSign(text.hasSuffix(".0") ? String(text.dropLast(2)) : text)
  }

  /// A number without zeros at the end of its decimals.
  static func trimmed(_ text: String) -> String {
    guard text.contains(".") else { return text }
    var kept = Substring(text)
    while kept.hasSuffix("0") { kept = kept.dropLast() }
    return String(kept.hasSuffix(".") ? kept.dropLast() : kept)
  }

  /// Puts true minus signs into a number that Swift printed.
  static func minusSign(_ text: String) -> String {
    String(text.map { $0 == "-" ? "\u{2212}" : $0 })
  }
}
