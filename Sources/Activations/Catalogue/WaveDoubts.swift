// Where waves lose digits beside their zeros, which shows in the values themselves.

extension Sinc: Doubting {
  @inline(__always)
  func value(at x: Double, isLost: inout Bool) -> Double { value(at: x) }

  @inline(__always)
  func jet(at x: Double, order: Int, isLost: inout Bool) -> Jet {
    let jet = jet(at: x)
    // Of cos x − f in the slope, and of f in the curvature, hardly anything is left.
    let size = 0x1p-10 * abs(jet.value)
    let isSmall = abs(x * jet.first) < size || (order > 1 && abs(jet.second) < size)
    if isSmall, abs(x) > 1 { isLost = true }
    return jet
  }
}

extension GrowingCosine: Doubting {
  @inline(__always)
  func value(at x: Double, isLost: inout Bool) -> Double { value(at: x) }

  @inline(__always)
  func jet(at x: Double, order: Int, isLost: inout Bool) -> Jet {
    let jet = jet(at: x)
    let size = 0x1p-10 * abs(jet.value)
    let isSmall = abs(x * jet.first) < size || (order > 1 && abs(jet.second) < size)
    if isSmall, abs(x) > 0x1p-10 { isLost = true }
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
