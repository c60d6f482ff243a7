import Activations
import Formulas

/// What there is to say about a function of two variables.
///
/// Laws and trends are proved or not decided; extrema are those over a rectangle.
package struct PlaneInspection: Sendable {
  package let function: Function
  /// The rectangle over which extrema are taken.
  package let area: Rectangle
  /// f and its first and second derivatives at the origin.
  package let atZero: [SurfaceQuantity: Double]
  package let domain: Domain
  package let minimum: PlaneExtremum
  package let maximum: PlaneExtremum
  /// Of the gradient's norm.
  package let flattest: PlaneExtremum
  package let steepest: PlaneExtremum
  package let laws: [(law: Law, verdict: Verdict)]
  /// The degree of positive homogeneity, and whether it is proved.
  package let homogeneity: (degree: Double?, verdict: Verdict)
  package let trendX: (trend: Trend, isEverywhere: Bool)
  package let trendY: (trend: Trend, isEverywhere: Bool)
  package let normal: PlaneNormal

  /// Where a function has values.
  package enum Domain: Equatable, Sendable {
    case everywhere
    /// Over the rectangle at least.
    case area
    /// Not at this point.
    case gap(Point)
    case undecided
  }

  /// A law of symmetry.
  package enum Law: String, CaseIterable, Sendable {
    case symmetric, antisymmetric
    case oddInX, evenInX, oddInY, evenInY, odd, even
  }

  /// Inspects a function; nil for one of x alone.
  package init?(
    _ function: Function, over area: Rectangle, telling progress: WorkProgress = .untold
  ) {
    guard let surface = function.surface as? FormulaSurface, let graph = PlaneGraph(function, .f),
      let gradient = PlaneGraph(gradientOf: function)
    else { return nil }
    progress.begin(.init(function.label, counting: "parts", total: 4))
    (self.function, self.area) = (function, area)
    let values = surface.columns(SurfaceQuantity.allCases, at: [Point(x: 0, y: 0)])
    atZero = Dictionary(
      uniqueKeysWithValues: zip(SurfaceQuantity.allCases, values.map { $0[0] }))
    let search = PlaneSearch(graph: graph, area: area)
    (minimum, maximum) = (search.maximum(sign: -1), search.maximum())
    progress.advance(1)
    let slopes = PlaneSearch(graph: gradient, area: area)
    (flattest, steepest) = (slopes.maximum(sign: -1), slopes.maximum())
    progress.advance(1)
    let claims = PlaneClaims(surface, over: area)
    domain =
      switch claims.domain {
      case .plane: .everywhere
      case .area: .area
      case nil: claims.gap.map(Domain.gap) ?? .undecided
      }
    let known = surface.laws
    laws = Law.allCases.map { ($0, surface.verdict(on: $0, known)) }
    homogeneity = surface.homogeneity(known)
    let trends = Axis.allCases.map { claims.trend(along: $0) }
    trendX = (trends[0].trend, trends[0].extent == .plane)
    trendY = (trends[1].trend, trends[1].extent == .plane)
    progress.advance(1)
    let isDefined: Bool
    if case .gap = domain { isDefined = false } else { isDefined = true }
    normal = PlaneNormal(function, isDefined: isDefined)
    progress.advance(1)
  }
}

extension FormulaSurface {
  /// Whether it keeps a law.
  func verdict(on law: PlaneInspection.Law, _ known: SurfaceLaws) -> Verdict {
    func turned(_ point: Point) -> Point { Point(x: point.y, y: point.x) }
    func leftRight(_ point: Point) -> Point { Point(x: -point.x, y: point.y) }
    func upDown(_ point: Point) -> Point { Point(x: point.x, y: -point.y) }
    func through(_ point: Point) -> Point { Point(x: -point.x, y: -point.y) }
    switch law {
    case .symmetric: return verdict(known.isSymmetric, turned) { $0 }
    case .antisymmetric: return verdict(known.isAntisymmetric, turned) { -$0 }
    case .oddInX: return verdict(known.parityInX == -1, leftRight) { -$0 }
    case .evenInX: return verdict(known.parityInX == 1, leftRight) { $0 }
    case .oddInY: return verdict(known.parityInY == -1, upDown) { -$0 }
    case .evenInY: return verdict(known.parityInY == 1, upDown) { $0 }
    case .odd: return verdict(known.parity == -1, through) { -$0 }
    case .even: return verdict(known.parity == 1, through) { $0 }
    }
  }
}
