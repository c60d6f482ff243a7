/// A register with bounds on the errors of what it holds, one for each value and derivative.
struct BoundedRegister {
  let value: Register
  let error: Register

  /// A column with its bounds.
  @inline(__always)
  subscript(partial: Partial) -> (UnsafeMutablePointer<Double>, UnsafeMutablePointer<Double>) {
    (value[partial], error[partial])
  }
}

/// Half an ulp of 1: how far rounding moves a result, relative to it.
let unitRoundoff = 0x1p-53

/// Bounds on the errors of one instruction's results, to first order: those of its operands carried on, and its own rounding.
///
/// They tell where doubles lose digits, not how many to the last: a bound of NaN or ∞ says that nothing is known. Sums are
/// charged what rounding truly took from them, so that one that is exact costs nothing.
struct ErrorKernel: BlockLoop {
  let count: Int
  let partials: Partials
  let out: BoundedRegister
  let a: BoundedRegister

  /// What rounding, and underflow, may have taken from a result that is not exact.
  @inline(__always)
  static func rounding(_ result: Double) -> Double {
    let size = result.magnitude
    return unitRoundoff * size + (size < 0x1p-1021 ? 0x1p-1074 : 0)
  }

  /// What underflow may have taken from a product: nothing where a factor is 0.
  @inline(__always)
  static func underflow(_ product: Double, _ a: Double, _ b: Double) -> Double {
    product.magnitude < 0x1p-1021 && a != 0 && b != 0 ? 0x1p-1074 : 0
  }

  @inline(never)
  func sum(_ b: BoundedRegister, sign: Double) {
    for partial in partials {
      let ((a, ea), (b, eb), (out, e)) = (a[partial], b[partial], out[partial])
      each { i in
        let part = out[i] - a[i]
        let rest = (a[i] - (out[i] - part)) + (sign * b[i] - part)
        e[i] = ea[i] + eb[i] + rest.magnitude
      }
    }
  }

  @inline(never)
  func offset(_ c: Double, rounding own: Double) {
    let ((a, ea), (out, e)) = (a[.value], out[.value])
    each { i in
      let part = out[i] - a[i]
      let rest = (a[i] - (out[i] - part)) + (c - part)
      e[i] = ea[i] + own + rest.magnitude
    }
    for partial in partials.derivatives {
      let ((_, ea), (_, e)) = (self.a[partial], self.out[partial])
      each { i in e[i] = ea[i] }
    }
  }

  /// The product with a constant, or the quotient by it, which is rounded by a share of itself.
  @inline(never)
  func scale(_ factor: Double, share: Double) {
    let size = factor.magnitude
    let isExact = factor.significand == 1 && share == 0
    let lost = (isExact ? 0 : unitRoundoff) + share
    for partial in partials {
      let ((a, ea), (out, e)) = (a[partial], out[partial])
      each { i in
        // What underflows to 0 is not 0.
        let isSmall = out[i].magnitude < 0x1p-1021 && size > 0 && (a[i] != 0 || ea[i] != 0)
        let small = isSmall ? 0x1p-1074 : 0
        e[i] = size * ea[i] + lost * out[i].magnitude + small
      }
    }
  }

  @inline(never)
  func multiply(_ b: BoundedRegister) {
    let ((u, eu), (v, ev), (out, e)) = (a[.value], b[.value], out[.value])
    each { i in
      let isExact = (u[i] == 0 && eu[i] == 0) || (v[i] == 0 && ev[i] == 0)
      let own = isExact ? 0 : Self.rounding(out[i])
      e[i] = u[i].magnitude * ev[i] + v[i].magnitude * eu[i] + own
    }
    guard wants(.x) else { return }
    let ((u1, eu1), (v1, ev1), (_, e1)) = (a[.x], b[.x], self.out[.x])
    each { i in
      let (left, right) = (u1[i] * v[i], u[i] * v1[i])
      let lost = Self.underflow(left, u1[i], v[i]) + Self.underflow(right, u[i], v1[i])
      let own =
        lost + unitRoundoff * (left.magnitude + right.magnitude + (left + right).magnitude)
      let first = u1[i].magnitude * ev[i] + v[i].magnitude * eu1[i]
      e1[i] = own + first + u[i].magnitude * ev1[i] + v1[i].magnitude * eu[i]
    }
    guard wants(.xx) else { return }
    let ((u2, eu2), (v2, ev2), (_, e2)) = (a[.xx], b[.xx], self.out[.xx])
    each { i in
      let (left, center, right) = (u2[i] * v[i], u1[i] * v1[i], u[i] * v2[i])
      let lost =
        Self.underflow(left, u2[i], v[i]) + 2 * Self.underflow(center, u1[i], v1[i])
        + Self.underflow(right, u[i], v2[i])
      let size = left.magnitude + 2 * center.magnitude + right.magnitude
      let own = lost + 2 * unitRoundoff * size
      let first = u2[i].magnitude * ev[i] + v[i].magnitude * eu2[i]
      let last = u[i].magnitude * ev2[i] + v2[i].magnitude * eu[i]
      let middle = u1[i].magnitude * ev1[i] + v1[i].magnitude * eu1[i]
      e2[i] = own + first + 2 * middle + last
    }
  }

