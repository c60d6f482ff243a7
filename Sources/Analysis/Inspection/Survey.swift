import Activations
import Exact
import Formulas

/// A function evaluated all over the line: what its property sheet is read from.
///
/// The line is cut at every kink. Each piece has an even grid near the origin and, around the
/// origin, every landmark and every kink, a ladder of steps from 2⁻⁴⁰ to 2⁴⁰.
struct Survey: Sendable {
  /// What lies between two neighbouring kinks.
  struct Piece: Sendable {
    /// The kink or break at its left, or −∞.
    let low: Double
    /// The kink or break at its right, or +∞.
    let high: Double
    /// The points, in ascending order, none of them a kink.
    let xs: [Double]
    /// f, f′ and f″ at the points.
    let columns: [[Double]]

    /// The same with values of another kind.
    func evaluated(_ activation: any Activation) -> Piece {
      Piece(low: low, high: high, xs: xs, columns: activation.columns([.f, .df, .d2f], at: xs))
    }
  }

  /// What is surveyed.
  let activation: any Activation
  /// The same without proofs.
  let quick: any Activation
  /// Where it is defined, and where it breaks.
  let line: Line
  /// Where it is not smooth, in ascending order, and where the pieces of a formula meet so smoothly that its
  /// curvature does not tell: one may be flat there, and the other not.
  let kinks: [Kink]
  /// The origin, landmarks and kinks.
  let centers: [Double]
  /// Whether it is looked at out to 40 alone, as a wave with many turns.
  let isWave: Bool
  /// The line between the kinks, from left to right.
  let pieces: [Piece]

  /// Surveys a function; of a wave with thousands of turns it does not prove where they are.
  init(_ function: Function, on line: Line) {
    let activation = function.activation
    self.line = line
    var known = line.kinks
    known += line.steep.filter { x in !known.contains { $0.x == x } }.map { Kink(at: $0, order: 1) }
    known += line.jumps.filter { x in !known.contains { $0.x == x } }.map { Kink(at: $0, order: 0) }
    let places = Set(known.map(\.x))
    let seams = activation.seams.filter { x in
      !places.contains(x) && !line.breaks.contains { $0.place.contains(x) }
    }
    let kinks = (known + seams.map { Kink(at: $0, order: Self.seam) }).sorted { $0.x < $1.x }
    self.kinks = kinks
    let broken = line.breaks.prefix(Self.most).map(\.x)
    centers = Set([0] + activation.landmarks.filter(\.isFinite) + kinks.map(\.x) + broken).sorted()
    let tame = { (x: Double) in !line.wildPlaces.contains { $0.stretch.contains(x) } }
    let cuts =
      (kinks.filter { tame($0.x) }.map(Cut.init) + line.breaks.filter { tame($0.x) }.map(Cut.init)
      + line.wildPlaces.map(Cut.init)).sorted { $0.x < $1.x }
    quick = function.unprovedActivation
    let isCrowded = !line.wildPlaces.isEmpty || (line.isCostly && line.breaks.count > 8)
    let points = Self.points(around: centers) + Self.points(line.wildPlaces)
    let seen = isCrowded || line.hasWaves ? quick : activation
    let whole = Self.pieces(seen, cuts, points)
    isWave = line.reach <= 40 || Self.changes(in: whole) > 160
    guard isWave || line.hasWaves else {
      (pieces, self.activation) = (whole, seen)
      return
    }
    // A wave whose period is below the ladder's steps would be seen with zeros that it has not.
    let window =
      isWave ? Self.pieces(seen, cuts, Grid(-40...40, count: 10_241).all, within: 40) : whole
    let isWild = isCrowded || (isWave && Self.changes(in: window) > Self.wild)
    self.activation = isWild ? quick : activation
    pieces = isWild ? window : window.map { $0.evaluated(activation) }
  }

  /// From how many turns on they are found without proofs, which would take minutes.
  private static let wild = 2000

  /// Around how many breaks there are ladders.
  private static let most = 32

  /// Where the line is cut: the last double on the left, the first on the right, and whether there are values.
  private struct Cut {
    let x: Double
    let (left, right): (Double, Double)
    let (hasLeft, hasRight): (Bool, Bool)
    /// Where what is on its left ends, and what is on its right begins.
    let (end, start): (Double, Double)

    init(_ kink: Kink) {
      x = kink.x
      (end, start) = (x, x)
      (left, right) = (Survey.beside(x, -1), Survey.beside(x, 1))
      (hasLeft, hasRight) = (true, true)
    }

