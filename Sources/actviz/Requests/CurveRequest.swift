import Activations
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
  var styleIndex: Int
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
  func curve(_ sampler: Sampler) -> Curve {
    Curve(
      name: name, segments: samples(sampler).map { $0.map { Point(x: $0.x, y: $0.y) } },
      styleIndex: styleIndex, role: role)
  }

  private func samples(_ sampler: Sampler) -> [[Sample]] {
    if case .ulps(let reference, let type) = measure {
      return UlpDistance(of: function, from: reference, in: type)
        .segments(quantity, over: sampler.domain, width: Int(sampler.pixels.width))
    }
    return trace.map(sampler.segments) ?? []
  }
}