  @inline(never)
  func divide(_ b: BoundedRegister) {
    let ((_, eu), (v, ev), (q, e)) = (a[.value], b[.value], out[.value])
    each { i in
      let size = v[i].magnitude
      let own = q[i] == 0 && eu[i] == 0 ? 0 : Self.rounding(q[i])
      // Where the divisor may be 0, or is beyond all numbers, the quotient may be anything.
      let bound = (eu[i] + q[i].magnitude * ev[i]) / size + own
      e[i] = ev[i] * 4 < size && size < .infinity ? bound : .infinity
    }
    guard wants(.x) else { return }
    let ((u1, eu1), (v1, ev1), (d, e1)) = (a[.x], b[.x], out[.x])
    each { i in
      let product = q[i] * v1[i]
      let above = eu1[i] + q[i].magnitude * ev1[i] + v1[i].magnitude * e[i]
      let own = unitRoundoff * (product.magnitude + (u1[i] - product).magnitude)
      let below = d[i].magnitude * ev[i] / v[i].magnitude + Self.rounding(d[i])
      e1[i] = (above + own) / v[i].magnitude + below
    }
    guard wants(.xx) else { return }
    let ((u2, eu2), (v2, ev2), (d2, e2)) = (a[.xx], b[.xx], out[.xx])
    each { i in
      let (middle, last) = (2 * d[i] * v1[i], q[i] * v2[i])
      let first = eu2[i] + 2 * (d[i].magnitude * ev1[i] + v1[i].magnitude * e1[i])
      let above = first + q[i].magnitude * ev2[i] + v2[i].magnitude * e[i]
      let own = 2 * unitRoundoff * (u2[i].magnitude + middle.magnitude + last.magnitude)
      let below = d2[i].magnitude * ev[i] / v[i].magnitude + Self.rounding(d2[i])
      e2[i] = (above + own) / v[i].magnitude + below
    }
  }

  /// Whether u errs by so much that a function's derivatives there tell nothing of those at the true place.
  ///
  /// Where it is saturated, they are 0, however steep it may be beside.
  @inline(__always)
  static func isAstray(_ u: Double, _ error: Double) -> Bool {
    !(error <= 0x1p-16 * max(1, u.magnitude))
  }

  /// A function of one register, of which bounds of the first three derivatives are known at (u, g).
  ///
  /// `lost` is how many roundings the value errs by; slopes err by twice as many and a bend by three times. What an error of u
  /// moves the value by is taken to second order: at an extremum its first is 0.
  @inline(__always)
  func curve(lost: Double, _ steepness: (_ u: Double, _ g: Double) -> Steepness) {
    let ((u, eu), (g, e)) = (a[.value], out[.value])
    each { i in
      let error = eu[i]
      if Self.isAstray(u[i], error) {
        for partial in partials { out.error[partial][i] = .infinity }
        return
      }
      let steep = steepness(u[i], g[i])
      let own = g[i] == 0 && error == 0 && u[i] == 0 ? 0 : lost * Self.rounding(g[i])
      e[i] = steep.first * error + (error > 0 ? steep.second * error * error : 0) + own
      guard wants(.x) else { return }
      let (slope, slopeError) = (a.value[.x][i].magnitude, a.error[.x][i])
      let bent = steep.second * error + 2 * lost * Self.rounding(steep.first)
      let small = Self.underflow(steep.first * slope, steep.first, slope)
      out.error[.x][i] = steep.first * slopeError + slope * bent + small
      guard wants(.xx) else { return }
      let third = steep.third * error + 3 * lost * Self.rounding(steep.second)
      let inner = steep.first * a.error[.xx][i] + a.value[.xx][i].magnitude * bent
      // The square of a small slope underflows, before it is multiplied.
      let square = Self.underflow(slope * slope, slope, slope)
      let lost = small + (square > 0 ? steep.second * square : 0)
      out.error[.xx][i] = inner + slope * (slope * third + 2 * steep.second * slopeError) + lost
    }
  }
}
