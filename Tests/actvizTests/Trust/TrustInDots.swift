import Activations

// Jumps end in dots, open where the curve only comes to, full where its value is, and nothing else does.

extension Trust {
  /// Jumps without a dot at each of their sides, and dots that are at no jump, or full where no value is.
  var dotsAtJumps: [Fault] {
    let jumps = known.breaks.filter { $0.kind == .must }.map { Jump($0, drawn.meanHeight) }
    let drawnDots = drawn.dots.filter { Self.isSeen($0.point) }
    // In a band there are no ends.
    let clear = jumps.filter { jump in
      jump.isSeen && !(jump.sides + jump.values).contains(where: drawn.isFilled)
    }
    let missing = clear.flatMap { jump in
      jump.sides.filter { side in
        !drawnDots.contains { Self.isNear($0.point, side) }
      }
    }
    let wrong = drawnDots.filter { dot in
      !jumps.contains { jump in
        (dot.isFull ? jump.values : jump.sides).contains { Self.isNear(dot.point, $0) }
          || (dot.isFull && jump.isFar && abs(dot.point.x - jump.sides[0].x) <= Self.limit)
      }
    }
    return missing.map { Fault(kind: .dotless, distance: .infinity, x: $0.x, y: $0.y) }
      + wrong.map { Fault(kind: .dot, distance: .infinity, x: $0.point.x, y: $0.point.y) }
  }

  private static func isNear(_ a: Point, _ b: Point) -> Bool {
    PixelLines.distance(a, PixelLines.Segment(a: b, b: b)) <= limit
  }

  /// A true jump.
  private struct Jump {
    /// Where the curve comes to from both sides, as far as it does.
    let sides: [Point]
    /// Where its value may be: at that of the formula, by convention at the mean of both sides, and for want of a double
    /// at the place itself at either.
    let values: [Point]

    init(_ place: TrustCase.Break, _ mean: (Double, Double) -> Double) {
      func point(_ height: Double) -> Point { Point(x: Double(place.x) / 1000, y: height) }
      let heights = place.heights.map { $0.map { Double($0) / 1000 } }
      let limits = [heights[0], heights[1]].compactMap(\.self)
      sides = limits.map(point)
      let middle = limits.count == 2 ? mean(limits[0], limits[1]) : nil
      values = sides + [heights[2], middle].compactMap { $0.map(point) }
    }

    /// Whether a side is so far outside that its height is not told, nor the mean.
    var isFar: Bool { sides.contains { abs($0.y - 500) >= 1499 } }

    /// Whether both sides are within the panel, and more than a pixel apart.
    var isSeen: Bool {
      sides.count == 2 && sides.allSatisfy(Trust.isSeen) && abs(sides[0].y - sides[1].y) > 1.5
    }
  }
}
