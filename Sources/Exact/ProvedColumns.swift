import Activations

/// Columns of proved values of one function, and how many could not be decided.
package struct ProvedColumns: Sendable {
  /// The precision at which proofs end, in bits.
  package static let mostBits = ExactFunction.mostBits

  /// Which values are proved.
  package enum Extent: Sendable {
    /// Every one.
    case all
    /// Those that a double does not decide: in f64 every one, in narrower types what lies near the middle between two of the
    /// type's values.
    case roundings
  }

  private var exact: ExactFunction?
  private let function: Function
  private let extent: Extent
  /// Who is told of every row that is done.
  package var progress = WorkProgress.untold
  /// How many values proof was asked for.
  package private(set) var count = 0
  /// How many of them could not be decided.
  package private(set) var undecided = 0

  package init(_ function: Function, _ extent: Extent = .all, upTo bits: Int = mostBits) {
    self.function = function
    self.extent = extent
    exact = ExactFunction(function, upTo: bits)
  }

  /// The quantities at every x, rounded once to the type.
  ///
  /// What cannot be decided is the middle of what it may be where all values are proved, and else, or where there is no middle,
  /// as it is without proof.
  package mutating func columns(_ quantities: [Quantity], at xs: [Double], as type: FloatType)
    -> [[Double]]
  {
    switch extent {
    case .all: allProved(quantities, at: xs, as: type)
    case .roundings: roundedOnce(quantities, at: xs, as: type)
    }
  }

  /// A quantity at every x, rounded once to the type; as singles where x is given so and these are the numbers of the type.
  package mutating func values(_ quantity: Quantity, at xs: FloatColumn, as type: FloatType)
    -> FloatColumn
  {
    guard extent == .roundings, type == .f32, xs.isSingle else {
      return FloatColumn(columns([quantity], at: xs.doubles, as: type)[0])
    }
    guard quantity == .f, let kernel = function.vectorKernel else {
      return FloatColumn(columns([quantity], at: xs.doubles, as: type)[0].map(Float.init))
    }
    var (values, doubts) = kernel.values(at: xs)
    progress.advance(xs.count - doubts.count)
    values.replace(
      doubts, by: roundedSingly([quantity], at: doubts.map { xs[$0] }, as: type)[0])
    return values
  }

  private mutating func allProved(_ quantities: [Quantity], at xs: [Double], as type: FloatType)
    -> [[Double]]
  {
    let plain = function.activation.columns(quantities, at: xs).map { $0.map(type.rounded) }
    var columns = plain
    for (row, x) in xs.enumerated() {
      for (column, outcome) in outcomes(quantities, at: x, type).enumerated() {
        count += 1
        if !outcome.isKnown { undecided += 1 }
        columns[column][row] =
          !outcome.isKnown && outcome.value.isNaN ? plain[column][row] : outcome.value
      }
      progress.advance(1)
    }
    return columns
  }

  /// By vector registers, and one by one where these are in doubt.
  private mutating func roundedOnce(_ quantities: [Quantity], at xs: [Double], as type: FloatType)
    -> [[Double]]
  {
    guard type != .f64, let kernel = function.vectorKernel,
      !quantities.contains(where: \.needsGate)
    else { return roundedSingly(quantities, at: xs, as: type) }
    var columns = kernel.columns(quantities, at: xs, as: type)
    let rows = Array(Set(columns.doubts.joined())).sorted()
    progress.advance(xs.count - rows.count)
    let single = roundedSingly(quantities, at: rows.map { xs[$0] }, as: type)
    for column in quantities.indices {
      for (row, value) in zip(rows, single[column]) { columns.values[column][row] = value }
    }
    return columns.values
  }

  private mutating func roundedSingly(_ quantities: [Quantity], at xs: [Double], as type: FloatType)
    -> [[Double]]
  {
    var columns = function.activation.columns(quantities, at: xs)
    var told = 0
    defer { progress.advance(xs.count - told) }
    for (row, x) in xs.enumerated() {
      let doubtful = quantities.indices.filter { !type.isDecided(columns[$0][row]) }
      for column in quantities.indices { columns[column][row] = type.rounded(columns[column][row]) }
      guard !doubtful.isEmpty, x.isFinite else { continue }
      for (column, outcome) in zip(doubtful, outcomes(doubtful.map { quantities[$0] }, at: x, type))
      {
        guard case .known(let value) = outcome else { continue }
        columns[column][row] = value
      }
      // A proof is long, a row without one is not.
      progress.advance(row - told)
      told = row
    }
    return columns
  }

  private mutating func outcomes(_ quantities: [Quantity], at x: Double, _ type: FloatType)
    -> [Outcome]
  {
    func order(_ needsGate: Bool) -> Int? {
      quantities.filter { $0.needsGate == needsGate }.map(\.order).max()
    }
    let values = order(false).flatMap { exact?.values(at: x, upTo: $0, in: type) }
    let gates = order(true).flatMap { exact?.gates(at: x, upTo: $0, in: type) }
    let signs = quantities.contains(.sign) ? exact?.signs(at: x, upTo: 0, in: type) : nil
    return quantities.map { quantity in
      let outcomes =
        switch quantity {
        case .f, .df, .d2f: values
        case .gate, .density: gates
        case .sign: signs
        }
      return outcomes?[quantity.order] ?? .unknown
    }
  }
}

extension FloatType {
  /// Whether a double tells what a number near it rounds to: no middle between two values is nearer than some 2¹³ of its ulp in
  /// f32, and more in narrower types, which have more room.
  package func isDecided(_ value: Double) -> Bool {
    guard self != .f64 else { return false }
    guard value.isFinite else { return true }
    let margin = value * Double(sign: .plus, exponent: -precision - 16, significand: 1)
    return rounded(value - margin) == rounded(value + margin)
  }
}
