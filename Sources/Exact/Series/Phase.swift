import Activations
import Formulas

/// Where the waves and stairs of a formula stand whose argument u grows beyond bounds: all of them at one turn of one u.
///
/// As u is continuous it comes by every turn again and again, so that what a formula comes to with its waves held at a turn is
/// a value that it comes near for ever.
final class Phase: @unchecked Sendable {
  /// What share of its turns the first argument has gone.
  let turn: Double
  /// The first argument, what is added to it left out.
  private var first: Series?
  /// Whether the argument is that of waves, whose turn is 2π, or of stairs, whose turn is 1.
  private var isWave = true
  /// How many turns of the first argument bring all back to where they were.
  private(set) var turns = 1

  init(turn: Double) { self.turn = turn }

  /// sin u or cos u.
  func wave(_ function: Intrinsic, _ u: Series, _ arithmetic: Arithmetic) throws(Obstacle) -> Bounds
  {
    let (share, start) = try place(of: u, isWave: true)
    let angle = share * 2 * Double.pi + start
    return Bounds(function == .sin ? Libm.sin(angle) : Libm.cos(angle))
  }

  /// u − ⌊u⌋.
  func share(of u: Series, _ arithmetic: Arithmetic) throws(Obstacle) -> Bounds {
    let (share, start) = try place(of: u, isWave: false)
    let sum = share + start
    return Bounds(sum - sum.rounded(.down))
  }

  /// How many turns an argument has gone, and what is added to it.
  private func place(of u: Series, isWave: Bool) throws(Obstacle) -> (Double, Double) {
    var rest = u
    let start = u.middle
    rest.terms.removeAll { $0.power >= .zero }
    guard u.growth.isEmpty, let lead = rest.terms.first, rest.terms.allSatisfy({ $0.power < .zero })
    else { throw .undecided }
    let offset = start.low.double / 2 + start.high.double / 2
    guard let first else {
      (self.first, self.isWave) = (rest, isWave)
      return (turn, offset)
    }
    guard isWave == self.isWave, rest.terms.count == first.terms.count, let base = first.terms.first
    else { throw .undecided }
    let ratio = lead.coefficient.low.double / base.coefficient.low.double
    guard let quotient = Self.quotient(ratio) else { throw .undecided }
    for (a, b) in zip(rest.terms, first.terms) {
      let (x, y) = (a.coefficient.low.double, b.coefficient.low.double)
      guard a.power == b.power, abs(x - y * ratio) <= 1e-14 * abs(x) else { throw .undecided }
    }
    turns = turns * quotient.divisor / Self.common(turns, quotient.divisor)
    return (turn * ratio, offset)
  }

  /// A ratio of small whole numbers.
  private static func quotient(_ ratio: Double) -> (numerator: Int, divisor: Int)? {
    for divisor in 1...12 {
      let numerator = (ratio * Double(divisor)).rounded()
      if abs(ratio * Double(divisor) - numerator) < 1e-13 * max(1, abs(numerator)),
        abs(numerator) <= 1000, numerator != 0
      {
        return (Int(numerator), divisor)
      }
    }
    return nil
  }

  private static func common(_ a: Int, _ b: Int) -> Int { b == 0 ? a : common(b, a % b) }
}
