import Activations
import Formulas

/// Whether something is so: proved, refuted, or neither.
package enum Verdict: Equatable, Sendable {
  case holds
  case fails
  case undecided
}

/// Which way a function goes along a variable, whatever the other one is.
package enum Trend: String, Equatable, Sendable {
  /// It never falls.
  case rises
  /// It never rises.
  case falls
  /// It does not change.
  case constant
  /// It rises somewhere, and falls somewhere else.
  case both
  case undecided
}

/// What is proved of a function of two variables over a rectangle, by intervals over ever smaller parts of it.
struct PlaneClaims {
  let surface: FormulaSurface
  let area: Rectangle
  private let enclosure: SurfaceEnclosure

  /// Into how many parts a rectangle is divided before it stays undecided.
  private static let most = 3000

  init(_ surface: FormulaSurface, over area: Rectangle) {
    (self.surface, self.area) = (surface, area)
    enclosure = surface.enclosure
  }

  /// All of the plane, or a rectangle of it.
  enum Extent: Equatable {
    case plane, area
  }

  /// Where it has a value everywhere: over the whole plane or all of the area; nil where neither is proved.
  var domain: Extent? {
    firstExtent { enclosure.jet(along: .x, x: $0, y: $1, order: 0).value.isDefined }
  }

  /// A point of the area at which it has no value, if one was met.
  var gap: Point? {
    let points = grid
    let values = surface.columns([.f], at: points)[0]
    return zip(points, values).first { $1.isNaN }?.0
  }

  /// Which way it goes along an axis, and where that is proved; what goes both ways is told by points.
  func trend(along axis: Axis) -> (trend: Trend, extent: Extent?) {
    let slopes = surface.columns([axis == .x ? .fx : .fy], at: grid)[0]
    let noise = 1e-9 * (slopes.map(\.magnitude).filter(\.isFinite).max() ?? 0)
    let (rises, falls) = (slopes.contains { $0 > noise }, slopes.contains { $0 < -noise })
    if rises, falls { return (.both, nil) }
    func extent(_ holds: (Interval) -> Bool) -> Extent? {
      firstExtent { x, y in
        let jet = enclosure.jet(along: axis, x: x, y: y, order: 1)
        return jet.value.isDefined && jet.value.isContinuous && !jet.first.range.isEmpty
          && holds(jet.first.range)
      }
    }
    if !rises, !falls, let found = extent({ $0.low == 0 && $0.high == 0 }) {
      return (.constant, found)
    }
    if !falls, let found = extent({ $0.low >= 0 }) { return (.rises, found) }
    if !rises, let found = extent({ $0.high <= 0 }) { return (.falls, found) }
    return (.undecided, nil)
  }

  /// The largest part of the plane over which something is proved.
  private func firstExtent(_ holds: (Interval, Interval) -> Bool) -> Extent? {
    if holds(.whole, .whole) { return .plane }
    return area.isProved(parts: Self.most, holds) ? .area : nil
  }

  private var grid: [Point] {
    let side = 33
    return area.x.grid(side).flatMap { x in area.y.grid(side).map { Point(x: x, y: $0) } }
  }
}

extension ClosedRange<Double> {
  /// Points that are even, and so many.
  fileprivate func grid(_ count: Int) -> [Double] { Grid(self, count: count).all }
}

extension FormulaSurface {
  /// Whether a law that its form tells, or not, is kept: refuted where it fails at some points by more than rounding.
  ///
  /// `other` makes of each point the one that is looked at, and `factor` of each value what is expected there.
  func verdict(
    _ isKnown: Bool, _ other: (Point) -> Point, _ factor: @escaping (Double) -> Double
  ) -> Verdict {
    guard !isKnown else { return .holds }
    let steps = [-3.7, -1.9, -0.83, -0.31, 0.17, 0.59, 1.3, 2.9, 11]
    let points = steps.flatMap { x in steps.map { Point(x: x, y: $0 * 0.9 + 0.05) } }
    let values = columns([.f], at: points)[0]
    let others = columns([.f], at: points.map(other))[0]
    let fails = zip(values, others).contains { value, other in
      let wanted = factor(value)
      guard !wanted.isNaN, !other.isNaN else { return wanted.isNaN != other.isNaN }
      return (wanted - other).magnitude > 1e-9 * max(wanted.magnitude, other.magnitude)
    }
    return fails ? .fails : .undecided
  }

  /// The degree of homogeneity that its form tells, or that it seems to have; nil where it has none.
  func homogeneity(_ laws: SurfaceLaws) -> (degree: Double?, verdict: Verdict) {
    if let degree = laws.degree { return (degree, .holds) }
    let point = Point(x: 1.3, y: 0.7)
    let values = columns([.f], at: [point, Point(x: 2.6, y: 1.4)])[0]
    let degree = (Libm.log2((values[1] / values[0]).magnitude) * 12).rounded() / 12
    guard degree.isFinite else { return (nil, .undecided) }
    let factor = Libm.pow(2, degree)
    let verdict = verdict(false, { Point(x: 2 * $0.x, y: 2 * $0.y) }, { $0 * factor })
    return (verdict == .fails ? nil : degree, verdict)
  }
}
