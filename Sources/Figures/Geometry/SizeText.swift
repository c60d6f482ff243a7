/// Reads the text of a size: `1600x1000`, `85mmx60mm`, `3.3x2.5in`, or of a width alone: `85mm`.
struct SizeText {
  private var rest: Substring

  /// The two sides; nil where the text is no size.
  ///
  /// Without any unit they are pixels; one on the last side counts for both.
  static func sides(_ text: String) -> (width: Length, height: Length)? {
    let lowercased = text.lowercased()
    var reader = SizeText(rest: lowercased[...])
    guard let width = reader.number() else { return nil }
    let widthUnit = reader.unit()
    if reader.rest.isEmpty {
      // As high as the standard size is for its width, in whole pixels.
      let height = width * Size.standard.height / Size.standard.width
      let unit = widthUnit ?? .pixel
      return (Length(width, unit), Length(unit == .pixel ? height.rounded() : height, unit))
    }
    guard reader.takes("x"), let height = reader.number() else { return nil }
    let heightUnit = reader.unit()
    guard reader.rest.isEmpty, heightUnit != nil || widthUnit == nil else { return nil }
    let last = heightUnit ?? .pixel
    return (Length(width, widthUnit ?? last), Length(height, last))
  }

  /// A decimal number without sign and exponent.
  private mutating func number() -> Double? {
    let digits = rest.prefix { "0"..."9" ~= $0 || $0 == "." }
    guard digits.first != ".", digits.last != ".", let value = Double(digits) else { return nil }
    rest = rest.dropFirst(digits.count)
    return value
  }

  private mutating func unit() -> Length.Unit? {
    Length.Unit.allCases.first { takes($0.rawValue) }
  }

  private mutating func takes(_ text: String) -> Bool {
    guard rest.hasPrefix(text) else { return false }
    rest = rest.dropFirst(text.count)
    return true
  }
}
