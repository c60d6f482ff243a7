import Activations

/// How a program's values are had where doubles lose digits: in pairs of doubles, and where these do not tell, by proof.
struct Settlement: Sendable {
  private let precise: PreciseProgram?
  private let proofs: Proofs.Values
  /// How many times the roundings that values may have lost without being done again.
  let slack: Double

  /// For a formula, or for x times it.
  init(_ program: Program, timesX: Bool = false, _ proofs: @escaping Proofs.Values) {
    precise = program.source.flatMap { Compiler.preciseProgram($0, timesX: timesX) }
    (self.proofs, slack) = (proofs, 1)
  }

  /// For programs that are made in another way.
  init(_ precise: PreciseProgram?, slack: Double = 1, _ proofs: @escaping Proofs.Values) {
    self.precise = precise
    (self.proofs, self.slack) = (proofs, slack)
  }

  /// Puts what is known of f and its derivatives at the places where doubles do not tell, or x is infinite.
  func settle(_ columns: inout JetColumns, at places: RunPlaces) {
    let order = columns.partials.reduce(0) { max($0, $1.order) }
    var unsettled = columns.infinite.map { (index: $0, partials: columns.partials) }
    let doubts = columns.doubtful
    let found = precise?.values(at: doubts.map { places[$0.index] }, upTo: order)
    for (row, doubt) in doubts.enumerated() {
      let values = found?[row] ?? []
      columns.settle(doubt, values)
      let rest = doubt.partials.filter {
        !values.indices.contains($0.order) || values[$0.order] == nil
      }
      if !rest.isEmpty { unsettled.append((doubt.index, rest)) }
    }
    guard !unsettled.isEmpty else { return }
    let rests = unsettled.map { doubt in
      let jet = columns[doubt.index]
      return (places[doubt.index], Array([jet.value, jet.first, jet.second].prefix(order + 1)))
    }
    for (doubt, values) in zip(unsettled, proofs(rests)) {
      columns.settle(doubt, values)
    }
  }
}

extension Program {
  /// f over a batch of x with some of its derivatives, and the limits at ±∞.
  ///
  /// It is run in doubles; the places where those lose digits, and only these, are settled.
  func columns(
    _ partials: Partials, at xs: [Double], held: [Double] = [], _ settlement: Settlement?
  ) -> JetColumns {
    var columns = columns(partials, at: xs, held: held, doubting: settlement?.slack)
    let places = RunPlaces(xs: xs, held: held)
    columns.setLimits(places) { place, far in
      self.columns(.upTo(2), at: far, held: far.map { _ in place.held }).jets
    }
    settlement?.settle(&columns, at: places)
    return columns
  }
}
