import Activations

/// How a function runs: where it rises, bends, and crosses zero.
public struct Shape: Sendable {
  /// Where f falls (−1), is constant (0) and rises (1); neighbours at a jump stay apart.
  public let monotone: [SignInterval]
  /// Where f is concave (−1), straight (0) and convex (1), corners included.
  public let convex: [SignInterval]
  /// Where f = 0, each a point or a stretch (sign 0).
  public let zeros: [SignInterval]
  /// Where f′ = 0, each a point or a stretch (sign 0).
  public let slopeZeros: [SignInterval]
  /// Where the curvature changes its sign, corners left out.
  public let inflections: [Double]

  /// Reads the shape off the signs of f, f′ and f″.
  init(_ survey: Survey, signs: [SignChart]) {
    monotone = Self.monotone(signs[1], survey)
    convex = Self.convex(signs[2], survey)
    zeros = Self.zeros(0, signs[0], survey)
    slopeZeros = Self.zeros(1, signs[1], survey)
    let convex = convex
    inflections = zip(convex, convex.dropFirst()).compactMap { left, right in
      let isCorner =
        survey.kinks.contains { $0.x == left.high && $0.order < 2 }
        || survey.line.breaks.contains { $0.x == left.high }
      return left.sign * right.sign < 0 && !isCorner ? left.high : nil
    }
  }

  private static func monotone(_ signs: SignChart, _ survey: Survey) -> [SignInterval] {
    let jumps = Set(
      survey.kinks.filter { $0.order == 0 }.map(\.x) + survey.line.breaks.map(\.x))
    return signs.sections.reduce(into: []) { merged, section in
      if let last = merged.last, last.sign == section.sign, !jumps.contains(last.high),
        last.high == section.low
      {
        merged[merged.count - 1].high = section.high
      } else {
        merged.append(section)
      }
    }
  }

  /// Joins neighbours that bend the same way or not at all, and the corner between them too.
  private static func convex(_ signs: SignChart, _ survey: Survey) -> [SignInterval] {
    signs.sections.reduce(into: []) { merged, section in
      guard let last = merged.last else {
        merged.append(section)
        return
      }
      let corner = survey.bend(at: last.high)
      let all = Set([last.sign, corner ?? 2, section.sign]).subtracting([0])
      if corner != nil, all.count < 2 {
        merged[merged.count - 1].high = section.high
        merged[merged.count - 1].sign = all.first ?? 0
      } else {
        merged.append(section)
      }
    }
  }

  /// Points and stretches where the quantity is 0, from left to right.
  private static func zeros(_ order: Int, _ signs: SignChart, _ survey: Survey) -> [SignInterval] {
    let atKinks = survey.kinks.filter {
      $0.order > order && abs(survey.value(order, at: $0.x)) == 0
    }
    let stretches = signs.sections.filter { $0.sign == 0 }
    let ends = survey.line.breaks.filter { $0.kind == .edge && order == 0 }.compactMap { place in
      [place.value.map { _ in place.x }, place.place.lowerBound, place.place.upperBound]
        .compactMap(\.self).first { survey.value(order, at: $0) == 0 }
    }
    let points = Set(signs.zeros + atKinks.map(\.x) + ends).filter { x in
      !stretches.contains { $0.low <= x && x <= $0.high }
    }
    return (stretches + points.map { SignInterval(low: $0, high: $0, sign: 0) })
      .sorted { $0.low < $1.low }
      .reduce(into: []) { merged, zero in
        let isJoined = atKinks.contains { $0.x == zero.low } && merged.last?.high == zero.low
        if isJoined {
          merged[merged.count - 1].high = zero.high
        } else {
          merged.append(zero)
        }
      }
  }
}

extension Survey {
  /// Which way the slope jumps at a place: 0 where there is no corner, nil where f itself jumps.
  fileprivate func bend(at x: Double) -> Int? {
    guard !line.breaks.contains(where: { $0.x == x }) else { return nil }
    let orders = kinks.filter { $0.x == x }.map(\.order)
    guard !orders.contains(0) else { return nil }
    guard orders.contains(1) else { return 0 }
    let jump = value(1, at: Self.beside(x, 1)) - value(1, at: Self.beside(x, -1))
    return jump > 0 ? 1 : jump < 0 ? -1 : 0
  }
}
