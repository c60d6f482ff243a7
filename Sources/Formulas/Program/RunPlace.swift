/// Where a program runs: a value of its variable, and of the other one where it has two, which is held fixed.
package struct RunPlace: Hashable, Sendable {
  package let x: Double
  package let held: Double

  package init(_ x: Double, held: Double = 0) {
    self.x = x
    self.held = held
  }

  /// Whether both are finite.
  var isFinite: Bool { x.isFinite && held.isFinite }
}

/// The places of a batch; what is held fixed is empty for functions of one variable.
struct RunPlaces {
  let xs: [Double]
  let held: [Double]

  @inline(__always)
  subscript(index: Int) -> RunPlace { RunPlace(xs[index], held: held.isEmpty ? 0 : held[index]) }
}
