import Activations
import Formulas

/// A quantity of the plane as a graph: values and slopes in batches, and what is known of it along its lines.
struct PlaneGraph: Sendable {
  /// Values at points.
  typealias Values = @Sendable ([Point]) -> [Double]

  /// Where a line of the plane meets what is special, in ascending order.
  struct Places: Sendable {
    /// Where pieces meet.
    var seams: [Double] = []
    /// Where it may be steep, or narrow.
    var landmarks: [Double] = []

    /// All of them, each once.
    var all: [Double] { (seams + landmarks).sortedOnce() }

    func joined(_ other: Places) -> Places {
      Places(
        seams: (seams + other.seams).sortedOnce(),
        landmarks: (landmarks + other.landmarks).sortedOnce())
    }
  }

  /// In doubles alone, for what takes many values.
  let values: Values
  /// With the digits that doubles lose.
  let settled: Values
  /// The exact slope in x.
  let slopeX: Values
  /// The exact slope in y.
  let slopeY: Values
  /// What is known along an axis where the other variable is held.
  let places: @Sendable (Axis, Double) -> Places
  /// The same line as a graph of one variable that is certain of its breaks; that of f where there is none.
  let line: @Sendable (Axis, Double) -> Trace?
  /// Whether the line along an axis is that of the quantity itself.
  let isToldByLines: @Sendable (Axis) -> Bool
  /// Whether it is proved to have bounds over a rectangle, and so no poles there.
  let isBounded: @Sendable (Rectangle) -> Bool
  /// Whether a pole of a line goes up, whatever its sign.
  var isUnsigned = false

  /// A quantity of a function of two variables: f, f_x or f_y.
  init?(_ function: Function, _ quantity: SurfaceQuantity) {
    guard let settled = function.surface as? FormulaSurface, let slopes = quantity.slopes
    else { return nil }
    let surface = settled.quick
    self.settled = { settled.columns([quantity], at: $0)[0] }
    values = { surface.columns([quantity], at: $0)[0] }
    slopeX = { surface.columns([slopes.x], at: $0)[0] }
    slopeY = { surface.columns([slopes.y], at: $0)[0] }
    places = { Self.places(of: surface, $0, $1) }
    line = { axis, held in
      function.slice(axis, at: held).map { Trace($0, quantity.quantity(along: axis) ?? .f) }
    }
    isToldByLines = { quantity.quantity(along: $0) != nil }
    isBounded = { surface.isBounded([quantity], over: $0) }
  }

  /// The norm of the gradient of a function of two variables.
  init?(gradientOf function: Function) {
    guard let exact = function.surface as? FormulaSurface else { return nil }
    let surface = exact.quick
    @Sendable func norms(_ surface: FormulaSurface, _ points: [Point]) -> [Double] {
      let gradient = surface.columns([.fx, .fy], at: points)
      return points.indices.map { Libm.hypot(gradient[0][$0], gradient[1][$0]) }
    }
    values = { norms(surface, $0) }
    settled = { norms(exact, $0) }
    @Sendable func slopes(_ second: [SurfaceQuantity], _ points: [Point]) -> [Double] {
      let columns = surface.columns([.fx, .fy] + second, at: points)
      return points.indices.map { index in
        let (x, y) = (columns[0][index], columns[1][index])
        let norm = Libm.hypot(x, y)
        guard norm > 0 else { return 0 }
        return x / norm * columns[2][index] + y / norm * columns[3][index]
      }
    }
    slopeX = { slopes([.fxx, .fxy], $0) }
    slopeY = { slopes([.fxy, .fyy], $0) }
    places = { Self.places(of: surface, $0, $1) }
    line = { axis, held in function.slice(axis, at: held).map { Trace($0, .df) } }
    isToldByLines = { _ in true }
    isBounded = { surface.isBounded([.fx, .fy], over: $0) }
    isUnsigned = true
  }

  /// The difference of two; what rounding leaves of equal values is 0.
  init(_ graph: PlaneGraph, minus other: PlaneGraph, below ulps: Double = 4) {
    @Sendable func difference(_ a: Double, _ b: Double) -> Double {
      let difference = a - b
      return difference.magnitude <= ulps * max(a.magnitude, b.magnitude).ulp ? 0 : difference
    }
    values = { zip(graph.values($0), other.values($0)).map(difference) }
    settled = { zip(graph.settled($0), other.settled($0)).map(difference) }
    slopeX = { points in zip(graph.slopeX(points), other.slopeX(points)).map { $0 - $1 } }
    slopeY = { points in zip(graph.slopeY(points), other.slopeY(points)).map { $0 - $1 } }
    places = { graph.places($0, $1).joined(other.places($0, $1)) }
    line = { axis, held in
      guard let first = graph.line(axis, held), let second = other.line(axis, held) else {
        return nil
      }
      return Trace(first, minus: second)
    }
    isToldByLines = { graph.isToldByLines($0) && other.isToldByLines($0) }
    isBounded = { graph.isBounded($0) && other.isBounded($0) }
  }

  /// The value at a point.
  func value(at point: Point) -> Double { settled([point])[0] }

  private static func places(of surface: FormulaSurface, _ axis: Axis, _ held: Double) -> Places {
    let slice = surface.held(axis, at: held)
    return Places(seams: slice.seams, landmarks: slice.landmarks)
  }
}

extension SurfaceQuantity {
  /// The quantities that are its slopes in x and in y; nil where there are none to be had.
  fileprivate var slopes: (x: SurfaceQuantity, y: SurfaceQuantity)? {
    switch self {
    case .f: (.fx, .fy)
    case .fx: (.fxx, .fxy)
    case .fy: (.fxy, .fyy)
    case .fxx, .fxy, .fyy: nil
    }
  }

  /// What it is of a function along an axis; nil where that does not tell it.
  fileprivate func quantity(along axis: Axis) -> Quantity? {
    switch (self, axis) {
    case (.f, _): .f
    case (.fx, .x), (.fy, .y): .df
    case (.fxx, .x), (.fyy, .y): .d2f
    case (.fx, .y), (.fy, .x), (.fxx, .y), (.fyy, .x), (.fxy, _): nil
    }
  }
}

extension FormulaSurface {
  /// Whether quantities of one course each are proved to have bounds over a rectangle.
  fileprivate func isBounded(_ quantities: [SurfaceQuantity], over area: Rectangle) -> Bool {
    let enclosure = enclosure
    return quantities.allSatisfy { quantity in
      area.isProved(parts: 340) { x, y in
        let axis: Axis = quantity.course == .alongY ? .y : .x
        let found = enclosure.jet(along: axis, x: x, y: y, order: quantity.order)[quantity.order]
        return quantity != .fxy && found.isDefined && found.range.isBounded
      }
    }
  }
}
