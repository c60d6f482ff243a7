import Activations

extension Survey {
  /// The largest value of f (order 0) or f′ (1) over the line, or with `sign` −1 the smallest.
  ///
  /// Candidates are the zeros of the next derivative, both sides of every kink, stretches of equal
  /// values, and the limits at ±∞. Nil where the function gives NaN all over.
  func extremum(_ order: Int, sign: Double, next: SignChart) -> Extremum? {
    var best: Extremum?
    for candidate in candidates(order, next: next) where !candidate.value.isNaN {
      guard let current = best else {
        best = candidate
        continue
      }
      let gain = sign * (candidate.value - current.value)
      let margin = current.value.isFinite ? 0x1p-40 * abs(current.value) : 0
      let isTie = candidate.value == current.value || abs(gain) <= margin
      if isTie ? candidate.isPreferable(to: current) : gain > 0 { best = candidate }
    }
    return best
  }

  private func candidates(_ order: Int, next: SignChart) -> [Extremum] {
    var candidates = (next.zeros.map { ($0, settled(order, at: $0) + 0) }).filter(\.1.isFinite)
      .map { Extremum(x: $0, value: $1, isAttained: true) }
    for kink in kinks {
      for side in [-1.0, 1] {
        let proved =
          order == 1 && line.steep.contains(kink.x)
          ? line.proofs[1].limit(kink.x, Int(side)) : nil
        let value = (proved ?? value(order, at: Self.beside(kink.x, side))) + 0
        let isAttained = kink.order > 0 && value.isFinite
        candidates.append(
          Extremum(
            x: kink.x, value: value, isAttained: isAttained, side: isAttained ? 0 : Int(side)))
      }
      // The value at a jump is taken there; a slope at a corner is but the mean of its sides.
      if order == 0 || kink.order > order {
        let value = settled(order, at: kink.x) + 0
        candidates.append(Extremum(x: kink.x, value: value, isAttained: true))
      }
    }
    candidates += line.breaks.flatMap { sides(order, $0) }
    for place in line.wildPlaces {
      let ranges = order == 0 ? [place.left, place.right] : place.slopes
      for (range, side) in zip(ranges, [-1, 1]) {
        candidates += (range.map { [$0.lowerBound, $0.upperBound] } ?? []).map {
          Extremum(x: place.x, value: $0, isAttained: false, side: side)
        }
      }
    }
    for section in next.sections where section.sign == 0 {
      let inside = section.anchor
      let side = inside == section.low ? 1.0 : -1
      let value = value(order, at: Self.beside(inside, side)) + 0
      candidates.append(Extremum(x: inside, value: value, isAttained: true, plateau: section))
    }
    for side in [-1.0, 1] where line.reaches(side) {
      if let range = line.hasWaves ? line.oscillation(order, Int(side)) : nil {
        candidates += [range.lowerBound, range.upperBound].map {
          Extremum(x: side * .infinity, value: $0, isAttained: false)
        }
        continue
      }
      let value = limit(order, at: side)
      candidates.append(Extremum(x: side * .infinity, value: value, isAttained: false))
    }
    return candidates
  }
}

extension Survey {
  /// What f or f′ comes to on both sides of a break, and its value there.
  fileprivate func sides(_ order: Int, _ place: Break) -> [Extremum] {
    let sides = [
      (place.left, -1.0, place.place.lowerBound), (place.right, 1, place.place.upperBound),
    ]
    return sides.compactMap { side, sign, end in
      guard side != .undefined else { return nil }
      let limit = order == 0 ? side.limit : slope(place, side, sign)
      let value = limit ?? value(order, at: end)
      let isTaken =
        order == 0
        && (place.value == value || (value == self.value(0, at: end) && isFlat(end, sign)))
      let isAttained = isTaken && value.isFinite
      return Extremum(
        x: place.x, value: value + 0, isAttained: isAttained, side: isAttained ? 0 : Int(sign))
    }
  }

  /// Whether f is constant beside a place.
  private func isFlat(_ x: Double, _ side: Double) -> Bool {
    let beyond = x + side * max(x.magnitude, 0x1p-100) * 0x1p-40
    return line.certainties[0].over(min(x, beyond)...max(x, beyond)).range.isPoint
  }

  /// The limit of f′ at one side of a break; nil where it is not proved.
  private func slope(_ place: Break, _ side: Break.Side, _ sign: Double) -> Double? {
    if case .pole = side { return -sign * side.limit }
    return line.proofs[1].limit(place.x, Int(sign))
  }
}

extension Extremum {
  /// Of equal values an attained one, then one on a plateau, then the nearest to 0, then the left.
  fileprivate func isPreferable(to other: Extremum) -> Bool {
    if isAttained != other.isAttained { return isAttained }
    if (plateau == nil) != (other.plateau == nil) { return plateau != nil }
    if abs(abs(x) - abs(other.x)) > 0x1p-36 * abs(x) { return abs(x) < abs(other.x) }
    return x < other.x
  }
}
