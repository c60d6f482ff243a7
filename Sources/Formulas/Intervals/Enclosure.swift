/// What is known of a function over a cell, a closed stretch of x: its values lie in an interval, and how it behaves.
///
/// The decorations are those of IEEE 1788, short of its bounded one, which the interval itself tells, and with one for what
/// has derivatives of every order.
package struct Enclosure: Hashable, Sendable {
  /// What is known of a function over a cell, from the least to the most.
  package enum Decoration: Int, Comparable, Sendable {
    /// Nothing.
    case unknown
    /// It has a value everywhere.
    case defined
    /// It has one everywhere, and is continuous, at the ends of the cell from inside.
    case continuous
    /// It has one everywhere, and derivatives of every order.
    case smooth

    package static func < (a: Decoration, b: Decoration) -> Bool { a.rawValue < b.rawValue }
  }

  /// Holds every value that the function has over the cell; empty where it has none.
  package var range: Interval
  /// What is known.
  package var decoration: Decoration

  package init(_ range: Interval, _ decoration: Decoration) {
    self.range = range
    self.decoration = range.isEmpty ? .unknown : decoration
  }

  /// A number.
  init(_ value: Double) {
    self.init(value.isNaN ? .empty : Interval(value), .smooth)
  }

  /// Nothing is known.
  package static var unknown: Enclosure { Enclosure(.whole, .unknown) }

  /// Whether the function has no value anywhere in the cell.
  package var isNowhereDefined: Bool { range.isEmpty }
  /// Whether it is sure to have one everywhere.
  package var isDefined: Bool { decoration >= .defined }
  /// Whether it is sure to be continuous.
  package var isContinuous: Bool { decoration >= .continuous }
  /// Whether it is sure to have derivatives of every order.
  package var isSmooth: Bool { decoration == .smooth }
  /// Whether it is sure to be continuous and to have bounds.
  package var isTame: Bool { isContinuous && range.isBounded }
}

extension Enclosure {
  static prefix func - (a: Enclosure) -> Enclosure { Enclosure(-a.range, a.decoration) }

  static func + (a: Enclosure, b: Enclosure) -> Enclosure { a.with(b, a.range + b.range) }
  package static func - (a: Enclosure, b: Enclosure) -> Enclosure { a.with(b, a.range - b.range) }

  /// The product; as in programs an exact 0 outweighs all else, what has no value too.
  static func * (a: Enclosure, b: Enclosure) -> Enclosure {
    if a.range.isZero { return a }
    if b.range.isZero { return b }
    let hasZero = a.range.contains(0) || b.range.contains(0)
    if hasZero, a.range.isEmpty || b.range.isEmpty { return Enclosure(Interval(0), .unknown) }
    return a.with(b, a.range * b.range)
  }

  static func / (a: Enclosure, b: Enclosure) -> Enclosure {
    let quotient = a.with(b, a.range / b.range)
    return b.range.contains(0) ? Enclosure(quotient.range, .unknown) : quotient
  }

  static func + (a: Enclosure, c: Double) -> Enclosure { a + Enclosure(c) }
  static func * (a: Enclosure, c: Double) -> Enclosure { a * Enclosure(c) }
  static func / (c: Double, a: Enclosure) -> Enclosure { Enclosure(c) / a }

  var square: Enclosure { map(\.square) }

  /// Another interval, made of this one's and another's: no better behaved than either.
  func with(_ other: Enclosure, _ range: Interval) -> Enclosure {
    Enclosure(range, min(decoration, other.decoration))
  }

  /// A smooth function of it.
  func map(_ function: (Interval) -> Interval) -> Enclosure {
    Enclosure(function(range), decoration)
  }

  /// The part in the domain of what comes next; what leaves it may be undefined.
  func restricted(to domain: Interval) -> Enclosure {
    let inside = range.intersection(domain)
    return Enclosure(inside, inside == range ? decoration : .unknown)
  }

  /// The same, at most continuous where the argument may be a number beside which what comes next is not smooth.
  func rough(at number: Double) -> Enclosure { range.contains(number) ? capped(.continuous) : self }

  /// The part above a number at which what comes next has a pole; the number itself is left in, as the C library
  /// has a value there, an infinite one.
  func restricted(above end: Double) -> Enclosure {
    let inside = range.intersection(Interval(end, .infinity))
    return Enclosure(inside, range.low > end ? decoration : .unknown)
  }

  /// The part below a number, likewise.
  func restricted(below end: Double) -> Enclosure { -(-self).restricted(above: -end) }

  /// The same, at most so well behaved.
  func capped(_ limit: Decoration) -> Enclosure { Enclosure(range, min(decoration, limit)) }

  /// Either of two.
  package func hull(_ other: Enclosure) -> Enclosure {
    Enclosure(range.hull(other.range), min(decoration, other.decoration))
  }
}
