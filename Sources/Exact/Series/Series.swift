/// A function of t near 0, as a sum of powers of t that is known up to some order: Σ cₖ·t^pₖ + O(t^order).
///
/// t is what x is away from the point looked at, on both sides of it or on one; at ±∞ it is ±1/x. Powers may be any numbers in
/// rising order, negative ones beside a pole, and have powers of ln t as factors. A coefficient that is known to be 0 does not stand there; the first that does may
/// still be 0 within its bounds.
///
/// All of it may be multiplied by e^E, where E is a sum of negative powers (`growth`): far smaller or greater than any power.
/// The last of them may be a number, so large that MPFR's exponents cannot hold its exponential.
struct Series: Sendable {
  /// One power of t with its factor.
  struct Term: Sendable {
    var power: Power
    var coefficient: Bounds

    /// −1, 0 or 1, as it is for small positive t, where ln t is negative; nil where nobody knows.
    var sign: Int? { coefficient.sign.map { power.logarithms % 2 == 0 ? $0 : -$0 } }

    /// Whether another one is of the same power of t, but for logarithms.
    func isLike(_ other: Term) -> Bool { power.base == other.power.base }
  }

  /// E: empty where there is no such factor.
  var growth: [Term] = []
  /// The powers, rising.
  var terms: [Term]
  /// The power from which on nothing is known; infinite where nothing follows.
  var order: Power

  init(_ terms: [Term], order: Power) { (self.terms, self.order) = (terms, order) }

  /// A number.
  init(_ value: Bounds) {
    terms = value.isZero ? [] : [Term(power: .zero, coefficient: value)]
    order = .infinity
  }

  /// One power.
  init(_ coefficient: Bounds, power: Power) {
    self.init([Term(power: power, coefficient: coefficient)], order: .infinity)
  }

  /// Whether it is 0 at all t.
  var isZero: Bool { terms.isEmpty && order == .infinity }

  /// A number that does not depend on t.
  var constant: Bounds? {
    guard order == .infinity, growth.isEmpty, terms.count < 2 else { return nil }
    guard let first = terms.first else { return .zero }
    return first.power == .zero ? first.coefficient : nil
  }

  /// A power that it has no powers below.
  var valuation: Power { terms.first?.power ?? order }

  /// The coefficient of t⁰.
  var middle: Bounds { terms.first { $0.power == .zero }?.coefficient ?? .zero }
}

/// Why an evaluation ends without a series.
enum Obstacle: Error {
  /// It depends on a sign that more digits may tell.
  case precision
  /// More powers have to be known.
  case orders
  /// Both sides of the point have to be looked at, each by itself.
  case sides
  /// There is no value.
  case undefined
  /// Nobody can tell, or at least not here.
  case undecided
}
