import Activations
import FigureSpecification
import Figures

@testable import actviz

/// What a picture shows of a case: the lines and dots of its scene, in pixels.
struct DrawnCurve {
  /// The lines and dots, piece by piece.
  private(set) var pieces: [[Point]] = []
  /// The same, to be measured from.
  private(set) var lines = PixelLines()
  /// What stands at jumps, as it is asked for: small panels leave out dots that would touch.
  private(set) var dots: [(point: Point, isFull: Bool)] = []
  /// The areas that are filled, as their outlines.
  private(set) var areas: [[Point]] = []

  /// The height of the mean of the values at two others.
  let meanHeight: (Double, Double) -> Double

  init(_ arguments: [String]) throws {
    let request = try PlotRequest(Settings(arguments)).figureRequest()
    let panel = Scene(request.figure()).panels[0]
    let (x, y) = (PixelAxis(panel.x, PixelLines.width), PixelAxis(panel.y, PixelLines.height))
    meanHeight = { y.pixel((y.value($0) + y.value($1)) / 2) }
    for curve in panel.curves where curve.role == .subject {
      for segment in curve.segments {
        let parts = segment.split { !$0.isFinite }
        pieces += parts.map { $0.map { Point(x: x.pixel($0.x), y: y.pixel($0.y)) } }
      }
      dots += curve.dots.map {
        (Point(x: x.pixel($0.point.x), y: y.pixel($0.point.y)), $0.isFull)
      }
      for run in curve.fills {
        let low = run.map { Point(x: x.pixel($0.x), y: y.pixel($0.low)) }
        let high = run.map { Point(x: x.pixel($0.x), y: y.pixel($0.high)) }
        areas.append(low + high.reversed())
      }
    }
    for band in panel.bands {
      areas += band.polygons.map { $0.map { Point(x: x.pixel($0.x), y: y.pixel($0.y)) } }
    }
    for piece in pieces { lines.add(piece) }
    for area in areas { lines.add(area + area.prefix(1)) }
  }

  /// The distance of a point from what is drawn.
  func distance(_ point: Point) -> Double {
    isFilled(point) ? 0 : lines.distance(point)
  }

  /// Whether a point lies in an area.
  func isFilled(_ point: Point) -> Bool { areas.contains { Self.contains($0, point) } }

  private static func contains(_ area: [Point], _ point: Point) -> Bool {
    var isInside = false
    for (a, b) in zip(area, area.dropFirst() + area.prefix(1))
    where (a.y > point.y) != (b.y > point.y) {
      if point.x < (b.x - a.x) * (point.y - a.y) / (b.y - a.y) + a.x { isInside.toggle() }
    }
    return isInside
  }
}

/// From data to pixels.
private struct PixelAxis {
  let scale: ScaleKind
  let low: Double
  let high: Double
  let length: Double
  /// What keeps differences of huge and tiny numbers within the doubles.
  let unit: Double

  init(_ axis: Scene.Axis, _ length: Double) {
    let size = max(axis.domain.lowerBound.magnitude, axis.domain.upperBound.magnitude)
    scale = axis.scale
    unit = scale != .linear ? 1 : size > 1e300 ? 0x1p-20 : size < 1e-280 ? 0x1p200 : 1
    low = scale.transform.forward(axis.domain.lowerBound) * unit
    high = scale.transform.forward(axis.domain.upperBound) * unit
    self.length = length
  }

  /// The value at a pixel; far below what a logarithmic axis shows, 0.
  func value(_ pixel: Double) -> Double {
    if scale == .log, pixel <= -length / 2 { return 0 }
    return scale.transform.inverse((low + pixel / length * (high - low)) / unit)
  }

  /// The pixel; what a logarithmic axis cannot show lies far below.
  func pixel(_ value: Double) -> Double {
    let place = (scale.transform.forward(value) * unit - low) / (high - low) * length
    return place.isNaN ? -1e9 : min(max(place, -1e15), 1e15)
  }
}
