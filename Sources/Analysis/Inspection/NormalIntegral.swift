import Activations
import Formulas

/// The means of powers of f or f′ under the standard normal distribution.
///
/// The line is cut at kinks, jumps and walls, with a ladder of ever smaller pieces towards each; at a wall the last piece is that of
/// its power law. The density is taken in two halves, e^(−x²/4), so that a square neither overflows nor vanishes too early.
/// About 1e-14 of the mean of the magnitude; what could not be integrated to 1e-9 is not told.
struct NormalIntegral: Sendable {
  /// The line, its kinks and its centers.
  private let survey: Survey
  /// f or f′.
  private let values: @Sendable ([Double]) -> [Double]
  /// What grows far out.
  private let tails: [NormalTail]
  /// Where it has no bound.
  private let walls: [NormalWall]
  /// Where it could not be told how f goes on, and what bounds the quantity there.
  private let open: [(width: Double, bound: Double)]
  /// The exponent of a power of two of the size of the values, and that power.
  private let exponent: Int
  private let scale: Double

  /// Those of f, or of f′, whose walls are known from the survey.
  init(_ survey: Survey, of function: Function, _ quantity: Quantity) {
    let activation = survey.activation
    let values = { @Sendable (xs: [Double]) in activation.columns([quantity], at: xs)[0] }
    self.survey = survey
    self.values = values
    tails = [-1.0, 1].map { NormalTail(side: $0, of: values) }
    let poles = survey.line.breaks.filter { $0.kind == .pole }.map(\.x)
    let steep = quantity == .df ? survey.line.steep + survey.line.smoothness.steep : []
    walls = Set(poles + steep).sorted().map { NormalWall(at: $0, of: values) }
    let certainty = Certainty(function, quantity)
    open = survey.line.undecided
      .filter { $0.lowerBound < NormalTail.farthest && $0.upperBound > -NormalTail.farthest }
      .map { stretch in
        let range = certainty.over(stretch).range
        let bound = max(abs(range.low), abs(range.high))
        return (stretch.upperBound - stretch.lowerBound, bound.isNaN ? .infinity : bound)
      }
    let sample = values((-64...64).map { Double($0) / 16 + 0x1p-9 })
    let largest = sample.filter(\.isFinite).map(abs).max() ?? 1
    exponent = largest > 0 ? Int(largest.exponent) : 0
    scale = Double(sign: .plus, exponent: exponent, significand: 1)
  }

  /// The mean of the first or second power of the distance from a center.
  func mean(power: Int, from center: Double = 0) -> Expectation {
    if let fate = Expectation(fates(power: power), power: power) { return fate }
    let (values, scale) = (values, scale)
    // Where f has long vanished its distance from a center has not.
    let least = center == 0 ? 0 : Self.leastReach
    return integral(
      power: power, tails, walls, exponent: power * exponent, atLeast: least,
      noise: 0x1p-51 * abs(center) / scale
    ) { xs in
      zip(xs, values(xs)).map { x, y in
        let half = Self.half(x)
        let share = (y - center) / scale * half
        return Self.factor * (power == 2 ? share * share : share * half)
      }
    }
  }

  /// The mean of z·f·f′, of which this is the integral of f and the other one that of f′.
  func growth(with slope: NormalIntegral) -> Expectation {
    let (values, slopes) = (values, slope.values)
    let (scale, steepness) = (scale, slope.scale)
    return integral(
      power: 1, tails + slope.tails, walls + slope.walls, exponent: exponent + slope.exponent
    ) { xs in
      let ys = zip(values(xs), slopes(xs)).map { ($0 / scale, $1 / steepness) }
      return zip(xs, ys).map { x, y in
        let half = Self.half(x)
        return Self.factor * x * (y.0 * half) * (y.1 * half)
      }
    }
  }

  /// Beyond that a normal input has a probability below 1e-22.
  private static let leastReach = 10.0

  /// 1/√(2π).
  private static let factor = 0.3989422804014327

  /// The square root of the density, but for its factor.
  private static func half(_ x: Double) -> Double { Libm.exp(-0.25 * x * x) }

