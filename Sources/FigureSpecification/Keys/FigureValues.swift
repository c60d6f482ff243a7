import Figures

// How what speaks of a figure is read.
extension ValueReaders {
  static func size(_ text: String, _ key: KeyName) throws(Problem) -> Size {
    do {
      return try Size(parsing: text)
    } catch let error as SizeError {
      throw Problem(key, "\(key) '\(error.given)' \(error.reason).")
    } catch {
      throw Problem(key, "\(key) '\(text)' is no size.")
    }
  }

  /// Pixels to an inch.
  static func density(_ text: String, _ key: KeyName) throws(Problem) -> Double {
    let legal = Size.densities
    guard let number = number(text), legal.contains(number) else {
      let (low, high) = (Int(legal.lowerBound), Int(legal.upperBound))
      throw Problem(key, "\(key) must be a number from \(low) to \(high), not '\(text)'.")
    }
    return number
  }

  /// One theme, or two for a file each.
  static func themes(_ text: String, _ key: KeyName) throws(Problem) -> ThemeChoice {
    let name = text.lowercased()
    if name == "both" { return .both }
    if name == "auto" { return .auto }
    if let theme = Theme.Name(rawValue: name) { return .one(theme) }
    throw notOne(of: themes, text, key)
  }

  /// The names that ``themes(_:_:)`` reads.
  static let themes = Theme.Name.allCases.map(\.rawValue) + ["both", "auto"]

  /// `linear`, `log`, `symlog` or `symlog:C`.
  static func scale(_ text: String, _ key: KeyName) throws(Problem) -> ScaleKind {
    switch text.lowercased() {
    case "linear": return .linear
    case "log": return .log
    case "symlog": return .symlog(constant: 1)
    case let text where text.hasPrefix("symlog:"):
      guard let constant = number(text.dropFirst("symlog:".count)),
        (1e-300...1e300).contains(constant)
      else { break }
      return .symlog(constant: constant)
    default: break
    }
    throw Problem(
      key,
      "\(key) is linear, log, symlog or symlog:C with C above 0, such as symlog:0.01, not '\(text)'."
    )
  }

  static func columns(_ text: String, _ key: KeyName) throws(Problem) -> Int {
    try whole(text, key, 1...Keys.panelLimit)
  }

  /// Points of a curve.
  static func samples(_ text: String, _ key: KeyName) throws(Problem) -> Int {
    try whole(text, key, 2...1_000_000)
  }

  /// Points of a table: beyond 2⁵³ neighbours have the same index as a double.
  static func rows(_ text: String, _ key: KeyName) throws(Problem) -> Int {
    try whole(text, key, 2...1 << 53)
  }

  /// Points in x and in y, `201x101`; one number stands for both.
  static func gridSize(_ text: String, _ key: KeyName) throws(Problem) -> GridSize {
    let sides = text.lowercased().split(whereSeparator: { "x×".contains($0) })
    guard sides.count <= 2, let first = sides.first, let last = sides.last,
      let x = Int(first), let y = Int(last), min(x, y) >= 2, max(x, y) <= 1 << 24
    else {
      throw Problem(
        key,
        "\(key) of two variables is NxM, points in x and in y from 2 to \(1 << 24), not '\(text)'.")
    }
    return GridSize(x: x, y: y)
  }

  /// Cells of a field, as many as a picture can show.
  static func fieldCells(_ text: String, _ key: KeyName) throws(Problem) -> GridSize {
    let size = try gridSize(text, key)
    guard max(size.x, size.y) <= 10_000 else {
      throw Problem(key, "\(key) of a field are at most 10000x10000, not '\(text)'.")
    }
    return size
  }

  /// A whole number.
  static func whole(_ text: String, _ key: KeyName, _ legal: ClosedRange<Int>)
    throws(Problem) -> Int
  {
    guard let count = Int(text), legal.contains(count) else {
      throw Problem(
        key,
        "\(key) must be a whole number from \(legal.lowerBound) to \(legal.upperBound), not '\(text)'."
      )
    }
    return count
  }

  /// The largest error that is allowed, in ulp.
  static func ulps(_ text: String, _ key: KeyName) throws(Problem) -> Double {
    guard let limit = number(text), limit >= 0, limit.isFinite else {
      throw Problem(key, "\(key) must be a number of ulp from 0 up, not '\(text)'.")
    }
    return limit
  }
}
