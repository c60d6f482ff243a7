import Activations
import Exact
import Formulas

/// The property sheet of a function: what `actviz inspect` prints.
///
/// Where f has values, its poles and jumps, and its limits are proved, by intervals and by exact values at single points; what
/// could not be decided is told. The rest is found numerically, from values and exact derivatives. Places are searched for out to |x| = 2⁴⁰, beyond which the
/// limits speak; those of a fast wave only to 40.
public struct Inspection: Sendable {
  /// The function.
  public let function: Function
  /// Where f has values, from left to right.
  public let domain: [DomainPart]
  /// Single places between stretches with values where f has none: poles, and what oscillates ever faster.
  public let holes: [Double]
  /// Where f leaves all bounds.
  public let poles: [Pole]
  /// Where it could not be decided how f goes on (signs 0).
  public let undecided: [SignInterval]
  /// The kinks at which the derivative that breaks leaves all bounds.
  public let steepPlaces: [Double]
  /// The ends of the domain, and beside poles those of a finite limit, at which a derivative leaves all bounds: the lowest that does.
  public let steepEdges: [Kink]
  /// Where it could not be told whether f is smooth (signs 0).
  public let roughlyKnown: [SignInterval]
  /// The n of a class Cⁿ that f is known to have, where no more could be told; nil where its class is certain.
  public let leastSmoothness: Int?
  /// Places beside which f goes up and down ever faster.
  public let wildPlaces: [WildPlace]
  /// How far poles and edges were searched for.
  public let reach: Double
  /// f, f′ and f″ at 0; NaN where it has none.
  public let atZero: Jet
  /// The smallest value or the infimum; nil where f is NaN all over.
  public let minimum: Extremum?
  /// The largest value or the supremum.
  public let maximum: Extremum?
  /// The largest slope f′.
  public let slopeMaximum: Extremum?
  /// The smallest slope f′.
  public let slopeMinimum: Extremum?
  /// Where it was not decided whether f is smaller or larger somewhere.
  public let undecidedBounds: (minimum: [SignInterval], maximum: [SignInterval])
  /// The same of f′.
  public let undecidedSlopes: (minimum: [SignInterval], maximum: [SignInterval])
  /// Where f rises and bends, and its zeros.
  public let shape: Shape
  /// Limit and asymptote at −∞.
  public let left: End
  /// Limit and asymptote at +∞.
  public let right: End
  /// Where f is not smooth, in ascending order.
  public let kinks: [Kink]
  /// The symmetries.
  public let symmetry: Symmetry
  /// How far relu is.
  public let distanceToRelu: DistanceToRelu
  /// A standard normal input.
  public let gaussian: GaussianMoments
  /// Overflow and flushing to zero in f32, f16 and bf16, the left side before the right.
  public let typeLimits: [TypeLimits]
  /// Where f is infinite in these types beside poles that are not at 0, of up to 64 of them.
  public let poleOverflows: [PoleOverflow]
  /// The five nearest functions of the catalogue, the nearest first.
  public let nearest: [NearestFunction]

  /// With how many bits the proofs of values end, of which there are thousands.
  static let mostBits = 320

  /// Inspects a function.
  public init(_ function: Function) { self.init(function, telling: .untold) }