  /// What becomes of a power far out and at all walls.
  private func fates(power: Int) -> [NormalTail.Fate] {
    tails.map { $0.fate(power: power) }
      + walls.flatMap { wall in [-1, 1].compactMap { wall.fate(power: power, side: $0) } }
      + open.filter { $0.bound == .infinity }.map { _ in .undecided }
  }

  /// The integral of what is bounded at walls by a power of the quantity there; slopes count as squares far out.
  ///
  /// What is below the noise of rounding is not looked at again.
  private func integral(
    power: Int, _ tails: [NormalTail], _ walls: [NormalWall], exponent: Int,
    atLeast least: Double = 0, noise: Double = 0, of integrand: @escaping ([Double]) -> [Double]
  ) -> Expectation {
    let reaches = tails.map { $0.reach(power: tails.count > 2 ? 2 : power) }
    let low = stride(from: 0, to: tails.count, by: 2).map { reaches[$0] }.min() ?? 0
    let high = stride(from: 1, to: tails.count, by: 2).map { reaches[$0] }.min() ?? 0
    var isFinite = true
    let checked = { (xs: [Double]) in
      integrand(xs).map { y in
        isFinite = isFinite && y.isFinite
        return y
      }
    }
    let range = -max(low, least)...max(high, least)
    let walls = walls.filter { range.contains($0.x) }.sorted { $0.x < $1.x }
    let pieces = pieces(over: range, around: walls)
    // About the whole, from a few points that no wall is at.
    let rough = 0.25 * checked((-32...32).map { Double($0) / 4 + 0x1.6p-6 }).map(abs).reduce(0, +)
    let floor = max(0x1p-53 * rough, noise)
    let least = open.reduce(0) { sum, stretch in
      let share = stretch.bound / self.scale
      return sum + stretch.width * (power == 2 ? share * share : share)
    }
    // A thousandfold of what leaves it open need not be integrated to know it.
    guard least <= 1e-6 * rough else { return .undecided }
    var (sum, lost) = (Quadrature.Estimate(), 0.0)
    for piece in pieces {
      let part = Quadrature.estimate(over: piece, floor: { floor }, of: checked)
      let total = sum.integral + part.integral
      // What the sum rounds away, exactly, as Neumaier has it.
      lost +=
        abs(sum.integral) >= abs(part.integral)
        ? (sum.integral - total) + part.integral : (part.integral - total) + sum.integral
      sum.integral = total
      sum.error += part.error
      sum.size += part.size
    }
    sum.integral += lost
    for wall in walls { sum.integral += wall.rest(power: power, of: checked) }
    let doubt = sum.error + least
    guard isFinite, doubt <= 1e-9 * sum.size || sum.size == 0 else { return .undecided }
    // The two halves of an odd function differ by rounding.
    let integral = abs(sum.integral) <= 1e-14 * sum.size ? 0 : sum.integral
    return .finite(integral, exponent: exponent)
  }

  /// The pieces between knots, those nearest to the origin first.
  private func pieces(over range: ClosedRange<Double>, around walls: [NormalWall]) -> [[Double]] {
    let (low, high) = (range.lowerBound, range.upperBound)
    let knots = Set(
      survey.knots(-1, upTo: -low) + survey.knots(1, upTo: high) + walls.flatMap(Self.ladder)
    ).sorted()
    let ends = [low] + walls.flatMap { [$0.x - $0.radius, $0.x + $0.radius] } + [high]
    let parts = stride(from: 0, to: ends.count, by: 2).map { (ends[$0], ends[$0 + 1]) }
    let pieces = parts.flatMap { start, end -> [[Double]] in
      let inside = knots.filter { $0 > start && $0 < end }
      return end > start ? zip([start] + inside, inside + [end]).map { [$0, $1] } : []
    }
    return pieces.sorted { min(abs($0[0]), abs($0[1])) < min(abs($1[0]), abs($1[1])) }
  }

  /// Ever smaller steps towards a wall.
  private static func ladder(_ wall: NormalWall) -> [Double] {
    var (steps, step) = ([Double](), 1.0)
    while step > wall.radius {
      steps += [wall.x - step, wall.x + step]
      step /= 2
    }
    return steps
  }
}
