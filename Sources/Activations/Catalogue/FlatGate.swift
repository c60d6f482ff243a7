/// x·H with a gate that is a number: what swish is at β = 0.
struct FlatGate: Gated {
  /// H.
  let height: Double

  var gateKinks: [Kink] { [] }

  func gateValue(at x: Double) -> Double { x.isNaN ? x : height }

  @inline(__always)
  func jet(at x: Double) -> Jet { x.isNaN ? Jet(x, x, x) : Jet(height * x, height, 0) }

  func columns(_ quantities: [Quantity], at xs: [Double]) -> [[Double]] {
    quantities.map { quantity in
      xs.map { x in
        switch quantity {
        case .f: jet(at: x).value
        case .df: jet(at: x).first
        case .d2f: jet(at: x).second
        case .gate: gateValue(at: x)
        case .density: x.isNaN ? x : 0
        case .sign: 2 * gateValue(at: x) - 1
        }
      }
    }
  }
}
