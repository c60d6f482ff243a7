import Activations

// Operations put together from pieces, and those that are less than common.

extension ErrorKernel {
  /// Passes a bound on where the sign of a difference is sure, and else says that nothing is known.
  @inline(__always)
  private func decide(_ i: Int, _ difference: Double, _ error: Double, _ chosen: BoundedRegister) {
    let isSure = error == 0 || difference.magnitude > error
    for partial in partials {
      let (_, e) = out[partial]
      e[i] = isSure ? chosen.error[partial][i] : .infinity
    }
  }

  @inline(never)
  func abs() {
    let (u, eu) = a[.value]
    each { i in decide(i, u[i], eu[i], a) }
  }

  @inline(never)
  func step() {
    let (u, eu) = a[.value]
    each { i in
      let isSure = eu[i] == 0 || u[i].magnitude > eu[i]
      for partial in partials { out.error[partial][i] = isSure ? 0 : .infinity }
    }
  }

  /// Whole numbers, where it is sure which.
  @inline(never)
  func stairs(_ stair: Stair) {
    let (u, eu) = a[.value]
    each { i in
      let place = u[i] - stair.shift
      let isSure = eu[i] == 0 || (place - place.rounded()).magnitude > eu[i]
      for partial in partials { out.error[partial][i] = isSure ? 0 : .infinity }
    }
  }

  /// u − m·⌊u/m⌋, where it is sure which multiple of m is taken away.
  private func remainder(_ b: BoundedRegister) {
    let ((u, eu), (m, em)) = (a[.value], b[.value])
    each { i in
      let quotient = u[i] / m[i]
      let error = eu[i] + (quotient.magnitude + 1) * em[i]
      let gap = (quotient - quotient.rounded()).magnitude
      let isExact = eu[i] == 0 && em[i] == 0
      let isSure = isExact || gap * m[i].magnitude > 2 * error + Self.rounding(u[i])
      for partial in partials {
        let carried = a.error[partial][i] + (quotient.magnitude + 1) * b.error[partial][i]
        let own = unitRoundoff * out.value[partial][i].magnitude
        out.error[partial][i] = isSure ? carried + own : .infinity
      }
    }
  }

  @inline(never)
  func extremum(_ b: BoundedRegister, sign: Double) {
    let ((u, eu), (v, ev)) = (a[.value], b[.value])
    each { i in
      let difference = sign * (u[i] - v[i])
      decide(i, difference, eu[i] + ev[i], difference > 0 ? a : b)
    }
  }

  @inline(never)
  func select(
    _ comparison: Expression.Comparison, _ b: BoundedRegister, _ c: BoundedRegister,
    otherwise d: BoundedRegister
  ) {
    let ((u, eu), (v, ev)) = (a[.value], b[.value])
    each { i in
      let difference = u[i] - v[i]
      decide(i, difference, eu[i] + ev[i], comparison.holds(difference) ? c : d)
    }
  }

  /// u^v, whose logarithm is v·ln u.
  @inline(never)
  func power(_ b: BoundedRegister) {
    each { i in
      let (u, v, p) = (a.value.value[i], b.value.value[i], out.value.value[i])
      let log = Libm.log(u).magnitude
      let relative = v.magnitude * a.error.value[i] / u.magnitude + log * b.error.value[i]
      if Self.isAstray(0, relative) {
        for partial in partials { out.error[partial][i] = .infinity }
        return
      }
      out.error.value[i] = p.magnitude * relative + 2 * Self.rounding(p)
      guard wants(.x) else { return }
      let (slope, exponent) = (a.value[.x][i].magnitude, b.value[.x][i].magnitude)
      let size = exponent * log + v.magnitude * slope / u.magnitude
      let inner =
        log * b.error[.x][i] + v.magnitude * a.error[.x][i] / u.magnitude
        + size * (a.error.value[i] / u.magnitude + 8 * unitRoundoff)
        + slope / u.magnitude * b.error.value[i] + exponent * a.error.value[i] / u.magnitude
      out.error[.x][i] = p.magnitude * (inner + size * relative)
      guard wants(.xx) else { return }
      let bend = size * size + log * b.value[.xx][i].magnitude
      let second = bend + 2 * exponent * slope / u.magnitude
      let last = v.magnitude * (a.value[.xx][i].magnitude / u.magnitude)
      let whole = second + last + v.magnitude * slope * slope / u / u
      out.error[.xx][i] =
        p.magnitude * (2 * size * inner + whole * (relative + 16 * unitRoundoff + inner))
    }
  }

  /// g(u)/u of a function that is 0 at 0, whose slopes are differences over u.
  @inline(never)
  func ratio(_ ratio: RemovableRatio) {
    curve(lost: 3) { u, g in
      let (first, second) = ratio.slopes(u, g)
      let third = second.magnitude + first.magnitude + g.magnitude
      // Near the origin its series has no differences.
      guard u.magnitude >= 0.25 else { return Steepness(first, second, third) }
      let slope = first.magnitude + (g / u).magnitude
      return Steepness(slope, second.magnitude + 2 * (slope / u).magnitude, 6 * third)
    }
  }