  /// The same, with somebody told which part comes next.
  package init(_ function: Function, telling progress: WorkProgress) {
    progress.begin(.init("poles and kinks"))
    let line = Line(function)
    let brief = function.proved(upTo: Self.mostBits)
    let activation = brief.activation
    let survey = Survey(brief, on: line)
    progress.begin(.init("signs and slopes"))
    let signs = [0, 1, 2].map { survey.signs($0) }
    self.function = function
    domain = line.domain
    poles = line.poles
    holes = line.holes
    wildPlaces = line.wildPlaces
    undecided = line.undecided.map {
      SignInterval(low: $0.lowerBound, high: $0.upperBound, sign: 0)
    }
    let smoothness = line.smoothness
    steepPlaces =
      line.steep + smoothness.steep
      + line.wildPlaces.compactMap { $0.kink?.isSteep == true ? $0.x : nil }
    steepEdges = smoothness.edges.map { Kink(at: $0.x, order: $0.order) }
    roughlyKnown = smoothness.undecided.filter { open in
      line.domain.contains { $0.low <= open.upperBound && open.lowerBound <= $0.high }
    }.map { SignInterval(low: $0.lowerBound, high: $0.upperBound, sign: 0) }
    leastSmoothness = line.kinks.isEmpty ? smoothness.depth : nil
    reach = survey.isWave ? min(line.reach, 40) : line.reach
    let origin = line.jetAtZero ?? activation.jet(at: 0)
    // Nobody wants to read of minus zero.
    atZero = Jet(origin.value + 0, origin.first + 0, origin.second + 0)
    progress.begin(.init("extremes"))
    minimum = survey.extremum(0, sign: -1, next: signs[1])
    maximum = survey.extremum(0, sign: 1, next: signs[1])
    slopeMaximum = survey.extremum(1, sign: 1, next: signs[2])
    slopeMinimum = survey.extremum(1, sign: -1, next: signs[2])
    let open = { (order: Int, bound: Extremum?, sign: Double) -> [SignInterval] in
      bound.map { Completeness(survey, order: order).openBeyond($0.value, sign: sign) } ?? []
    }
    undecidedBounds = (open(0, minimum, -1), open(0, maximum, 1))
    undecidedSlopes = (open(1, slopeMinimum, -1), open(1, slopeMaximum, 1))
    let shape = Shape(survey, signs: signs)
    self.shape = shape
    progress.begin(.init("limits"))
    let isReluLike = Symmetry.isReluLike(activation)
    let left = survey.end(-1)
    // Where f(x) = x + f(−x), the exact left end tells the right one.
    let right =
      isReluLike && left.limit.isFinite
      ? End(limit: .infinity, slope: 1, offset: left.limit) : survey.end(1)
    (self.left, self.right) = (left, right)
    kinks = survey.kinks.filter { $0.order < Survey.seam }
    symmetry = Symmetry(
      activation,
      // What is made by integral is relu-like where its gate is symmetric, whatever it is at 0.
      isGateSymmetric: isReluLike
        && (function.construction == .integral || (origin.value == 0 && left.slope == 0)))
    progress.begin(.init("distance to relu"))
    distanceToRelu = DistanceToRelu(
      survey, ends: (left, right), slopeZeros: signs[1].zeros, isSymmetric: isReluLike)
    progress.begin(.init("Gaussian moments"))
    gaussian = GaussianMoments(survey, brief)
    progress.begin(.init("limits of types"))
    let wave = survey.isWave || !line.wildPlaces.isEmpty ? line.certainties[0] : nil
    typeLimits = [FloatType.f32, .f16, .bf16].flatMap { type in
      [-1.0, 1].map { TypeLimits(brief, type, side: $0, zeros: shape.zeros, wave: wave) }
    }
    poleOverflows = [FloatType.f32, .f16, .bf16].flatMap { type in
      line.poles.prefix(Certainty.many).compactMap { PoleOverflow(brief, type, pole: $0.x) }
    }
    progress.begin(.init("nearest functions"))
    nearest = NearestFunction.all(to: brief, count: 5)
  }

  /// sup |f′| and where it is; infinite where f jumps.
  public var lipschitz: Extremum? {
    if let pole = poles.first { return Extremum(x: pole.x, value: .infinity, isAttained: false) }
    if let jump = kinks.first(where: { $0.order == 0 }) {
      return Extremum(x: jump.x, value: .infinity, isAttained: false)
    }
    guard var high = slopeMaximum, var low = slopeMinimum else { return nil }
    (high.value, low.value) = (abs(high.value), abs(low.value))
    return low.value > high.value * (1 + 0x1p-40) ? low : high
  }

  /// Whether f′ goes up and down for ever beside a kink.
  public func isWild(_ kink: Kink) -> Bool { wildPlaces.contains { $0.kink?.kink == kink } }

  /// How often f can be differentiated with a continuous result: the n of Cⁿ, −1 where f jumps; nil
  /// for C^∞.
  public var smoothness: Int? { kinks.map(\.order).min().map { $0 - 1 } }
}
