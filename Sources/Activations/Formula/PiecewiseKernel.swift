// Operations that are put together from pieces. Exactly on a kink, a side tells which piece counts:
// the one on which the argument lies a little to that side of x.

extension Kernel {
  /// The sign that a difference, which is 0 at x, has a little to the side; 0 where it stays 0.
  private func direction(_ slope: Double, _ bend: Double) -> Double {
    let lead = slope != 0 ? slope * side : bend
    return lead > 0 ? 1 : lead < 0 ? -1 : 0
  }

  /// Whether the operation stands on a kink whose side is to be told later; marks it.
  private func marks(_ index: Int) -> Bool {
    guard side == 0 else { return false }
    ties[index] = true
    return true
  }

  private func isTie(_ index: Int, _ difference: Double) -> Bool {
    guard difference == 0 else { return false }
    return !marks(index) && derivatives
  }

  func abs() {
    for i in 0..<count {
      let u = a.value[i]
      out.value[i] = u.magnitude
      let isTie = isTie(i, u)
      guard derivatives else { continue }
      let sign = isTie ? direction(a.first[i], a.second[i]) : u < 0 ? -1 : 1
      out.first[i] = sign * a.first[i]
      out.second[i] = sign * a.second[i]
    }
  }

  /// `low` on the left and 1 on the right.
  func step(low: Double) {
    let middle = (low + 1) / 2
    for i in 0..<count {
      let u = a.value[i]
      let sign = isTie(i, u) ? direction(a.first[i], a.second[i]) : u
      out.value[i] = sign > 0 ? 1 : sign < 0 ? low : sign == 0 ? middle : sign
      guard derivatives else { continue }
      out.first[i] = 0
      out.second[i] = 0
    }
  }

  /// The greater one with sign 1, the lesser with −1.
  func extremum(_ b: Slot, sign: Double) {
    for i in 0..<count {
      let (u, v) = (a.value[i], b.value[i])
      var lead = sign * (u > v ? 1 : u < v ? -1 : 0)
      if u == v, isTie(i, 0) {
        lead = sign * direction(a.first[i] - b.first[i], a.second[i] - b.second[i])
      }
      out.value[i] = u.isNaN || v.isNaN ? .nan : lead >= 0 ? u : v
      guard derivatives else { continue }
      out.first[i] = lead >= 0 ? a.first[i] : b.first[i]
      out.second[i] = lead >= 0 ? a.second[i] : b.second[i]
    }
  }

  /// `c` where the comparison of a and b holds, else `d`.
  func select(_ comparison: Expression.Comparison, _ b: Slot, _ c: Slot, otherwise d: Slot) {
    let isEquality = comparison == .equal || comparison == .unequal
    for i in 0..<count {
      let (u, v) = (a.value[i], b.value[i])
      var lead = u > v ? 1.0 : u < v ? -1 : u == v ? 0 : Double.nan
      if u == v, !isEquality, isTie(i, 0) {
        lead = direction(a.first[i] - b.first[i], a.second[i] - b.second[i])
      }
      let chosen = comparison.holds(lead) ? c : d
      out.value[i] = lead.isNaN ? lead : chosen.value[i]
      guard derivatives else { continue }
      out.first[i] = chosen.first[i]
      out.second[i] = chosen.second[i]
    }
  }

  /// A function of the catalogue by the chain rule; beside its kinks where a side is told.
  func activation(_ activation: any Activation) {
    var us = Array(UnsafeBufferPointer(start: a.value, count: count))
    let kinks = activation.kinks
    var corners: [(index: Int, value: Double)] = []
    for i in 0..<count {
      guard let kink = kinks.first(where: { $0.x == us[i] }), isTie(i, 0) else { continue }
      if kink.order > 0 { corners.append((i, activation.value(at: us[i]))) }
      let direction = direction(a.first[i], a.second[i])
      us[i] = direction > 0 ? us[i].nextUp : direction < 0 ? us[i].nextDown : us[i]
    }
    let columns = activation.columns(derivatives ? [.f, .df, .d2f] : [.f], at: us)
    for i in 0..<count { out.value[i] = columns[0][i] }
    for corner in corners { out.value[corner.index] = corner.value }
    guard derivatives else { return }
    for i in 0..<count {
      let (first, second) = (columns[1][i], columns[2][i])
      out.first[i] = product(first, a.first[i])
      out.second[i] =
        product(second, a.first[i] * a.first[i]) + product(first, a.second[i])
    }
  }
}

extension Expression.Comparison {
  /// Whether it holds of two numbers whose difference has that sign.
  @inline(__always)
  func holds(_ difference: Double) -> Bool {
    switch self {
    case .less: difference < 0
    case .lessOrEqual: difference <= 0
    case .greater: difference > 0
    case .greaterOrEqual: difference >= 0
    case .equal: difference == 0
    case .unequal: difference != 0
    }
  }
}
