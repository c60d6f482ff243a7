import Activations

/// f and as many of its derivatives as were asked for, over a batch of x: one array each.
struct JetColumns: Sendable {
  private(set) var value: [Double] = []
  /// f′; empty below order 1.
  private(set) var first: [Double] = []
  /// f″; empty below order 2.
  private(set) var second: [Double] = []
  /// The places of ±∞ among the x: what stands there is the arithmetic's, and seldom the limit.
  private(set) var infinite: [Int] = []

  init(capacity: Int, order: Int) {
    value.reserveCapacity(capacity)
    if order > 0 { first.reserveCapacity(capacity) }
    if order > 1 { second.reserveCapacity(capacity) }
  }

  /// The jet at one place.
  ///
  /// What was not asked for is NaN, and not set.
  subscript(index: Int) -> Jet {
    get {
      Jet(
        value[index], first.isEmpty ? .nan : first[index], second.isEmpty ? .nan : second[index])
    }
    set {
      value[index] = newValue.value
      if !first.isEmpty { first[index] = newValue.first }
      if !second.isEmpty { second[index] = newValue.second }
    }
  }

  /// Takes a block behind those that are there.
  mutating func append(_ register: Register, count: Int, order: Int) {
    value.append(contentsOf: UnsafeBufferPointer(start: register.value, count: count))
    if order > 0 {
      first.append(contentsOf: UnsafeBufferPointer(start: register.first, count: count))
    }
    if order > 1 {
      second.append(contentsOf: UnsafeBufferPointer(start: register.second, count: count))
    }
  }

  /// Remembers that x is infinite at a place.
  mutating func markInfinite(_ index: Int) { infinite.append(index) }

  /// Puts the limits where x is infinite.
  mutating func setLimits(_ xs: [Double], _ jets: ([Double]) -> [Jet]) {
    for index in infinite { self[index] = Jet(limitAt: xs[index], of: self[index], jets) }
  }

  /// The jets, put together.
  var jets: [Jet] { value.indices.map { self[$0] } }

  /// The column of f, f′ or f″; NaN throughout for those of a gate.
  func column(_ quantity: Quantity) -> [Double] {
    switch quantity {
    case .f: value
    case .df: first
    case .d2f: second
    case .gate, .density: Array(repeating: .nan, count: value.count)
    }
  }
}

extension [Quantity] {
  /// The highest order of derivative among them.
  var order: Int { reduce(0) { Swift.max($0, $1.order) } }
}
