import Activations
import Formulas

/// What becomes of two independent standard normal inputs.
///
/// Integrals over −38…38 along both, cut along kinks. NaN of a function that has no value at places.
package struct PlaneNormal: Sendable {
  /// E f.
  package let mean: PlaneMean
  /// E f².
  package let secondMoment: PlaneMean
  /// Var f.
  package let variance: PlaneMean
  /// The correlation of f with x and with y.
  package let correlation: (x: PlaneMean, y: PlaneMean)
  /// E f_x² and E f_y², the gains of what flows back; infinite where f jumps along the variable.
  package let gain: (x: PlaneMean, y: PlaneMean)

  /// What symmetries make 0, or equal, is not integrated.
  init(_ function: Function, isDefined: Bool) {
    let none = PlaneMean(value: .nan, error: .nan)
    guard isDefined, let graph = PlaneGraph(function, .f),
      let laws = (function.surface as? FormulaSurface)?.laws
    else {
      (mean, secondMoment, variance) = (none, none, none)
      (self.correlation, self.gain) = ((none, none), (none, none))
      return
    }
    let integral = PlaneIntegral(normal: graph)
    let second = integral.mean { $1.map { $0 * $0 } }
    let mean = laws.hasNoMean ? PlaneMean(value: 0, error: 0) : integral.mean { $1 }
    let center = mean.value
    let variance =
      center == 0 ? second : integral.mean { $1.map { ($0 - center) * ($0 - center) } }
    let deviation = variance.value.squareRoot()
    func correlation(_ coordinate: KeyPath<Point, Double> & Sendable) -> PlaneMean {
      let covariance = integral.mean { points, values in
        zip(points, values).map { ($1 - center) * $0[keyPath: coordinate] }
      }
      let found = PlaneMean(
        value: covariance.value / deviation, error: covariance.error / deviation)
      return deviation > 0 ? found : none
    }
    func gain(_ quantity: SurfaceQuantity, _ axis: Axis) -> PlaneMean {
      if graph.jumps(along: axis) { return PlaneMean(value: .infinity, error: 0) }
      guard let slope = PlaneGraph(function, quantity) else { return none }
      return PlaneIntegral(normal: slope).mean { $1.map { $0 * $0 } }
    }
    self.mean = mean
    secondMoment = second
    self.variance = variance
    let zero = deviation > 0 ? PlaneMean(value: 0, error: 0) : none
    let alongX = laws.isUncorrelatedWithX ? zero : correlation(\.x)
    let alongY =
      laws.isSymmetric ? alongX : laws.isUncorrelatedWithY ? zero : correlation(\.y)
    self.correlation = (alongX, alongY)
    let gainX = gain(.fx, .x)
    self.gain = (gainX, laws.isSymmetric ? gainX : gain(.fy, .y))
  }
}

extension SurfaceLaws {
  /// Whether the mean over every centred and symmetric distribution is 0.
  fileprivate var hasNoMean: Bool {
    isAntisymmetric || [parityInX, parityInY, parity].contains(-1)
  }

  /// Whether f·x is odd in a variable, or in both.
  fileprivate var isUncorrelatedWithX: Bool {
    parityInX == 1 || parityInY == -1 || parity == 1
  }

  fileprivate var isUncorrelatedWithY: Bool {
    parityInY == 1 || parityInX == -1 || parity == 1
  }
}

extension PlaneIntegral {
  /// Means of two independent standard normal variables.
  fileprivate init(normal graph: PlaneGraph) {
    self.init(graph, over: Rectangle(x: -38...38, y: -38...38))
    weight = { 0.3989422804014327 * Libm.exp(-0.5 * $0 * $0) }
    unit = { _ in 1 }
  }
}

extension PlaneGraph {
  /// Whether the value jumps on some lines along an axis.
  fileprivate func jumps(along axis: Axis) -> Bool {
    let other: ClosedRange<Double> = -3.1...2.7
    return other.samples.contains { held in
      places(axis, held).seams.contains { seam in
        guard seam.magnitude < 38 else { return false }
        let gap = max(seam.magnitude, 1) * 0x1p-40
        let ends = [seam - gap, seam + gap].map {
          axis == .x ? Point(x: $0, y: held) : Point(x: held, y: $0)
        }
        let found = values(ends)
        let slopes = (axis == .x ? slopeX : slopeY)(ends).map(\.magnitude)
        let slack = 4 * gap * ((slopes.max() ?? 0) + 1)
        return (found[0] - found[1]).magnitude
          > slack + 1e-9 * max(found[0].magnitude, found[1].magnitude)
      }
    }
  }
}
