import Activations
import Figures

extension FigureRequest {
  /// Refuses a domain in which there is no value of the type.
  func checkValues(of type: FloatType, xRange: String?) throws {
    guard let reference else { return }
    let distance = UlpDistance(of: reference, from: reference, in: type)
    guard distance.points(.f, over: sampler.domain).isEmpty else { return }
    throw Failure.noValue(of: type, in: xRange)
  }

  /// A panel of the functions' distances from the reference in ulp of a type.
  ///
  /// Its scale is linear up to one ulp and logarithmic beyond: near 0 a function errs by one or
  /// two, in a tail by thousands.
  func panel(_ quantity: Quantity, ulpsFrom reference: Function, in type: FloatType)
    -> PanelContent
  {
    let curves = functions.enumerated().compactMap { index, function -> Curve? in
      guard function.label != reference.label else { return nil }
      let distance = UlpDistance(of: function, from: reference, in: type)
      let segments = distance.segments(
        quantity, over: sampler.domain, width: Int(look.pixels.width),
        warp: xScale.warp)
      return Curve(
        name: function.legend, segments: segments.map { $0.map { Point(x: $0.x, y: $0.y) } },
        styleIndex: index)
    }
    return PanelContent(
      yLabel: "\(quantity.notation) − \(reference.legend), ulp of \(type)", curves: curves,
      yScale: .symlog(constant: 1))
  }
}

extension Failure {
  /// No value of a type lies in the x-range.
  static func noValue(of type: FloatType, in xRange: String?) -> Failure {
    Failure(.usage, "No \(type) value lies in --x-range \(xRange ?? "-5:5"); widen it.")
  }
}
