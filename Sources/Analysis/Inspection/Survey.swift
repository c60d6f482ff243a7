import Activations
import Formulas

/// A function evaluated all over the line: what its property sheet is read from.
///
/// The line is cut at every kink. Each piece has an even grid near the origin and, around the
/// origin, every landmark and every kink, a ladder of steps from 2⁻⁴⁰ to 2⁴⁰.
struct Survey: Sendable {
  /// What lies between two neighbouring kinks.
  struct Piece: Sendable {
    /// The kink at its left, or −∞.
    let low: Double
    /// The kink at its right, or +∞.
    let high: Double
    /// The points, in ascending order, none of them a kink.
    let xs: [Double]
    /// f, f′ and f″ at the points.
    let columns: [[Double]]
  }

  /// What is surveyed.
  let activation: any Activation
  /// Where it is not smooth, in ascending order, and where the pieces of a formula meet so smoothly that its
  /// curvature does not tell: one may be flat there, and the other not.
  let kinks: [Kink]
  /// The origin, landmarks and kinks.
  let centers: [Double]
  /// The line between the kinks, from left to right.
  let pieces: [Piece]

  /// Surveys a function.
  init(_ activation: any Activation) {
    self.activation = activation
    let known = activation.kinks.filter { $0.x.isFinite }
    let places = Set(known.map(\.x))
    let seams = activation.seams.filter { !places.contains($0) }
    let kinks = (known + seams.map { Kink(at: $0, order: Self.seam) }).sorted { $0.x < $1.x }
    self.kinks = kinks
    centers = Set([0] + activation.landmarks.filter(\.isFinite) + kinks.map(\.x)).sorted()
    let whole = Self.pieces(activation, kinks, Self.points(around: centers))
    // A wave whose period is below the ladder's steps would be seen with zeros that it has not.
    let isWave = Self.changes(in: whole) > 160
    pieces =
      isWave
      ? Self.pieces(activation, kinks, Grid(-40...40, count: 10_241).all) : whole
  }

  /// The order that a seam counts as, above those that a function tells of.
  static let seam = 9

  /// A point on the given side of a kink, so near that values there are one-sided limits.
  static func beside(_ x: Double, _ side: Double) -> Double {
    x == 0 ? side * 0x1p-900 : side < 0 ? x.nextDown : x.nextUp
  }

  /// f, f′ or f″ at a point.
  func value(_ order: Int, at x: Double) -> Double {
    let jet = activation.jet(at: x)
    return order == 0 ? jet.value : order == 1 ? jet.first : jet.second
  }

  /// The limit of f, f′ or f″ at an infinity, −1 for that on the left; NaN where there is none.
  ///
  /// A function that gives NaN there is judged by 1e8, 1e15 and 1e100, whose cubes do not overflow:
  /// equal values are the limit.
  func limit(_ order: Int, at side: Double) -> Double {
    let limit = value(order, at: side * .infinity)
    guard limit.isNaN else { return limit + 0 }
    let far = [1e8, 1e15, 1e100].map { value(order, at: side * $0) }
    return abs(far[0] - far[2]) <= 1e-7 * abs(far[2]) && far[1] == far[2] ? far[2] : .nan
  }

  private static func points(around centers: [Double]) -> [Double] {
    var points = Grid(-40...40, count: 2561).all
    for center in centers {
      points.append(center)
      for quarter in -160...160 {
        let step = Libm.exp(0.6931471805599453 / 4 * Double(quarter))
        points += [center - step, center + step]
      }
    }
    return Set(points).sorted()
  }

  private static func pieces(
    _ activation: any Activation, _ kinks: [Kink], _ points: [Double]
  ) -> [Piece] {
    let cuts = [-Double.infinity] + kinks.map(\.x) + [.infinity]
    return zip(cuts, cuts.dropFirst()).compactMap { low, high in
      guard low < high else { return nil }
      var xs = points.filter { $0 > low && $0 < high }
      if low.isFinite { xs.append(beside(low, 1)) }
      if high.isFinite { xs.append(beside(high, -1)) }
      xs = Set(xs.filter { $0 > low && $0 < high }).sorted()
      return Piece(
        low: low, high: high, xs: xs, columns: activation.columns([.f, .df, .d2f], at: xs))
    }
  }

  /// How often the curvature changes its sign.
  private static func changes(in pieces: [Piece]) -> Int {
    pieces.reduce(0) { sum, piece in
      let signs = piece.columns[2].filter { abs($0) > 0 }.map { $0 > 0 }
      return sum + zip(signs, signs.dropFirst()).count { $0 != $1 }
    }
  }
}
