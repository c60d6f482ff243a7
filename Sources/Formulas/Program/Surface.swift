import Activations

/// A function of two arguments: its value and derivatives up to the second order.
struct SurfaceJet {
  var value: Double
  var u: Double
  var v: Double
  var uu: Double
  var uv: Double
  var vv: Double
}

extension Kernel {
  /// A function of the two registers `a` and `b`.
  @inline(never)
  func binary(_ function: BinaryIntrinsic, _ b: Register, isOfX: Bool) {
    switch function {
    case .gammaincp:
      // The language keeps its first argument from changing.
      let gamma = LowerGamma(a.value[0])
      var second = self
      second.a = b
      second.isOfX = isOfX
      second.curve(Curve({ gamma.value($0) }) { gamma.slopes($0, $1) })
    case .atan2:
      surface(b, value: Libm.atan2, jet: Self.angle)
      settleAngles(b)
    case .mod: remainder(b)
    }
  }

  /// g(u, v) by the chain rule of two operands:
  /// g″ = g_uu·u′² + 2·g_uv·u′·v′ + g_vv·v′² + g_u·u″ + g_v·v″.
  @inline(__always)
  private func surface(
    _ b: Register, value: (Double, Double) -> Double, jet: (Double, Double) -> SurfaceJet
  ) {
    guard wants(.x) else { return each { i in out.value[i] = value(a.value[i], b.value[i]) } }
    for i in 0..<count {
      let (u, v) = (self.jet(a, i), self.jet(b, i))
      let g = jet(u.value, v.value)
      out.value[i] = g.value
      out[.x][i] = product(g.u, u.first) + product(g.v, v.first)
      guard wants(.xx) else { continue }
      let bend =
        product(g.uu, u.first * u.first) + 2 * product(g.uv, u.first * v.first)
        + product(g.vv, v.first * v.first)
      out[.xx][i] = bend + product(g.u, u.second) + product(g.v, v.second)
    }
  }

  /// The angle of the point (x, y) and its derivatives, in y and then in x; NaN at the origin.
  private static func angle(_ y: Double, _ x: Double) -> SurfaceJet {
    let radius = Libm.hypot(y, x)
    let (sine, cosine) = (y / radius, x / radius)
    let bend = 2 * sine * cosine / radius / radius
    return SurfaceJet(
      value: Libm.atan2(y, x), u: cosine / radius, v: -sine / radius, uu: -bend,
      uv: (sine - cosine) * (sine + cosine) / radius / radius, vv: bend)
  }

  /// On the cut, which is the negative axis with the origin, the side tells the angle.
  private func settleAngles(_ b: Register) {
    for i in 0..<count where a.value[i] == 0 && b.value[i] <= 0 {
      let isOrigin = b.value[i] == 0
      guard isTie(i, 0) else {
        // Where y stays 0 the angle of a negative number is π.
        out.value[i] = isOrigin ? 0 : .pi
        continue
      }
      let (y, x) = (jet(a, i), jet(b, i))
      let isAbove = direction(i) >= 0
      guard isOrigin else {
        out.value[i] = isAbove ? .pi : -.pi
        continue
      }
      // The curve leaves the origin along its slope, or along its bend where it stands still.
      let moves = y.first != 0 || x.first != 0
      let (dy, dx) = moves ? (y.first * side, x.first * side) : (y.second, x.second)
      let speed = y.first * y.first + x.first * x.first
      let angle = dy == 0 ? (dx > 0 ? 0 : dx < 0 ? (isAbove ? .pi : -.pi) : 0) : Libm.atan2(dy, dx)
      store(
        Jet(angle, moves ? (y.second * x.first - x.second * y.first) / (2 * speed) : .nan, .nan), i)
    }
  }
}
