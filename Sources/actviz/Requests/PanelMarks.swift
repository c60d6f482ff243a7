import Activations
import Analysis
import Figures

extension CurveRequest {
  /// The slope of what is drawn; nil where it cannot be had exactly.
  private func derivative(of quantity: Quantity?) -> CurveRequest? {
    guard let slope = quantity?.slope else { return nil }
    var request = self
    request.quantity = slope
    return request
  }

  /// The marked points of the curve, not yet numbered.
  func points(
    _ features: [Feature], over domain: ClosedRange<Double>, transform: Transform?
  ) -> [FeaturePoint] {
    guard role == .subject, let trace else { return [] }
    let slope = derivative(of: quantity)
    let curvature = slope.flatMap { $0.derivative(of: $0.quantity) }
    return trace.features(
      features, over: domain, slope: slope?.trace, curvature: curvature?.trace,
      transform: transform, rough: features.contains(.kink) ? roughPlaces : [])
  }

  /// Where sheets say that what is drawn is not smooth; of gates and densities they say nothing.
  private var roughPlaces: [Double] {
    guard !quantity.needsGate else { return [] }
    guard case .difference(let reference) = measure else { return Line.roughPlaces(of: function) }
    return [function, reference].flatMap(Line.roughPlaces)
  }
}

extension PanelRequest {
  /// The points that are marked, numbered curve by curve from left to right.
  func marks(on axis: Scene.Axis) -> [Mark] {
    let points = curves.flatMap { curve in
      let points = curve.points(features, over: axis.domain, transform: axis.scale.bend)
      let ranks = Self.ranks(points)
      return zip(points, ranks).map { (point: $0, rank: $1, style: curve.style) }
    }
    return points.enumerated().map { index, found in
      let kinds = found.point.features.map(\.rawValue).joined(separator: ", ")
      let place = [found.point.x, found.point.y].map(Self.coordinate).joined(separator: ", ")
      var mark = Mark(
        number: index + 1, name: "\(kinds) (\(place))",
        at: Point(x: found.point.x, y: found.point.y), style: found.style)
      mark.rank = found.rank
      return mark
    }
  }

  /// For each point how many of the same kind are before it; of several kinds the fewest.
  private static func ranks(_ points: [FeaturePoint]) -> [Int] {
    var counts: [Feature: Int] = [:]
    return points.map { point in
      let ranks = point.features.map { counts[$0, default: 0] }
      for feature in point.features { counts[feature, default: 0] += 1 }
      return ranks.min() ?? 0
    }
  }

  /// A number to three digits, with the minus sign of the axes.
  private static func coordinate(_ value: Double) -> String {
    String(SheetText().number(value, digits: 3).map { $0 == "-" ? "−" : $0 })
  }
}
