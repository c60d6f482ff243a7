import Activations

// Smooth functions of one register, by the chain rule.

extension Kernel {
  @inline(never)
  func curve(_ curve: Curve) {
    if wants(.x), let jet = curve.jet {
      chain(jet)
    } else {
      chain(curve.value, slopes: curve.slopes)
    }
  }

  @inline(never)
  func ratio(_ ratio: RemovableRatio) { chain(ratio.value, slopes: ratio.slopes) }

  @inline(never)
  func exponentials(_ quotient: ExponentialQuotient) {
    guard wants(.x) else {
      each { i in out.value[i] = quotient.value(a.value[i]) }
      return
    }
    chain(quotient.jet)
  }

  @inline(never)
  func raise(to c: Double) {
    // The C library makes 1 of 1 to the power of NaN.
    if c.isNaN { return each { i in store(Jet(c, c, c), i) } }
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
      (c * Libm.pow(u, c - 1), wants(.xx) ? c * (c - 1) * Libm.pow(u, c - 2) : 0)
    }
  }

  /// √(c + u²), which is √(u²) where u² overflows, or c is lost beside 0.
  @inline(never)
  func root(_ c: Double) {
    let isExtreme = anySign { i in
      let square = c + a.value[i] * a.value[i]
      out.value[i] = square.squareRoot()
      return (0x1p1000 - square).bitPattern | (square - 0x1p-900).bitPattern
    }
    if isExtreme {
      let base = c.squareRoot()
      for i in 0..<count {
        let square = c + a.value[i] * a.value[i]
        if square < 0x1p1000 && square > 0x1p-900 { continue }
        out.value[i] = Libm.hypot(base, a.value[i])
      }
    }
    if wants(.x) { each { i in out[.x][i] = a.value[i] / out.value[i] } }
    if wants(.xx) {
      each { i in out[.xx][i] = c / out.value[i] / out.value[i] / out.value[i] }
    }
    applyChainRule()
  }

  /// g(u), given g and, by u and g(u), g′ and g″.
  @inline(__always)
  private func chain(
    _ value: (Double) -> Double, slopes: (Double, Double) -> (Double, Double)
  ) {
    each { i in out.value[i] = value(a.value[i]) }
    if wants(.xx) {
      each { i in (out[.x][i], out[.xx][i]) = slopes(a.value[i], out.value[i]) }
    } else if wants(.x) {
      each { i in out[.x][i] = slopes(a.value[i], out.value[i]).0 }
    }
    applyChainRule()
  }

  /// g(u), given the jet of g.
  @inline(__always)
  private func chain(_ jet: (Double) -> Jet) {
    each { i in store(jet(a.value[i]), i) }
    applyChainRule()
  }

  /// Makes of g′(u) and g″(u), which stand in the columns, the derivatives with respect to x: none where g(u) has no value.
  @inline(__always)
  func applyChainRule() {
    guard wants(.x), !isOfX else { return }
    let g = out.value
    if wants(.xx) {
      each { i in
        let bend = product(out[.xx][i], a[.x][i] * a[.x][i]) + product(out[.x][i], a[.xx][i])
        out[.xx][i] = g[i] == g[i] ? bend : g[i]
      }
    }
    each { i in
      let slope = product(out[.x][i], a[.x][i])
      out[.x][i] = g[i] == g[i] ? slope : g[i]
    }
  }
}
