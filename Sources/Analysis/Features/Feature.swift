import Activations

/// A kind of point that is worth a mark on a graph.
public enum Feature: String, CaseIterable, Sendable {
  /// Where the graph is lowest over the domain, unless that is at an end or all along a stretch.
  case minimum
  /// Where it is highest, likewise.
  case maximum
  /// Where it is 0 without being so all along a stretch.
  case zero
  /// Where it changes from bending one way to bending the other, corners left out.
  case inflection
  /// Where it is not smooth.
  case kink
}

/// A point of a graph that was found, with all that it is.
public struct FeaturePoint: Equatable, Sendable {
  /// What it is, in the order asked for.
  public var features: [Feature]
  /// Where it is, in data units.
  public var x: Double
  /// The value there.
  public var y: Double
}

extension Trace {
  /// The points of the asked kinds within a domain, from left to right.
  ///
  /// Zeros, and extrema and inflections where the derivative that is zero there is given, are bisected to
  /// the last digit; extrema without a slope are searched for by values alone and have half of their
  /// digits. Inflections need the curvature.
  ///
  /// What is certain decides where the trace goes on: a pole, a jump or an edge is no zero, and where it has no bound it has no
  /// extremum. At a break the one-sided limits count.
  ///
  /// - Parameters:
  ///   - features: The kinds; a point that is of several is told once.
  ///   - domain: The x-range, in data units.
  ///   - slope: The derivative of the trace, exact.
  ///   - curvature: The derivative of the slope, exact.
  public func features(
    _ features: [Feature], over domain: ClosedRange<Double>, slope: Trace?, curvature: Trace?
  ) -> [FeaturePoint] {
    self.features(features, over: domain, slope: slope, curvature: curvature, transform: nil)
  }

  /// The same points, looked for evenly on an axis that is bent; kinks also where the trace is known not to be smooth.
  package func features(
    _ features: [Feature], over domain: ClosedRange<Double>, slope: Trace?, curvature: Trace?,
    transform: Transform?, rough: [Double] = []
  ) -> [FeaturePoint] {
    let search = FeatureSearch(
      self, slope: slope, curvature: curvature, over: domain, transform: transform, rough: rough)
    var found: [FeaturePoint] = []
    for feature in features {
      for place in search.places(of: feature) {
        let point = Point(x: place.x + 0, y: place.y + 0)
        guard let index = found.firstIndex(where: { search.isOne($0, point) }) else {
          if point.y.isFinite {
            found.append(FeaturePoint(features: [feature], x: point.x, y: point.y))
          }
          continue
        }
        if !found[index].features.contains(feature) { found[index].features.append(feature) }
        // A zero is where it is to the last digit.
        if feature == .zero { (found[index].x, found[index].y) = (point.x, 0) }
      }
    }
    return found.sorted { $0.x < $1.x }
  }
}
