import Activations
import Analysis
import Figures

/// A curve in plain values: a quantity of a function, alone or as its distance from another's.
struct CurveRequest {
  /// What of the quantity is drawn.
  enum Measure {
    /// The quantity itself.
    case value
    /// The quantity minus that of a reference.
    case difference(from: Function)
    /// Its distance from that of a reference, in ulp of a type.
    case ulps(from: Function, in: FloatType)
  }

  var function: Function
  var quantity: Quantity
  var measure = Measure.value
  /// What the legend calls it; empty to leave it out.
  var name: String
  /// Which value of a parameter it is for, if it is one of several.
  var value: Curve.Value?
  /// How it is told from the others.
  var style: CurveStyle
  var role = Curve.Role.subject

  /// What is drawn as a graph over x; nil for a distance in ulp, which only a type's values have.
  var trace: Trace? {
    switch measure {
    case .value: Trace(function, quantity)
    case .difference(let reference):
      Trace(Trace(function, quantity), minus: Trace(reference, quantity))
    case .ulps: nil
    }
  }

  /// The curve before it is known what of it is seen.
  ///
  /// On a logarithmic y-axis distances have no sign.
  func draft(_ sampler: Sampler, on yScale: ScaleKind, seeing window: ClosedRange<Double>?)
    -> CurveDraft
  {
    switch measure {
    case .value: break
    case .difference:
      if yScale == .log, let trace { return .graph(sampler.draft(trace.magnitude, seeing: window)) }
    case .ulps(let reference, let type):
      let segments = UlpDistance(of: function, from: reference, in: type).segments(
        quantity, over: sampler.domain, width: Int(sampler.pixels.width),
        transform: sampler.xTransform)
      guard yScale == .log else { return .points(segments) }
      return .points(segments.map { $0.map { Point(x: $0.x, y: abs($0.y)) } })
    }
    return trace.map { .graph(sampler.draft($0, seeing: window)) } ?? .points([])
  }

  /// The curve as it is seen in a window of values.
  func curve(_ draft: CurveDraft, seeing window: ClosedRange<Double>) -> Curve {
    var curve =
      switch draft {
      case .points(let segments): Curve(name: name, segments: segments, style: style, role: role)
      case .graph(let draft):
        Curve(draft.graph(seeing: window), name: name, style: style, role: role)
      }
    curve.value = value
    return curve
  }
}

/// What is known of a curve before it is known what of it is seen.
enum CurveDraft {
  /// Of a graph over x.
  case graph(Draft)
  /// Of values that a type has: the points themselves.
  case points([[Point]])

  /// All finite values that were found, whatever an axis shows of them; nil where there are none.
  var values: ClosedRange<Double>? {
    switch self {
    case .graph(let draft): return draft.values
    case .points: return window?.range
    }
  }

  /// The values that a picture is to show; nil where there are none.
  var window: ValueWindow? {
    switch self {
    case .graph(let draft): return draft.window
    case .points(let segments):
      let values = segments.joined().lazy.map(\.y).filter(\.isFinite)
      guard let low = values.min(), let high = values.max() else { return nil }
      return ValueWindow(range: low...high)
    }
  }
}

extension Curve {
  /// A graph in the style of a curve.
  init(_ graph: Graph, name: String, style: CurveStyle, role: Role) {
    self.init(name: name, segments: graph.lines, style: style, role: role)
    fills = graph.fills
    dots = graph.jumps.flatMap { jump in
      let ends = [jump.left, jump.right].filter(\.isFinite)
      let open = ends.filter { $0 != jump.value }
      return open.map { Dot(Point(x: jump.x, y: $0), isFull: false) }
        + (jump.value.isFinite ? [Dot(Point(x: jump.x, y: jump.value), isFull: true)] : [])
    }
  }
}
