/// The room between neighbours in a formula, in eighteenths of an em (TeXbook, page 170).
enum MathSpacing {
  /// That of the command `\,`.
  static let thin = 3.0
  /// That of the command `\:`.
  static let medium = 4.0
  /// That of the command `\;`.
  static let thick = 5.0

  /// One row a left neighbour, one digit a right one, in the order of ``AtomClass``: 0 none, 1 thin,
  /// 2 medium, 3 thick; in brackets in scripts none; `*` does not occur.
  private static let table: [[Character]] = [
    "01cd000b", "11*d000b", "cc**c**c", "dd*0d00d", "00*00000", "01cd000b", "bb*bbbbb", "b1cdb0bb",
  ].map(Array.init)

  /// The room between two atoms.
  static func between(_ left: AtomClass, _ right: AtomClass, in style: MathStyle) -> Double {
    switch table[left.rawValue][right.rawValue] {
    case "1": thin
    case "b" where !style.isScript: thin
    case "c" where !style.isScript: medium
    case "d" where !style.isScript: thick
    default: 0
    }
  }

  /// The classes of a list's atoms once binary operators without two operands have become ordinary,
  /// as the minus in −x is (appendix G, rules 5 and 6).
  static func settled(_ classes: [AtomClass]) -> [AtomClass] {
    var settled: [AtomClass] = []
    for atomClass in classes {
      var atomClass = atomClass
      let last = settled.last
      switch atomClass {
      case .binary:
        let isFirst = last.map {
          [.binary, .operator, .relation, .opening, .punctuation].contains($0)
        }
        if isFirst ?? true { atomClass = .ordinary }
      case .relation, .closing, .punctuation:
        if last == .binary { settled[settled.count - 1] = .ordinary }
      default: break
      }
      settled.append(atomClass)
    }
    if settled.last == .binary { settled[settled.count - 1] = .ordinary }
    return settled
  }
}
