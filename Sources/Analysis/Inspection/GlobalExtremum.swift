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
    var candidates = next.zeros.map {
      Extremum(x: $0, value: value(order, at: $0) + 0, isAttained: true)
    }
    for kink in kinks {
      for side in [-1.0, 1] {
        let value = value(order, at: Self.beside(kink.x, side)) + 0
        candidates.append(Extremum(x: kink.x, value: value, isAttained: kink.order > 0))
      }
      // The value at a jump is taken there; a slope at a corner is but the mean of its sides.
      if order == 0 || kink.order > order {
        let value = value(order, at: kink.x) + 0
        candidates.append(Extremum(x: kink.x, value: value, isAttained: true))
      }
    }
    for section in next.sections where section.sign == 0 {
      let inside = section.anchor
      let side = inside == section.low ? 1.0 : -1
      let value = value(order, at: Self.beside(inside, side)) + 0
      candidates.append(Extremum(x: inside, value: value, isAttained: true, plateau: section))
    }
    for side in [-1.0, 1] {
      let value = limit(order, at: side)
      candidates.append(Extremum(x: side * .infinity, value: value, isAttained: false))
    }
    return candidates
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
