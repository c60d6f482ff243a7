import Activations

/// Chooses what of a trace is drawn: the points of its lines, the columns that it fills, its jumps.
///
/// Adaptively: where the graph bends there are many points, where it is straight few, so that within what is seen no
/// point of the line is farther than `tolerance` from the graph. Corners are always points.
package struct Sampler: Sendable {
  /// The interval to cover, in data units.
  package var domain: ClosedRange<Double>
  /// The size of the picture, in pixels, that the tolerance refers to.
  package var pixels: (width: Double, height: Double)
  /// How far the polyline may stray from the graph, in pixels.
  package var tolerance: Double
  /// The number of points of an even grid to use instead, if any; of more than eight to a pixel those that are seen.
  package var count: Int?
  /// How the picture's x-axis is bent; nil for one that is not.
  package var xTransform: Transform?
  /// How the picture's y-axis is bent; nil for one that is not.
  ///
  /// Values that the axis does not show, such as 0 on a logarithmic one, lie below it.
  package var yTransform: Transform?

  /// A sampler for a picture of the given size.
  package init(
    domain: ClosedRange<Double>, pixels: (width: Double, height: Double) = (1600, 1000),
    tolerance: Double = 0.1, count: Int? = nil, xTransform: Transform? = nil,
    yTransform: Transform? = nil
  ) {
    self.domain = domain
    self.pixels = pixels
    self.tolerance = tolerance
    self.count = count
    self.xTransform = xTransform
    self.yTransform = yTransform
  }

  /// The trace as it is seen in a window of values, the one that suits it where none is given.
  package func graph(of trace: Trace, seeing window: ClosedRange<Double>? = nil) -> Graph {
    draft(trace, seeing: window).graph(seeing: window)
  }

  /// A first look at a trace.
  ///
  /// - Parameter window: the values that are seen, where they are known already.
  package func draft(_ trace: Trace, seeing window: ClosedRange<Double>? = nil) -> Draft {
    let x = PixelAxis(domain, length: pixels.width, transform: xTransform)
    var refinement = Refinement(
      trace, x: x, yTransform: yTransform, height: pixels.height, tolerance: tolerance,
      pieces: trace.pieces(of: domain).map { piece in
        let points = points(of: piece, trace, on: x)
        return count == nil ? points : seen(points, of: trace)
      }, isFixed: count != nil)
    refinement.refine(seeing: window)
    if let window, refinement.isFlat(in: window) {
      // What is narrower than the points are apart shows no sign of itself on so high an axis.
      for seen in [nil, window] {
        refinement.reopen()
        refinement.refine(seeing: seen)
      }
    }
    return Draft(refinement, seen: window)
  }

  /// The first points of a piece, in ascending order, its ends included.
  private func points(of piece: ClosedRange<Double>, _ trace: Trace, on x: PixelAxis) -> [Double] {
    let special = trace.corners + (count == nil ? trace.landmarks : [])
    var points = special.filter(piece.contains)
    if let count {
      points += (xTransform?.grid(domain, count: count) ?? Grid(domain, count: count).all)
        .filter(piece.contains)
      // An even grid has no points of its own at a jump.
      if !trace.jumps.isEmpty { points += [piece.lowerBound, piece.upperBound] }
    } else {
      points += first(of: piece, on: x)
    }
    // They are nearly in order, and few are alike.
    points.sort()
    return points.indices.compactMap { index in
      index > 0 && points[index] == points[index - 1] ? nil : points[index]
    }
  }

  /// Of a great many given points those that a picture can show: the lowest and the highest in every half of a pixel,
  /// and where values begin and end.
  ///
  /// All curves of a figure are known at once: of millions of points they would fill the memory.
  private func seen(_ xs: [Double], of trace: Trace) -> [Double] {
    guard Double(xs.count) > 8 * pixels.width else { return xs }
    let points = zip(xs, trace.values(xs)).map { Point(x: $0, y: $1) }
    var kept: [Double] = []
    var start = points.startIndex
    while start < points.endIndex {
      let isFinite = points[start].y.isFinite
      let end = points[start...].firstIndex { $0.y.isFinite != isFinite } ?? points.endIndex
      let run = Array(points[start..<end])
      // Of places without a value the first and the last tell as much as all.
      let shown =
        isFinite
        ? Analysis.seen(run, over: domain, width: pixels.width, transform: xTransform)
        : [run[0]] + run.dropFirst().suffix(1)
      kept += shown.map(\.x)
      start = end
    }
    return kept
  }

  /// A grid over a piece that no period agrees with: every sixteenth pixel, moved by up to six to either side.
  private func first(of piece: ClosedRange<Double>, on x: PixelAxis) -> [Double] {
    let (low, high) = (x.position(piece.lowerBound), x.position(piece.upperBound))
    let count = max(8, ((high - low) / Self.step).rounded(.up))
    let inside = (1..<Int(count)).map { index -> Double in
      let turn = Double(index) * 0.6180339887498949
      let share = (Double(index) + 0.75 * (turn - turn.rounded(.down) - 0.5)) / count
      return x.between(piece.lowerBound, piece.upperBound, share)
    }
    return [piece.lowerBound] + inside.filter(piece.contains) + [piece.upperBound]
  }

  /// From one first point to the next, in pixels.
  private static let step = 16.0
}
