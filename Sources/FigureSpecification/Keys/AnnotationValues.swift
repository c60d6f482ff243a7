import Figures

// How lines, zones and notes are read.
extension ValueReaders {
  /// `y=1`, `x=pi/2`, `y=2x+1`, with `: TEXT` behind it.
  static func guide(_ text: String, _ key: KeyName) throws(Problem) -> GuideLine {
    let (place, words) = try lead(of: text, parts: 1, key)
    if let (axis, value) = assigned(place[0]), let axis {
      if let number = coordinate(value) { return GuideLine(axis, number, text: words) }
      if axis == .y, let (slope, number) = line(value) {
        return GuideLine(slope: slope, number, text: words)
      }
    }
    throw Problem(
      key,
      """
      \(key) is y=NUMBER, x=NUMBER or y=A*x+B, with words behind a colon if you like, such as 'y=1: the bound', not \
      '\(text)'; \(Keys.gray.name) puts any other function behind.
      """)
  }

  /// The slope and the constant of `2x+1`, `1 - x/2`, `-0.5*x`; nil where it is no straight line in x.
  private static func line(_ text: Substring) -> (slope: Double, constant: Double)? {
    var terms: [String] = [""]
    for character in text.lowercased().map({ $0 == "\u{2212}" ? "-" : $0 }) where character != " " {
      let isExponent = terms[terms.count - 1].last == "e"
      if "+-".contains(character), !isExponent, !terms[terms.count - 1].isEmpty { terms.append("") }
      terms[terms.count - 1].append(character)
    }
    var (slope, constant) = (0.0, 0.0)
    for term in terms {
      guard let place = term.firstIndex(of: "x") else {
        guard let number = coordinate(term.drop { $0 == "+" }) else { return nil }
        constant += number
        continue
      }
      var factor = String(term[..<place].drop { $0 == "+" })
      if factor.last == "*" || factor.last == "·" { factor.removeLast() }
      let divisor = term[term.index(after: place)...]
      guard divisor.isEmpty || divisor.first == "/",
        let number = factor.isEmpty ? 1 : factor == "-" ? -1 : coordinate(Substring(factor)),
        let whole = divisor.isEmpty ? 1 : coordinate(divisor.dropFirst()), whole != 0
      else { return nil }
      slope += number / whole
    }
    return slope.isFinite && constant.isFinite ? (slope, constant) : nil
  }

  /// `LO:HI` of x, `y=LO:HI`, with `: TEXT` behind it; an end that is empty is infinite.
  static func zone(_ text: String, _ key: KeyName) throws(Problem) -> Zone {
    let (ends, words) = try lead(of: text, parts: 2, key)
    guard ends.count == 2, let (axis, first) = assigned(ends[0]),
      let low = end(first, -.infinity), let high = end(ends[1], .infinity), low < high
    else {
      throw Problem(
        key,
        """
        \(key) is LO:HI of x that rises, or y=LO:HI, with words behind a colon if you like, such as '-1:1: linear', \
        not '\(text)'.
        """)
    }
    return Zone(axis ?? .x, low...high, text: words)
  }

  /// `X,Y: TEXT`.
  static func callout(_ text: String, _ key: KeyName) throws(Problem) -> Callout {
    let (place, words) = try lead(of: text, parts: 1, key)
    let numbers = place[0].split(separator: ",", omittingEmptySubsequences: false).map(coordinate)
    guard numbers.count == 2, let x = numbers[0], let y = numbers[1], !words.isEmpty else {
      throw Problem(
        key,
        "\(key) is a point and what is said of it, X,Y: TEXT, such as '0,0.5: half', not '\(text)'."
      )
    }
    return Callout(words, at: Point(x: x, y: y))
  }

  /// What stands before the words, divided at so many colons, and the words.
  private static func lead(of text: String, parts: Int, _ key: KeyName) throws(Problem)
    -> (lead: [Substring], words: String)
  {
    let pieces = text.split(separator: ":", maxSplits: parts, omittingEmptySubsequences: false)
    let words = pieces.count > parts ? pieces[parts].drop { $0 == " " } : ""
    return (Array(pieces.prefix(parts)), try richText(String(words), key))
  }

  /// The axis before an equals sign, and what stands behind it; nil for another name.
  private static func assigned(_ text: Substring) -> (axis: AxisName?, value: Substring)? {
    let sides = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    guard sides.count == 2 else { return (nil, text) }
    let name = sides[0].filter { $0 != " " }.lowercased()
    return AxisName(rawValue: name).map { ($0, sides[1]) }
  }

  private static func end(_ text: Substring, _ open: Double) -> Double? {
    let text = text.filter { $0 != " " }
    if text.isEmpty { return open }
    if let number = number(text), !number.isFinite { return number == open ? open : nil }
    return coordinate(Substring(text))
  }

  /// A finite number, or a multiple of π.
  private static func coordinate(_ text: Substring) -> Double? {
    tick(text.filter { $0 != " " })?.value
  }
}