    init(_ place: WildPlace) {
      x = place.x
      (end, start) = (place.stretch.lowerBound, place.stretch.upperBound)
      (left, right) = (end, start)
      (hasLeft, hasRight) = (true, true)
    }

    init(_ place: Break) {
      x = place.x
      (end, start) = (x, x)
      (left, right) = (place.place.lowerBound, place.place.upperBound)
      (hasLeft, hasRight) = (place.left != .undefined, place.right != .undefined)
    }
  }

  /// The order that a seam counts as, above those that a function tells of.
  static let seam = 1000

  /// A point on the given side of a kink, so near that values there are one-sided limits.
  static func beside(_ x: Double, _ side: Double) -> Double {
    x == 0 ? side * 0x1p-900 : side < 0 ? x.nextDown : x.nextUp
  }

  /// f, f′ or f″ at a point.
  func value(_ order: Int, at x: Double) -> Double {
    let jet = activation.jet(at: x)
    return order == 0 ? jet.value : order == 1 ? jet.first : jet.second
  }

  /// The same where it may be least: 0 where the graph only touches 0 between two doubles, as far as digits tell.
  func settled(_ order: Int, at x: Double) -> Double {
    let value = value(order, at: x)
    let step = max(x.magnitude, 0x1p-900) * 0x1p-20
    let around = [x - step, x + step].map { abs(self.value(order, at: $0)) }
    // A corner is reached in proportion to the distance, a bottom to its square.
    let share = kinks.contains { $0.x == x && $0.order == order + 1 } ? 0x1p-30 : 0x1p-60
    guard value != 0, let least = around.min(), least.isFinite, abs(value) <= share * least
    else { return value }
    return line.certainties[order].over(x.nextDown...x.nextUp).range.contains(0) ? 0 : value
  }

  /// The limit of f, f′ or f″ at an infinity, −1 for that on the left; NaN where there is none.
  ///
  /// It is proved where it can be. Else what has no waves is taken for what it is there, and a function that gives NaN there is judged by 1e8, 1e15 and 1e100, whose cubes do not
  /// overflow: equal values are the limit.
  func limit(_ order: Int, at side: Double) -> Double {
    if let proved = line.proofs[order].value(side * .infinity) { return proved + 0 }
    guard line.reaches(side) else { return .nan }
    if line.hasWaves {
      guard order < 2, let range = line.oscillation(order, Int(side)) else { return .nan }
      return range.lowerBound == range.upperBound ? range.lowerBound + 0 : .nan
    }
    let limit = value(order, at: side * .infinity)
    guard limit.isNaN else { return limit + 0 }
    let far = [1e8, 1e15, 1e100].map { value(order, at: side * $0) }
    return abs(far[0] - far[2]) <= 1e-7 * abs(far[2]) && far[1] == far[2] ? far[2] : .nan
  }

  /// Points for the turns beside places at which there is no end of them.
  private static func points(_ places: [WildPlace]) -> [Double] {
    places.flatMap { place in
      (0..<1800).flatMap { index -> [Double] in
        let step = 2 * max(abs(place.x), 1) * Libm.exp(-Double(index) / 250)
        return [place.x - step, place.x + step]
      }
    }
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
    // What is as narrow as 1e-200·gelu(1e200·x) is seen at 0 alone.
    for exponent in stride(from: -1000, to: -40, by: 3) {
      let step = Double(sign: .plus, exponent: exponent, significand: 1)
      points += [-step, step]
    }
    return Set(points).sorted()
  }

  private static func pieces(
    _ activation: any Activation, _ cuts: [Cut], _ points: [Double],
    within reach: Double = .infinity
  ) -> [Piece] {
    let (lefts, rights) = ([nil] + cuts.map(Cut?.some), cuts.map(Cut?.some) + [nil])
    return zip(lefts, rights).compactMap { left, right in
      let (low, high) = (left?.right ?? -.infinity, right?.left ?? .infinity)
      guard low <= high, left?.hasRight ?? true, right?.hasLeft ?? true else { return nil }
      guard high > -reach, low < reach else { return nil }
      let inside =
        points.filter { $0 >= low && $0 <= high }
        + [low, high].filter { $0.isFinite && abs($0) <= reach }
      let xs = Set(inside).sorted()
      return Piece(
        low: max(left?.start ?? low, -reach), high: min(right?.end ?? high, reach), xs: xs,
        columns: activation.columns([.f, .df, .d2f], at: xs))
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
