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
  /// Which colour and dash pattern it has.
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

  /// The curve through the points that a sampler chooses.
  ///
  /// On a logarithmic y-axis distances have no sign.
  func curve(_ sampler: Sampler, on yScale: ScaleKind) -> Curve {
    Curve(
      name: name, segments: samples(sampler, on: yScale),
      style: style, role: role)
  }

  private func samples(_ sampler: Sampler, on yScale: ScaleKind) -> [[Point]] {
    switch measure {
    case .value: break
    case .difference:
      if yScale == .log { return trace.map(\.magnitude).map(sampler.segments) ?? [] }
    case .ulps(let reference, let type):
      let segments = UlpDistance(of: function, from: reference, in: type).segments(
        quantity, over: sampler.domain, width: Int(sampler.pixels.width),
        transform: sampler.xTransform)
      guard yScale == .log else { return segments }
      return segments.map { $0.map { Point(x: $0.x, y: abs($0.y)) } }
    }
    return trace.map(sampler.segments) ?? []
  }
}
