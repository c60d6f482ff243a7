// Where waves lose digits beside their zeros, which shows in the values themselves.

extension Sinc: Doubting {
  @inline(__always)
  func value(at x: Double, isLost: inout Bool) -> Double { value(at: x) }

  @inline(__always)
  func jet(at x: Double, order: Int, isLost: inout Bool) -> Jet {
    let jet = jet(at: x)
    if abs(x) > 1, jet.isCancelled(at: x, order) { isLost = true }
    return jet
  }
}

extension GrowingCosine: Doubting {
  @inline(__always)
  func value(at x: Double, isLost: inout Bool) -> Double { value(at: x) }

  @inline(__always)
  func jet(at x: Double, order: Int, isLost: inout Bool) -> Jet {
    let jet = jet(at: x)
    if abs(x) > 0x1p-10, jet.isCancelled(at: x, order) { isLost = true }
    return jet
  }
}

extension Snake: Doubting {
  @inline(__always)
  func jet(at x: Double, order: Int, isLost: inout Bool) -> Jet {
    let jet = jet(at: x)
    let isSmall =
      abs(jet.value) < 0x1p-10 * abs(x) || (order > 0 && jet.first < 0x1p-60)
      || (order > 1 && abs(jet.second) < 0x1p-30 * abs(a))
    if isSmall, x.isFinite, x != 0 { isLost = true }
    return jet
  }
}

extension Jet {
  /// Whether hardly anything is left of cos x − f in the slope of a wave over x, or of f in its curvature.
  @inline(__always)
  fileprivate func isCancelled(at x: Double, _ order: Int) -> Bool {
    let size = 0x1p-10 * abs(value)
    return abs(x * first) < size || (order > 1 && abs(second) < size)
  }
}
