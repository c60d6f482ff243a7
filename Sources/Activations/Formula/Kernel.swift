/// One instruction over a block: smooth arithmetic; the piecewise operations stand in an extension.
///
/// Derivatives follow the chain rule. A product of an overflowed derivative and an exact 0 is 0.
struct Kernel {
  let count: Int
  let derivatives: Bool
  let side: Double
  let ties: UnsafeMutablePointer<Bool>
  let out: Slot
  let a: Slot

  @inline(__always)
  func linear(_ value: (Double) -> Double, slope: (Double) -> Double) {
    for i in 0..<count { out.value[i] = value(a.value[i]) }
    guard derivatives else { return }
    for i in 0..<count { out.first[i] = slope(a.first[i]) }
    for i in 0..<count { out.second[i] = slope(a.second[i]) }
  }

  func add(_ b: Slot) {
    for i in 0..<count { out.value[i] = a.value[i] + b.value[i] }
    guard derivatives else { return }
    for i in 0..<count { out.first[i] = a.first[i] + b.first[i] }
    for i in 0..<count { out.second[i] = a.second[i] + b.second[i] }
  }

  func subtract(_ b: Slot) {
    for i in 0..<count { out.value[i] = a.value[i] - b.value[i] }
    guard derivatives else { return }
    for i in 0..<count { out.first[i] = a.first[i] - b.first[i] }
    for i in 0..<count { out.second[i] = a.second[i] - b.second[i] }
  }

  func multiply(_ b: Slot) {
    for i in 0..<count { out.value[i] = product(a.value[i], b.value[i]) }
    guard derivatives else { return }
    for i in 0..<count {
      let (u, v) = (a.jet(i), b.jet(i))
      out.first[i] = product(u.first, v.value) + product(u.value, v.first)
      out.second[i] =
        product(u.second, v.value) + 2 * product(u.first, v.first) + product(u.value, v.second)
    }
  }

  func divide(_ b: Slot) {
    for i in 0..<count { out.value[i] = a.value[i] / b.value[i] }
    for i in 0..<count where a.value[i] == 0 && b.value[i] == 0 && side == 0 { ties[i] = true }
    guard derivatives else { return }
    for i in 0..<count {
      let (u, v) = (a.jet(i), b.jet(i))
      if u.value == 0, v.value == 0, side != 0 {
        // De l'Hôpital's rule, as far as two derivatives reach; what f″ is, only a third one tells.
        let limit = u.first / v.first
        out.store(Jet(limit, (u.second - product(limit, v.second)) / (2 * v.first), .nan), i)
        continue
      }
      let q = out.value[i]
      let slope = (u.first - product(q, v.first)) / v.value
      out.first[i] = slope
      out.second[i] = (u.second - 2 * product(slope, v.first) - product(q, v.second)) / v.value
    }
  }

  /// u^v, whose logarithm is v·ln u.
  func power(_ b: Slot) {
    for i in 0..<count { out.value[i] = Libm.pow(a.value[i], b.value[i]) }
    guard derivatives else { return }
    for i in 0..<count {
      let (u, v, p) = (a.jet(i), b.jet(i), out.value[i])
      let log = Libm.log(u.value)
      let rate = u.first / u.value
      let first = product(v.first, log) + product(v.value, rate)
      let bend = u.second / u.value - rate * rate
      let second = product(v.second, log) + 2 * product(v.first, rate) + product(v.value, bend)
      out.first[i] = product(p, first)
      out.second[i] = product(p, first * first + second)
    }
  }

  func raise(to c: Double) {
    if c == 2 {
      return chain {
        $0 * $0
      } slopes: { u, _ in
        (2 * u, 2)
      }
    }
    if c == 3 {
      return chain {
        $0 * $0 * $0
      } slopes: { u, _ in
        (3 * u * u, 6 * u)
      }
    }
    chain {
      Libm.pow($0, c)
    } slopes: { u, _ in
      (c * Libm.pow(u, c - 1), c * (c - 1) * Libm.pow(u, c - 2))
    }
  }

  func root(_ c: Double) {
    let base = c.squareRoot()
    // As long as u² does not overflow or vanish, its own root is quicker.
    chain { u in
      let square = c + u * u
      return square < 0x1p1000 && square > 0x1p-900 ? square.squareRoot() : Libm.hypot(base, u)
    } slopes: { u, root in
      (u / root, c / root / root / root)
    }
  }

  func unary(_ intrinsic: Intrinsic) {
    chain(intrinsic.value, slopes: intrinsic.slopes)
  }

  func quotient(_ quotient: ExponentialQuotient) {
    guard derivatives else {
      for i in 0..<count { out.value[i] = quotient.value(a.value[i]) }
      return
    }
    for i in 0..<count {
      let (u, jet) = (a.jet(i), quotient.jet(a.value[i]))
      out.store(
        Jet(
          jet.value, product(jet.first, u.first),
          product(jet.second, u.first * u.first) + product(jet.first, u.second)), i)
    }
  }

  /// g(u) by the chain rule.
  @inline(__always)
  func chain(
    _ value: (Double) -> Double, slopes: (Double, Double) -> (Double, Double)
  ) {
    for i in 0..<count { out.value[i] = value(a.value[i]) }
    guard derivatives else { return }
    for i in 0..<count {
      let u = a.jet(i)
      let (first, second) = slopes(u.value, out.value[i])
      out.first[i] = product(first, u.first)
      out.second[i] = product(second, u.first * u.first) + product(first, u.second)
    }
  }

  /// ln(e^a + e^b) = max + ln(1 + e^−|a − b|), whose slope is the mean of both, weighted by σ(±(a − b)).
  func logSumExp(_ b: Slot) {
    for i in 0..<count {
      let (u, v) = (a.value[i], b.value[i])
      let gap = u == v ? 0 : (u - v).magnitude
      out.value[i] = (u > v ? u : v) + Libm.log1p(Libm.exp(-gap))
    }
    guard derivatives else { return }
    for i in 0..<count {
      let (u, v) = (a.jet(i), b.jet(i))
      let gap = u.value - v.value
      let (left, right) = (Bell.sigmoid(gap), Bell.sigmoid(-gap))
      let tilt = u.first - v.first
      out.first[i] = product(left, u.first) + product(right, v.first)
      out.second[i] =
        product(left, u.second) + product(right, v.second) + product(Bell.slope(gap), tilt * tilt)
    }
  }
}
