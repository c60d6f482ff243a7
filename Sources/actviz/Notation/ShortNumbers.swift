/// Numbers in a typed formula, shortened as figures write values.
enum ShortNumbers {
  /// The TeX of a formula with its numbers to so many significant digits, powers of ten from ten million on:
  /// `1000000000+0.123456789` is `10^{9}+0.1235`.
  static func shortened(_ tex: String, digits: Int) -> String {
    var (result, number) = ("", "")
    // Behind a raised hyphen or letters, digits belong to an exponent of ten or a name; they stay.
    var isFree = true
    func write(before next: Character?) {
      guard !number.isEmpty else { return }
      result += isFree ? short(number, digits, isBase: next == "^") : number
      number = ""
    }
    for character in tex {
      if character.isASCII, character.isNumber || (character == "." && !number.isEmpty) {
        if number.isEmpty { isFree = !(result.last.map { $0.isLetter || $0 == "_" } ?? false) }
        number.append(character)
      } else {
        write(before: character)
        result.append(character)
      }
    }
    write(before: nil)
    return result
  }

  /// One number; a base of a power keeps no power of ten of its own.
  private static func short(_ number: String, _ digits: Int, isBase: Bool) -> String {
    guard let value = Double(number) else { return number }
    let text = FigureNames.tex(value, digits: digits)
    return text == number || (isBase && text.contains("^")) ? number : text
  }
}
