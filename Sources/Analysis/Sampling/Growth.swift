import Activations

/// Whether a trace grows without end towards a place.
struct Growth {
  private let refinement: Refinement

  init(_ refinement: Refinement) { self.refinement = refinement }

  /// Asks at 2⁻¹⁰, 2⁻²⁰ and 2⁻³⁰ of a pixel from the place: what has a limit grows ever less, x^0.1 half as much each
  /// time, and a logarithm as much each time.
  func isUnbounded(at place: Double, side: Double) -> Bool {
    let x = refinement.x
    let u = x.position(place)
    let forward = refinement.yTransform?.forward ?? { $0 }
    let places = [0x1p-10, 0x1p-20, 0x1p-30].map { step in
      // The place itself and a pixel's share beside it: pixels are too coarse to hold so little.
      let end = x.value(at: u + side)
      return place + (end - place) * step
    }
    let sizes = refinement.trace.values(places).map(forward)
    guard sizes.allSatisfy(\.isFinite) else { return sizes.contains { $0.isInfinite } }
    let (first, second) = (sizes[1] - sizes[0], sizes[2] - sizes[1])
    return first != 0 && first.sign == second.sign && abs(second) > 0.75 * abs(first)
  }
}