  @inline(never)
  func exponentials(_ quotient: ExponentialQuotient) {
    let errors = QuotientErrors(quotient)
    curve(lost: 4) { u, _ in errors.steepness(u) }
    for partial in partials {
      let ((_, e), v) = (out[partial], a.value.value)
      each { i in e[i] += unitRoundoff * errors.cancelled(v[i], order: partial.order) }
    }
  }

  @inline(never)
  func raise(to c: Double, rounding: Double) {
    let own = rounding > 0 ? c.magnitude + 2 : 0
    curve(lost: c == 2 ? 1 : 2) { u, g in
      if c == 2 { return Steepness(2 * u, 2, 0) }
      // A power may underflow where its slopes do not.
      let isSmall = g.magnitude < 0x1p-600
      let first = isSmall ? c * Libm.pow(u, c - 1) : c * (g / u)
      let second = (c - 1) * (isSmall ? c * Libm.pow(u, c - 2) : first / u)
      return Steepness(first, second, (c - 2) * (second / u))
    }
    // Where the slope underflows, the share of u by which u errs tells.
    each { i in
      let (u, e) = (a.value.value[i], a.error.value[i])
      guard e > 0, u != 0 else { return }
      out.error.value[i] = max(out.error.value[i], (c * (e / u) * out.value.value[i]).magnitude)
    }
    guard own > 0 else { return }
    // A rounded exponent costs as many roundings as the logarithm is large.
    for partial in partials {
      let (out, e) = out[partial]
      let u = a.value.value
      each { i in e[i] += unitRoundoff * own * (Libm.log(u[i].magnitude) * out[i]).magnitude }
    }
  }

  @inline(never)
  func root(_ c: Double) {
    curve(lost: 2) { u, g in
      let share = c / g / g
      return Steepness(u / g, share / g, 3 * share * (u / g) / g)
    }
  }

  @inline(never)
  func binary(_ function: BinaryIntrinsic, _ b: BoundedRegister) {
    switch function {
    case .gammaincp:
      let gamma = LowerGamma(a.value.value[0])
      ErrorKernel(count: count, partials: partials, out: out, a: b).curve(lost: 8) { u, g in
        let (first, second) = gamma.slopes(u, g)
        return Steepness(first, second, (second.magnitude + first.magnitude) * (1 + 2 / u))
      }
    case .atan2: angle(b)
    case .mod: remainder(b)
    }
  }

  private func angle(_ b: BoundedRegister) {
    each { i in
      let radius = Libm.hypot(a.value.value[i], b.value.value[i])
      let error = (a.error.value[i] + b.error.value[i]) / radius
      out.error.value[i] = error + 2 * Self.rounding(out.value.value[i])
      guard wants(.x) else { return }
      let slope = (a.value[.x][i].magnitude + b.value[.x][i].magnitude) / radius
      let slopeError = (a.error[.x][i] + b.error[.x][i]) / radius
      let own = 2 * error + 4 * unitRoundoff
      out.error[.x][i] = slopeError + slope * own
      guard wants(.xx) else { return }
      let bend = (a.value[.xx][i].magnitude + b.value[.xx][i].magnitude) / radius
      let bendError = (a.error[.xx][i] + b.error[.xx][i]) / radius
      out.error[.xx][i] = bendError + 2 * own * (bend + slope * slope) + 2 * slope * slopeError
    }
  }

  /// A function of the catalogue, whose values err by some ulp, and slopes and bends by more.
  ///
  /// At x itself, and at what is without error, slopes are not needed for values, nor bends for slopes.
  @inline(never)
  func activation(_ activation: any Activation) {
    let us = Array(UnsafeBufferPointer(start: a.value.value, count: count))
    let isExact = (0..<count).allSatisfy { a.error.value[$0] == 0 }
    let needed: [Quantity] = !isExact || wants(.xx) ? [.df, .d2f] : wants(.x) ? [.df] : []
    let found = needed.isEmpty ? [] : activation.columns(needed, at: us)
    let none = Array(repeating: 0.0, count: count)
    let (slopes, bends) = (found.first ?? none, found.count > 1 ? found[1] : none)
    let kinks = isExact ? [] : activation.kinks.map(\.x)
    each { i in
      let (first, second) = (slopes[i].magnitude, bends[i].magnitude)
      let error = a.error.value[i]
      let isAtKink = error > 0 && kinks.contains { (us[i] - $0).magnitude <= error }
      if isAtKink || Self.isAstray(us[i], error) {
        for partial in partials { out.error[partial][i] = .infinity }
        return
      }
      out.error.value[i] =
        (isExact ? 0 : first * error) + 2 * Self.rounding(out.value.value[i])
      guard wants(.x) else { return }
      let (slope, slopeError) = (a.value[.x][i].magnitude, a.error[.x][i])
      let bent = (isExact ? 0 : second * error) + 4 * unitRoundoff * first
      let small = Self.underflow(first * slope, first, slope)
      out.error[.x][i] = first * slopeError + slope * bent + small
      guard wants(.xx) else { return }
      let third = (second * (1 + us[i].magnitude) + first) * error + 8 * unitRoundoff * second
      let inner = first * a.error[.xx][i] + a.value[.xx][i].magnitude * bent
      let square = Self.underflow(slope * slope, slope, slope)
      let lost = small + (square > 0 ? second * square : 0)
      out.error[.xx][i] = inner + slope * (slope * third + 2 * second * slopeError) + lost
    }
  }
}
