import Activations
import Exact
import Formulas

/// What `compare` prints of a quantity of a function of two variables, beside that of a reference, over a rectangle.
package struct PlaneMeasures: Sendable {
  /// The value at the origin.
  package private(set) var valueAtZero: Double
  /// The smallest value and where it is.
  package private(set) var minimum: PlaneExtremum
  /// The supremum of the difference without its sign, and where it is.
  package private(set) var supremumDistance: PlaneExtremum
  /// The mean of the difference; nil where it cannot be told.
  package let meanDistance: PlaneMean?
  /// The root of the mean of the squared difference; nil where it cannot be told.
  package let rootMeanSquare: PlaneMean?
  /// ∫∫ of the squared difference; nil where it cannot be told, or is below all doubles.
  package let squaredDistance: Double?
  /// The supremum of the gradient's norm and where it is; of f alone.
  package let slopeBound: PlaneExtremum?
  /// Of the values at the origin and at the places told, how many are proved.
  package private(set) var proofs = ProofCount()

  /// Measures a function against a reference; nil for quantities that have no slopes, and for functions of x alone.
  package init?(
    _ quantity: SurfaceQuantity, of function: Function, against reference: Function,
    over area: Rectangle
  ) {
    guard let graph = PlaneGraph(function, quantity), let other = PlaneGraph(reference, quantity)
    else { return nil }
    let difference = PlaneGraph(graph, minus: other)
    valueAtZero = graph.value(at: Point(x: 0, y: 0))
    minimum = PlaneSearch(graph: graph, area: area).maximum(sign: -1)
    let supremum = PlaneSearch(graph: difference, area: area).supremum()
    supremumDistance = supremum
    slopeBound =
      quantity == .f
      ? PlaneGraph(gradientOf: function).map { PlaneSearch(graph: $0, area: area).maximum() } : nil
    let means = Means(difference, over: area, supremum.value)
    meanDistance = means.mean
    rootMeanSquare = means.root
    squaredDistance = means.square(over: area)
  }

  /// The same, with the values at the places told proved to be the nearest doubles.
  package func proved(
    _ quantity: SurfaceQuantity, of function: Function, against reference: Function
  ) -> PlaneMeasures {
    guard let surface = function.surface as? FormulaSurface,
      let other = reference.surface as? FormulaSurface
    else { return self }
    var (columns, others) = (ProvedSurface(surface), ProvedSurface(other))
    func value(_ columns: inout ProvedSurface, _ place: Point) -> Double {
      columns.columns([quantity], at: [place], as: .f64)[0][0]
    }
    var measures = self
    measures.valueAtZero = value(&columns, Point(x: 0, y: 0))
    // On a seam the limit from one side counts, of which no value at a place tells.
    func isTold(_ value: Double, by proved: Double) -> Bool {
      value.isFinite && (proved - value).magnitude <= 1e-6 * value.magnitude
    }
    let low = value(&columns, minimum.place)
    if isTold(minimum.value, by: low) {
      measures.minimum = PlaneExtremum(place: minimum.place, value: low)
    }
    let place = supremumDistance.place
    let distance = (value(&columns, place) - value(&others, place)).magnitude
    if isTold(supremumDistance.value, by: distance) {
      measures.supremumDistance = PlaneExtremum(place: place, value: distance)
    }
    measures.proofs.add(columns)
    measures.proofs.add(others)
    return measures
  }
}

/// The means of a difference over a rectangle.
private struct Means {
  var mean: PlaneMean?
  var root: PlaneMean?

  /// Divides by the supremum, so that no square leaves the range of doubles.
  init(_ difference: PlaneGraph, over area: Rectangle, _ supremum: Double) {
    guard supremum != 0 else {
      mean = PlaneMean(value: 0, error: 0)
      root = mean
      return
    }
    guard supremum.isFinite else {
      root = Self.hasSquare(difference, over: area) ? nil : PlaneMean(value: .infinity, error: 0)
      return
    }
    let integral = PlaneIntegral(difference, over: area)
    let plain = integral.mean { _, values in values.map { $0 / supremum } }
    let square = integral.mean { _, values in
      values.map { ($0 / supremum) * ($0 / supremum) }
    }
    // A mean that may be 0 is none.
    mean =
      plain.value.magnitude > plain.error
      ? PlaneMean(value: plain.value * supremum, error: plain.error * supremum) : nil
    let value = square.value.squareRoot()
    root = PlaneMean(
      value: value * supremum, error: value > 0 ? supremum * square.error / (2 * value) : 0)
  }

  /// Whether the square can be integrated along lines that nothing speaks for: else it cannot over the plane.
  private static func hasSquare(_ difference: PlaneGraph, over area: Rectangle) -> Bool {
    Axis.allCases.allSatisfy { axis in
      let other = area[axis == .x ? .y : .x]
      return [0.2763932022500210, 0.7948155488].allSatisfy { share in
        let held = other.lowerBound * (1 - share) + other.upperBound * share
        guard difference.isToldByLines(axis), let line = difference.line(axis, held) else {
          return true
        }
        let bounds = Bounds(line, slope: line, over: area[axis])
        return bounds.integralOfSquare().isFinite
      }
    }
  }

  /// ∫∫ of the square.
  func square(over area: Rectangle) -> Double? {
    guard let root = root?.value else { return nil }
    let (width, height) = (
      area.x.upperBound - area.x.lowerBound, area.y.upperBound - area.y.lowerBound
    )
    let square = (root * width.squareRoot() * height.squareRoot())
    return root > 0 && square * square == 0 ? nil : square * square
  }
}
