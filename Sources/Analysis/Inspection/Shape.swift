import Activations

/// How a function runs: where it rises, bends, and crosses zero.
public struct Shape: Sendable {
  /// Where f falls (−1), is constant (0) and rises (1); neighbours at a jump stay apart.
  public let monotone: [SignInterval]
  /// Where f is concave (−1), straight (0) and convex (1), corners included: a straight piece belongs to what it goes on in, on
  /// both sides, and stands by itself where it goes on in nothing.
  public let convex: [SignInterval]
  /// Where f = 0, each a point or a stretch (sign 0).
  public let zeros: [SignInterval]
  /// Where f′ = 0, each a point or a stretch (sign 0).
  public let slopeZeros: [SignInterval]
  /// Where the curvature changes its sign, corners left out.
  public let inflections: [Double]

  /// Where it was not decided whether there are more zeros of f, of f′ and of f″.
  public let undecidedZeros: [[SignInterval]]

  /// Reads the shape off the signs of f, f′ and f″.
  init(_ survey: Survey, signs: [SignChart]) {
    zeros = Self.zeros(0, signs[0], survey, turns: signs[1].zeros)
    slopeZeros = Self.zeros(1, signs[1], survey, turns: signs[2].zeros)
    let bends = signs[2].zeros.map { SignInterval(low: $0, high: $0, sign: 0) }
    let straight = signs[2].sections.filter { $0.sign == 0 }
    let open = [
      Completeness(survey, order: 0).openToZeros(zeros),
      Completeness(survey, order: 1).openToZeros(slopeZeros),
      Completeness(survey, order: 2).openToZeros(bends + straight),
    ]
    undecidedZeros = open
    // Between the points at which a wave is looked at it may turn unseen.
    monotone = survey.decided(Self.monotone(signs[1], survey), 1, but: open[1])
    convex = survey.decided(Self.convex(signs[2], survey), 2, but: open[2])
    let sections = signs[2].sections
    inflections = zip(sections, sections.dropFirst()).compactMap { left, right in
      left.sign * right.sign < 0 && left.high == right.low && !survey.isCorner(at: left.high)
        ? left.high : nil
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

  /// The longest stretches that bend one way or not at all, corners between them included.
  private static func convex(_ signs: SignChart, _ survey: Survey) -> [SignInterval] {
    let sections = signs.sections
    let corners = zip(sections, sections.dropFirst()).map { left, right in
      left.high == right.low ? survey.bend(at: left.high) : nil
    }
    let bent = [-1, 1].flatMap { stretches(sections, corners, bending: $0) }
    let straight = sections.filter { section in
      section.sign == 0 && !bent.contains { $0.low <= section.low && section.high <= $0.high }
    }
    return (bent + joined(straight, sections, corners)).sorted {
      ($0.low, $0.high) < ($1.low, $1.high)
    }
  }

  /// Those that bend one way somewhere, and nowhere the other.
  private static func stretches(
    _ sections: [SignInterval], _ corners: [Int?], bending sign: Int
  ) -> [SignInterval] {
    var (found, current, bends) = ([SignInterval](), SignInterval?.none, false)
    func close() {
      if let stretch = current, bends { found.append(stretch) }
      (current, bends) = (nil, false)
    }
    for (index, section) in sections.enumerated() {
      let corner = index > 0 ? corners[index - 1] : nil
      if corner == nil || corner == -sign || section.sign == -sign { close() }
      guard section.sign != -sign else { continue }
      if current == nil {
        current = SignInterval(low: section.low, high: section.high, sign: sign)
      } else {
        current?.high = section.high
        bends = bends || corner == sign
      }
      bends = bends || section.sign == sign
    }
    close()
    return found
  }

  /// Straight pieces that go on in one another, as one.
  private static func joined(
    _ straight: [SignInterval], _ sections: [SignInterval], _ corners: [Int?]
  ) -> [SignInterval] {
    straight.reduce(into: []) { joined, section in
      let index = sections.firstIndex(of: section) ?? 0
      if let last = joined.last, last.high == section.low, index > 0, corners[index - 1] == 0 {
        joined[joined.count - 1].high = section.high
      } else {
        joined.append(section)
      }
    }
  }

  /// Points and stretches where the quantity is 0, from left to right.
  private static func zeros(
    _ order: Int, _ signs: SignChart, _ survey: Survey, turns: [Double]
  ) -> [SignInterval] {
    // At a jump f has a value of its own.
    let atKinks = survey.kinks.filter {
      ($0.order > order || order == 0) && abs(survey.settled(order, at: $0.x)) == 0
    }
    let stretches = signs.sections.filter { $0.sign == 0 }
    let ends = survey.line.breaks.filter { $0.kind == .edge && order == 0 }.compactMap { place in
      [place.value.map { _ in place.x }, place.place.lowerBound, place.place.upperBound]
        .compactMap(\.self).first { survey.value(order, at: $0) == 0 }
    }
    // Where it turns at 0 without passing it.
    let touched = turns.filter { x in survey.settled(order, at: x) == 0 }
    // Where terms cancel, as those of coth(x) − 1/x, no sign is certain around a zero that is.
    let isRough = survey.kinks.contains { $0.x == 0 && $0.order <= order }
    let proof = survey.line.proofs[order]
    let isInside = [-0x1p-40, 0x1p-40].allSatisfy { proof.value($0)?.isNaN == false }
    let range = survey.line.certainties[order].over(0...0).range
    let hasUnderflowed = !range.isPoint && range.contains(0) && max(-range.low, range.high) < 1e-300
    let origin = !isRough && isInside && !hasUnderflowed && proof.value(0) == 0 ? [0.0] : []
    let points = Set(signs.zeros + atKinks.map(\.x) + ends + touched + origin).filter { x in
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

extension [SignInterval] {
  /// What is left of them beside others.
  fileprivate func without(_ others: [SignInterval]) -> [SignInterval] {
    others.reduce(self) { parts, other in
      parts.flatMap { part -> [SignInterval] in
        guard other.low < part.high, part.low < other.high else { return [part] }
        return [
          SignInterval(low: part.low, high: other.low, sign: part.sign),
          SignInterval(low: other.high, high: part.high, sign: part.sign),
        ].filter { $0.low < $0.high }
      }
    }
  }
}

extension Survey {
  /// Stretches with one sign of f′ (order 1) or f″; of a wave the parts without another zero, and with that sign.
  fileprivate func decided(
    _ stretches: [SignInterval], _ order: Int, but open: [SignInterval]
  ) -> [SignInterval] {
    guard isWave || line.hasWaves, !open.isEmpty else { return stretches }
    return stretches.without(open).filter { part in
      let middle = part.low / 2 + part.high / 2
      return part.sign == 0 || value(order, at: middle) * Double(part.sign) >= 0
    }
  }

  /// Whether the slope or f itself jumps at a place; a tangent that stands upright, as that of ∛x, is none.
  fileprivate func isCorner(at x: Double) -> Bool {
    if line.breaks.contains(where: { $0.x == x }) { return true }
    let orders = kinks.filter { $0.x == x }.map(\.order)
    guard let least = orders.min(), least < 2 else { return false }
    guard least == 1, let slope = line.proofs[1].limit(x, -1), slope.isInfinite else { return true }
    return line.proofs[1].limit(x, 1) != slope
  }

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
