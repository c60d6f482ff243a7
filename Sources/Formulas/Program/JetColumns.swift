import Activations

/// f and those of its derivatives that were asked for, over a batch of x: one array each.
struct JetColumns: Sendable {
  let partials: Partials
  /// By the place of the derivative; empty where it was not asked for.
  private var columns: [[Double]]
  /// The places of ±∞ among the x: what stands there is the arithmetic's, and seldom the limit.
  private(set) var infinite: [Int] = []
  /// The places at which digits may have been lost, where that was asked for.
  private(set) var doubtful: [(index: Int, partials: Partials)] = []

  init(_ partials: Partials, capacity: Int) {
    self.partials = partials
    columns = Array(repeating: [], count: partials.width)
    for partial in partials { columns[partial.column].reserveCapacity(capacity) }
  }

  /// The column of a derivative; empty where it was not asked for.
  subscript(partial: Partial) -> [Double] {
    partials.contains(partial) ? columns[partial.column] : []
  }

  /// The jet at one place.
  ///
  /// What was not asked for is NaN, and not set.
  subscript(index: Int) -> Jet {
    get {
      func component(_ partial: Partial) -> Double {
        partials.contains(partial) ? columns[partial.column][index] : .nan
      }
      return Jet(component(.value), component(.x), component(.xx))
    }
    set {
      columns[Partial.value.column][index] = newValue.value
      if partials.contains(.x) { columns[Partial.x.column][index] = newValue.first }
      if partials.contains(.xx) { columns[Partial.xx.column][index] = newValue.second }
    }
  }

  /// Takes a block behind those that are there.
  mutating func append(_ register: Register, count: Int) {
    for partial in partials {
      columns[partial.column].append(
        contentsOf: UnsafeBufferPointer(start: register[partial], count: count))
    }
  }

  /// Remembers that x is infinite at a place.
  mutating func markInfinite(_ index: Int) { infinite.append(index) }

  /// Remembers that digits may have been lost at a place, and by what.
  mutating func markDoubtful(_ index: Int, _ partials: Partials) {
    doubtful.append((index, partials))
  }

  /// Puts the limits where x is infinite.
  mutating func setLimits(_ places: RunPlaces, _ jets: (RunPlace, [Double]) -> [Jet]) {
    for index in infinite {
      let place = places[index]
      self[index] = Jet(limitAt: place.x, of: self[index]) { jets(place, $0) }
    }
  }

  /// Puts those of f, f′ and f″ that were doubtful at a place, as far as they are known.
  mutating func settle(_ doubt: (index: Int, partials: Partials), _ values: [Double?]) {
    for (partial, value) in zip([Partial.value, .x, .xx], values) {
      if let value, doubt.partials.contains(partial) {
        columns[partial.column][doubt.index] = value
      }
    }
  }

  /// The jets, put together.
  var jets: [Jet] { self[.value].indices.map { self[$0] } }

  /// The column of f, f′ or f″; NaN throughout for those of a gate.
  func column(_ quantity: Quantity) -> [Double] {
    switch quantity {
    case .f: self[.value]
    case .df: self[.x]
    case .d2f: self[.xx]
    case .gate, .density, .sign: Array(repeating: .nan, count: self[.value].count)
    }
  }
}

extension [Quantity] {
  /// The highest order of derivative among them.
  var order: Int { reduce(0) { Swift.max($0, $1.order) } }
}
