import Activations

// Operations that are put together from pieces. Exactly on a kink, a side tells which piece counts:
// the one on which the argument lies a little to that side of x.

extension Kernel {
  /// The sign that `a` less another register or a number, which is 0 at x, has a little to the side; 0 where it
  /// stays 0.
  ///
  /// Where slope and bend vanish, as those of x³ do, a point beside x tells: it stands behind x in the block.
  func direction(_ i: Int, from b: Register? = nil, number: Double = 0) -> Double {
    let slope = a[.x][i] - (b?[.x][i] ?? 0)
    let bend = a[.xx][i] - (b?[.xx][i] ?? 0)
    var lead = slope != 0 ? slope * side : bend
    if lead == 0, i + 1 < count { lead = a.value[i + 1] - (b?.value[i + 1] ?? number) }
    return lead > 0 ? 1 : lead < 0 ? -1 : 0
  }

  /// Whether the operation stands on a kink whose side is to be told later; marks it.
  private func marks(_ index: Int) -> Bool {
    guard side == 0 else { return false }
    ties[index] = 1
    return true
  }

  func isTie(_ index: Int, _ difference: Double) -> Bool {
    guard difference == 0 else { return false }
    return !marks(index) && wants(.xx)
  }

  /// Fills the columns that are asked for with those of one register or another.
  @inline(__always)
  private func choose(_ u: Register, _ v: Register, _ isFirst: (Int) -> Bool) {
    choose(u.value, v.value, out.value, isFirst)
    if wants(.x) { choose(u[.x], v[.x], out[.x], isFirst) }
    if wants(.xx) { choose(u[.xx], v[.xx], out[.xx], isFirst) }
  }

  @inline(__always)
  private func choose(
    _ u: UnsafePointer<Double>, _ v: UnsafePointer<Double>, _ out: UnsafeMutablePointer<Double>,
    _ isFirst: (Int) -> Bool
  ) {
    each { i in
      // Both are read, so that nothing need branch.
      let (u, v) = (u[i], v[i])
      out[i] = isFirst(i) ? u : v
    }
  }

  /// Whether the operands are neither less nor greater: equal, or one of them is NaN.
  @inline(__always)
  private func isLevel(_ i: Int, _ b: Register) -> Bool {
    !(a.value[i] < b.value[i]) && !(a.value[i] > b.value[i])
  }

  /// Whether some operands are; infinities of one sign count as such too.
  @inline(__always)
  private func anyIsLevel(_ b: Register) -> Bool {
    anySign { i in
      let difference = a.value[i] - b.value[i]
      return difference.signIfZero | difference.signIfNaN
    }
  }

  @inline(never)
  func abs() {
    each { i in out.value[i] = a.value[i].magnitude }
    if wants(.x) { each { i in out[.x][i] = (a.value[i] < 0 ? -1 : 1) * a[.x][i] } }
    if wants(.xx) { each { i in out[.xx][i] = (a.value[i] < 0 ? -1 : 1) * a[.xx][i] } }
    guard anySign({ a.value[$0].signIfZero }) else { return }
    for i in 0..<count where isTie(i, a.value[i]) {
      let sign = direction(i)
      store(Jet(0, sign * a[.x][i], sign * a[.xx][i]), i)
    }
  }

  /// `low` on the left and 1 on the right.
  @inline(never)
  func step(low: Double) {
    let middle = (low + 1) / 2
    for i in 0..<count {
      let u = a.value[i]
      let sign = isTie(i, u) ? direction(i) : u
      store(Jet(sign > 0 ? 1 : sign < 0 ? low : sign == 0 ? middle : sign, 0, 0), i)
    }
  }

  /// The greater one with sign 1, the lesser with −1.
  @inline(never)
  func extremum(_ b: Register, sign: Double) {
    choose(a, b) { sign * a.value[$0] > sign * b.value[$0] }
    guard anyIsLevel(b) else { return }
    for i in 0..<count where isLevel(i, b) {
      let isNaN = a.value[i].isNaN || b.value[i].isNaN
      var lead = 0.0
      if !isNaN, isTie(i, 0) {
        lead = sign * direction(i, from: b)
      }
      store(isNaN ? Jet(.nan, .nan, .nan) : jet(lead < 0 ? b : a, i), i)
    }
  }

  /// `c` where the comparison of a and b holds, else `d`.
  @inline(never)
  func select(
    _ comparison: Expression.Comparison, _ b: Register, _ c: Register, otherwise d: Register
  ) {
    switch comparison {
    case .less: choose(c, d) { a.value[$0] < b.value[$0] }
    case .lessOrEqual: choose(c, d) { a.value[$0] <= b.value[$0] }
    case .greater: choose(c, d) { a.value[$0] > b.value[$0] }
    case .greaterOrEqual: choose(c, d) { a.value[$0] >= b.value[$0] }
    case .equal: choose(c, d) { a.value[$0] == b.value[$0] }
    case .unequal: choose(c, d) { a.value[$0] != b.value[$0] }
    }
    guard anyIsLevel(b) else { return }
    let isEquality = comparison == .equal || comparison == .unequal
    for i in 0..<count where isLevel(i, b) {
      if a.value[i] != b.value[i] {
        store(Jet(.nan, .nan, .nan), i)
      } else if !isEquality, isTie(i, 0) {
        let lead = direction(i, from: b)
        store(jet(comparison.holds(lead) ? c : d, i), i)
      }
    }
  }

  /// A function of the catalogue by the chain rule; beside its kinks where a side is told.
  @inline(never)
  func activation(_ activation: any Activation) {
    var us = Array(UnsafeBufferPointer(start: a.value, count: count))
    let kinks = activation.kinks
    var corners: [(index: Int, value: Double)] = []
    for i in 0..<count where !kinks.isEmpty {
      guard let kink = kinks.first(where: { $0.x == us[i] }), isTie(i, 0) else { continue }
      if kink.order > 0 { corners.append((i, activation.value(at: us[i]))) }
      let direction = direction(i, number: kink.x)
      us[i] = direction > 0 ? us[i].nextUp : direction < 0 ? us[i].nextDown : us[i]
    }
    let asked = [(Quantity.f, Partial.value), (.df, .x), (.d2f, .xx)].filter { wants($0.1) }
    let columns = activation.columns(asked.map(\.0), at: us)
    for (column, (_, partial)) in zip(columns, asked) {
      let out = out[partial]
      each { i in out[i] = column[i] }
    }
    for corner in corners { out.value[corner.index] = corner.value }
    applyChainRule()
  }
}

extension Expression.Comparison {
  /// Whether it holds of two numbers whose difference has that sign.
  @inline(__always)
  package func holds(_ difference: Double) -> Bool { holds(difference, 0) }

  /// Whether it holds, as languages have it: with NaN only that two are unequal.
  @inlinable @inline(__always)
  package func holds<T: BinaryFloatingPoint>(_ a: T, _ b: T) -> Bool {
    switch self {
    case .less: a < b
    case .lessOrEqual: a <= b
    case .greater: a > b
    case .greaterOrEqual: a >= b
    case .equal: a == b
    case .unequal: a != b
    }
  }
}
