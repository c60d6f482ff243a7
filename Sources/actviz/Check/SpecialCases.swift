import Activations

/// What an implementation gave for special inputs: zeros, infinities, NaN, and the ends of normal and subnormal numbers.
struct SpecialCases: Sendable {
  private(set) var cases: [Tally.Case] = []
  private let wanted: [Double]
  /// The digits of doubles behind the first one that special numbers other than powers of two have.
  private let largest, subnormal, least: UInt64

  init(_ type: FloatType) {
    wanted = type.specialBits.map(type.value)
    largest = Self.digits(type.greatestFiniteMagnitude)
    subnormal = Self.digits(type.value(bitPattern: (1 << UInt64(type.precision - 1)) - 1))
    least = Self.digits(type.value(bitPattern: 1))
  }

  /// Whether a special input may be among some: false where the magnitudes of all lie on one side of each.
  func mayBe(among found: Comparison) -> Bool {
    let (least, greatest) = found.magnitudes
    return greatest > Double.infinity.bitPattern
      || wanted.contains { (least...max(least, greatest)).contains($0.magnitude.bitPattern) }
  }

  /// Takes note of an input if it is special.
  @inline(__always)
  mutating func add(_ found: @autoclosure () -> Tally.Case, at x: Double) {
    let digits = Self.digits(x)
    if digits == 0 || digits == largest || digits == subnormal || digits == least || x.isNaN {
      note(found())
    }
  }

  @inline(__always)
  private static func digits(_ x: Double) -> UInt64 { x.bitPattern & 0xF_FFFF_FFFF_FFFF }

  private mutating func note(_ found: Tally.Case) {
    let isWanted = wanted.contains { Self.isSame($0, found.x) }
    guard isWanted, !cases.contains(where: { Self.isSame($0.x, found.x) }) else { return }
    cases.append(found)
  }

  /// Takes note of those of a later part.
  mutating func add(_ later: SpecialCases) {
    for found in later.cases { note(found) }
  }

  /// In ascending order, NaN last.
  var sorted: [Tally.Case] {
    cases.sorted {
      if $0.x.isNaN || $1.x.isNaN { return !$0.x.isNaN }
      return $0.x == $1.x ? $0.x.sign == .minus && $1.x.sign == .plus : $0.x < $1.x
    }
  }

  private static func isSame(_ one: Double, _ other: Double) -> Bool {
    one.isNaN ? other.isNaN : one.bitPattern == other.bitPattern
  }
}
