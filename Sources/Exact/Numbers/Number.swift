import CMPFR

/// A binary number of MPFR's, of any precision and almost any exponent; immutable once it is made.
///
/// Header and digits lie in one allocation, which needs no `mpfr_clear`. Nothing writes to a number that others hold, so
/// that threads may share it.
struct Number: @unchecked Sendable {
  typealias Pointer = UnsafeMutablePointer<__mpfr_struct>

  private let storage: ManagedBuffer<__mpfr_struct, mp_limb_t>
  /// As an end of bounds, whether the value may be the number itself; else it was rounded away from, and lies beyond.
  let isReached: Bool

  /// A number of so many bits that a function of MPFR's writes; the function says by its result whether it had to round.
  @inline(__always)
  init(_ bits: Int, _ write: (Pointer) -> Int32) {
    storage = .create(minimumCapacity: Int(actviz_mpfr_limbs(bits))) { _ in __mpfr_struct() }
    let ternary = storage.withUnsafeMutablePointers { header, limbs in
      actviz_mpfr_place(header, bits, limbs)
      return write(header)
    }
    isReached = ternary == 0
  }

  /// A double, exactly.
  init(_ value: Double) { self.init(53) { mpfr_set_d($0, value, MPFR_RNDN) } }

  /// A whole number, exactly.
  init(_ value: Int) { self.init(64) { mpfr_set_si($0, value, MPFR_RNDN) } }

  /// Reads it.
  @inline(__always)
  func read<Result>(_ body: (UnsafePointer<__mpfr_struct>) -> Result) -> Result {
    storage.withUnsafeMutablePointerToHeader { body(UnsafePointer($0)) }
  }

  /// Changes it in place, for sums of many terms that nobody else holds.
  @inline(__always)
  func write(_ body: (Pointer) -> Void) { storage.withUnsafeMutablePointerToHeader(body) }

  /// −1, 0 or 1.
  var sign: Int { Int(read { actviz_mpfr_sign($0) }) }
  var isZero: Bool { read { mpfr_zero_p($0) != 0 } }
  var isInfinite: Bool { read { mpfr_inf_p($0) != 0 } }
  var isInteger: Bool { read { mpfr_integer_p($0) != 0 } }

  /// The power of two that it is below, as 1 for what lies in ½…1; for finite numbers other than 0.
  var exponent: Int { Int(read { mpfr_get_exp($0) }) }

  /// The least exponent of a number that is not 0; 0 for 0.
  var size: Int { isZero ? Int.min / 2 : isInfinite ? Int.max / 2 : exponent }

  /// Whether both are one object.
  func isSame(_ other: Number) -> Bool { storage === other.storage }

  /// The double nearest to it.
  var double: Double { read { mpfr_get_d($0, MPFR_RNDN) } }

  /// −1, 0 or 1, as it is less than, equal to or greater than another.
  func compared(_ other: Number) -> Int {
    Int(read { a in other.read { b in mpfr_cmp(a, b) } }.signum())
  }

  static func < (a: Number, b: Number) -> Bool { a.compared(b) < 0 }
  static func == (a: Number, b: Number) -> Bool { a.compared(b) == 0 }

  /// The neighbour above, of a precision that is not less than its own.
  func next(_ bits: Int) -> Number {
    Number(bits) { number in
      _ = read { mpfr_set(number, $0, MPFR_RNDU) }
      mpfr_nextabove(number)
      return 1
    }
  }

  /// The neighbour below.
  func previous(_ bits: Int) -> Number { negated.next(bits).negated }

  /// Its opposite.
  var negated: Number {
    Number(precision) { number in read { mpfr_neg(number, $0, MPFR_RNDN) } }.marked(isReached)
  }

  /// The bits of its significand.
  var precision: Int { Int(read { mpfr_get_prec($0) }) }

  /// The same number, reached or not.
  func marked(_ isReached: Bool) -> Number { Number(storage, isReached) }

  /// The same number, reached only if it is already, and another is.
  @inline(__always)
  func reached(like other: Number) -> Number {
    other.isReached || !isReached ? self : marked(false)
  }

  private init(_ storage: ManagedBuffer<__mpfr_struct, mp_limb_t>, _ isReached: Bool) {
    self.storage = storage
    self.isReached = isReached
  }

  static let zero = Number(0)
  static let one = Number(1)
  static let infinity = Number(53) {
    mpfr_set_inf($0, 1)
    return 0
  }
  static let negativeInfinity = Number(53) {
    mpfr_set_inf($0, -1)
    return 0
  }
}
