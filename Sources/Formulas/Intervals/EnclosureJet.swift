import Activations

/// Enclosures of a function over a cell and of its derivatives.
package struct EnclosureJet: Hashable, Sendable {
  package var value: Enclosure
  /// That of the slope; without meaning where only values are asked for.
  package var first: Enclosure
  /// That of the curvature; without meaning where only values or slopes are asked for.
  package var second: Enclosure

  package init(_ value: Enclosure, _ first: Enclosure, _ second: Enclosure) {
    self.value = value
    self.first = first
    self.second = second
  }

  /// A number.
  init(_ value: Double) {
    let zero = Enclosure(0)
    let known: Enclosure = value.isNaN ? Enclosure(.empty, .unknown) : zero
    self.init(Enclosure(value), known, known)
  }

  /// x over a cell.
  package init(x cell: Interval) {
    self.init(Enclosure(cell, .smooth), Enclosure(1), Enclosure(0))
  }

  /// Nothing is known.
  static var unknown: EnclosureJet { EnclosureJet(.unknown, .unknown, .unknown) }

  /// The enclosure of a derivative of f.
  package subscript(order: Int) -> Enclosure { order == 0 ? value : order == 1 ? first : second }

  /// Applies the same to all three.
  func map(_ function: (Enclosure) -> Enclosure) -> EnclosureJet {
    EnclosureJet(function(value), function(first), function(second))
  }

  static func + (a: EnclosureJet, b: EnclosureJet) -> EnclosureJet {
    EnclosureJet(a.value + b.value, a.first + b.first, a.second + b.second)
  }

  static func - (a: EnclosureJet, b: EnclosureJet) -> EnclosureJet {
    EnclosureJet(a.value - b.value, a.first - b.first, a.second - b.second)
  }

  static func * (a: EnclosureJet, b: EnclosureJet) -> EnclosureJet {
    EnclosureJet(
      a.value * b.value, a.first * b.value + a.value * b.first,
      a.second * b.value + a.first * b.first * 2 + a.value * b.second)
  }

  static func / (a: EnclosureJet, b: EnclosureJet) -> EnclosureJet {
    let quotient = a.value / b.value
    let slope = (a.first - quotient * b.first) / b.value
    let bend = (a.second - slope * b.first * 2 - quotient * b.second) / b.value
    return EnclosureJet(quotient, slope, bend)
  }

  /// g(u), given the enclosures of g, g′ and g″ over u.
  func chained(_ g: Enclosure, _ slope: Enclosure, _ bend: Enclosure) -> EnclosureJet {
    EnclosureJet(g, slope * first, bend * first.square + slope * second)
  }

  /// One of two functions, not known which: it may break where they meet.
  func hull(_ other: EnclosureJet) -> EnclosureJet {
    EnclosureJet(
      value.hull(other.value).capped(.defined), first.hull(other.first).capped(.defined),
      second.hull(other.second).capped(.defined))
  }

  /// The parts where another function is defined, by whose value it is chosen.
  func defined(where other: Enclosure) -> EnclosureJet {
    if other.range.isEmpty { return map { _ in Enclosure(.empty, .unknown) } }
    return map { $0.capped(other.isDefined ? .smooth : .unknown) }
  }
}
