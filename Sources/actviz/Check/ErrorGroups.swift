import Activations

/// The errors of values by the binade and the sign of a number that stands for each: of its x, or of the truth.
struct ErrorGroups: Sendable {
  /// What is known of the values of one group.
  struct Group: Sendable {
    var count = 0
    /// Those whose error is above the threshold.
    var bad = 0
    /// The largest error, in ulp.
    var worst = 0.0

    mutating func add(_ other: Group) {
      count += other.count
      bad += other.bad
      worst = max(worst, other.worst)
    }
  }

  /// The sign and exponent of a double; a NaN, or a double without all its digits, has one bit more.
  private typealias Key = UInt64
  private var groups: [Key: Group] = [:]
  /// Neighbours are of one group mostly, which is counted apart.
  private var current: Key = 0
  private var run = Group()

  private static let isOther: Key = 1 << 12

  /// Counts values, one for each number, of which what is above a threshold is bad.
  mutating func add(_ numbers: FloatColumn, _ found: Comparison, above threshold: Double) {
    var start = 0
    while start < numbers.count {
      let end = Self.endOfGroup(from: start, numbers)
      let errors = found.summary(start..<end, above: threshold)
      enter(Self.key(numbers[start]))
      run.add(Group(count: end - start, bad: errors.above, worst: errors.greatest.error))
      start = end
    }
  }

  /// Where the group of a number ends.
  private static func endOfGroup(from start: Int, _ numbers: FloatColumn) -> Int {
    let key = key(numbers[start])
    // Of others than NaN and what has lost digits, a binade is a group, and so is a number without one.
    if key & isOther == 0 { return numbers.endOfBinade(from: start) }
    return numbers[start...].firstIndex { Self.key($0) != key } ?? numbers.count
  }

  @inline(__always)
  private static func key(_ number: Double) -> Key {
    let bits = number.bitPattern
    let key = bits &>> 52
    let isWhole = key & 0x7FF != 0 && key & 0x7FF != 0x7FF || bits & 0xF_FFFF_FFFF_FFFF == 0
    return isWhole ? key : key | isOther
  }

  /// Goes on with a group.
  @inline(__always)
  private mutating func enter(_ key: Key) {
    guard key != current else { return }
    settle()
    current = key
  }

  /// Puts the run among its group.
  private mutating func settle() {
    if run.count > 0 { groups[current, default: Group()].add(run) }
    run = Group()
  }

  /// Counts the values of another part.
  mutating func add(_ other: ErrorGroups) {
    settle()
    var other = other
    other.settle()
    groups.merge(other.groups) { group, more in
      var group = group
      group.add(more)
      return group
    }
  }

  /// The groups by the kind of number that they stand for, those that hold something.
  func classes(of type: FloatType) -> [(kind: FloatClass, group: Group)] {
    var settled = self
    settled.settle()
    var found: [FloatClass: Group] = [:]
    for (key, group) in settled.groups {
      found[FloatClass(Self.number(key), type), default: Group()].add(group)
    }
    return FloatClass.allCases.compactMap { kind in found[kind].map { (kind, $0) } }
  }

  /// The groups of finite numbers but 0, from the smallest to the largest, each with its least number in size.
  var binades: [(from: Double, group: Group)] {
    var settled = self
    settled.settle()
    return settled.groups.map { (Self.number($0), $1) }
      .filter { $0.0.isFinite && $0.0 != 0 }.sorted { $0.0 < $1.0 }
  }

  /// The number of a group that is least in size.
  private static func number(_ key: Key) -> Double {
    Double(bitPattern: (key & ~isOther) << 52 | (key & isOther == 0 ? 0 : 1))
  }
}
