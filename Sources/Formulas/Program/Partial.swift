/// Which derivative of a function of x and y: how often by each.
struct Partial: Hashable, Sendable {
  /// The highest order, in both variables together.
  static let highest = 3

  let x: Int
  let y: Int

  @inline(__always)
  init(x: Int, y: Int = 0) {
    self.x = x
    self.y = y
  }

  /// f itself.
  @inline(__always) static var value: Partial { Partial(x: 0) }
  /// f_x, which is f′ of a function of x alone.
  @inline(__always) static var x: Partial { Partial(x: 1) }
  /// f_xx.
  @inline(__always) static var xx: Partial { Partial(x: 2) }

  /// The order of the derivative.
  @inline(__always) var order: Int { x + y }

  /// Its place among all of them, those in x alone first: f, f_x, f_xx, f_xxx, f_y, f_xy, f_xxy, f_yy, f_xyy, f_yyy.
  ///
  /// It is known when a loop is compiled, so that the columns of a register are seen not to overlap.
  @inline(__always)
  var column: Int { y * (Self.highest + 1) - y * (y - 1) / 2 + x }

  /// All of them, in the order of their columns.
  static let all: [Partial] = (0...highest).flatMap { y in
    (0...highest - y).map { Partial(x: $0, y: y) }
  }
}

/// A set of derivatives that are computed together, f always among them.
struct Partials: Hashable, Sendable, Sequence {
  /// One bit for each column.
  private let bits: UInt16

  @inline(__always)
  private init(bits: UInt16) { self.bits = bits }

  /// The highest order that the kernels compute.
  private static let computed = 2

  /// Those of a function of x alone up to an order, as far as the kernels go.
  @inline(__always)
  static func upTo(_ order: Int) -> Partials {
    Partials(bits: (2 << UInt16(Swift.min(order, computed))) - 1)
  }

  @inline(__always)
  func contains(_ partial: Partial) -> Bool { bits >> UInt16(partial.column) & 1 != 0 }

  /// Those for which a condition holds.
  func filter(_ isIncluded: (Partial) -> Bool) -> Partials {
    Partials(
      bits: reduce(0) { bits, partial in
        isIncluded(partial) ? bits | 1 << UInt16(partial.column) : bits
      })
  }

  /// Whether there are none.
  var isEmpty: Bool { bits == 0 }

  /// All of them but f.
  var derivatives: Partials { Partials(bits: bits & ~1) }

  /// They, in the order of their columns.
  struct Iterator: IteratorProtocol {
    fileprivate var bits: UInt16

    mutating func next() -> Partial? {
      guard bits != 0 else { return nil }
      defer { bits &= bits - 1 }
      return Partial.all[bits.trailingZeroBitCount]
    }
  }

  func makeIterator() -> Iterator { Iterator(bits: bits) }

  /// The number of columns up to the last of them.
  var width: Int { UInt16.bitWidth - bits.leadingZeroBitCount }
}
