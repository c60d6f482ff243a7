import Activations

/// Where an instruction's values and derivatives lie, one for each x of the block.
///
/// The columns lie at fixed distances, by which the compiler sees that they do not overlap.
struct Register {
  /// The number of values in a block: few enough that the registers stay in the cache.
  static let width = 128

  let value: UnsafeMutablePointer<Double>

  /// The column of a derivative.
  @inline(__always)
  subscript(partial: Partial) -> UnsafeMutablePointer<Double> {
    value + partial.column * Self.width
  }

  /// The doubles that a register takes.
  static func size(_ partials: Partials) -> Int { partials.width * width }

  @inline(__always)
  func jet(_ index: Int) -> Jet { Jet(value[index], self[.x][index], self[.xx][index]) }

  /// Writes the slope in x for every x, and 0 for all other derivatives.
  func setDerivatives(_ slope: Double, _ partials: Partials, count: Int) {
    for partial in partials.derivatives {
      self[partial].initialize(repeating: partial == .x ? slope : 0, count: count)
    }
  }
}

/// a·b, where an exact 0 outweighs a factor that has overflowed.
@inline(__always)
func product(_ a: Double, _ b: Double) -> Double {
  let product = a * b
  let settled = a == 0 ? 0 : b == 0 ? 0 : product
  return product == product ? product : settled
}

extension Double {
  /// The sign bit set where it is NaN; bits, for loops without branches.
  @inline(__always)
  var signIfNaN: UInt64 { Double.infinity.bitPattern &- magnitude.bitPattern }

  /// The sign bit set where it is 0.
  @inline(__always)
  var signIfZero: UInt64 { magnitude.bitPattern &- 1 }
}
