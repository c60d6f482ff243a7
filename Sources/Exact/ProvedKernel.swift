import Activations
import Formulas

extension Function {
  /// What evaluates f, f′ and f″ in vector registers; nil where nothing does.
  var vectorKernel: VectorKernel? { (quickActivation as? any Vectorized)?.vectorKernel }
}

/// A kernel of the catalogue whose values are proved where pairs of doubles lose their digits, by the definition.
struct ProvedKernel: Activation {
  let base: any Doubting
  private let exact: LateExactFunction

  /// The function's own kernel with proofs; nothing is made before the first doubt.
  init(_ base: any Doubting, of function: Function) {
    self.base = base
    exact = LateExactFunction(function)
  }

  var kinks: [Kink] { base.kinks }
  var landmarks: [Double] { base.landmarks }
  var seams: [Double] { base.seams }
  var gated: (any Gated)? { base.gated }
  var rewrites: [String] { base.rewrites }
  var diagnostics: [Diagnostic] { base.diagnostics }

  func jet(at x: Double) -> Jet { jet(at: x, order: 2) }

  func jet(at x: Double, order: Int) -> Jet {
    var isLost = false
    let jet = base.jet(at: x, order: order, isLost: &isLost)
    guard isLost else { return jet }
    let values = proved([(RunPlace(x), [jet.value, jet.first, jet.second])])[0]
    return Jet(values[0], values[1], values[2])
  }

  func value(at x: Double) -> Double {
    var isLost = false
    let value = base.value(at: x, isLost: &isLost)
    return isLost ? proved([(RunPlace(x), [value])])[0][0] : value
  }

  func columns(_ quantities: [Quantity], at xs: [Double]) -> [[Double]] {
    var doubts: [Int] = []
    var columns = base.columns(quantities, at: xs, doubts: &doubts)
    guard !doubts.isEmpty else { return columns }
    for part in Part.allCases {
      let places = quantities.indices.filter { part.holds(quantities[$0]) }
      guard let order = places.map({ quantities[$0].order }).max() else { continue }
      let plain = doubts.map { row in
        var values = Array(repeating: Double.nan, count: order + 1)
        for place in places { values[quantities[place].order] = columns[place][row] }
        return (RunPlace(xs[row]), values)
      }
      for (row, values) in zip(doubts, proved(plain, part)) {
        for place in places { columns[place][row] = values[quantities[place].order] }
      }
    }
    return columns
  }

  /// What is proved together.
  private enum Part: CaseIterable {
    case activation, gate, sign

    func holds(_ quantity: Quantity) -> Bool {
      switch quantity {
      case .f, .df, .d2f: self == .activation
      case .gate, .density: self == .gate
      case .sign: self == .sign
      }
    }
  }

  /// The values and as many derivatives as there are plain ones.
  private func proved(_ places: [(place: RunPlace, plain: [Double])], _ part: Part = .activation)
    -> [[Double]]
  {
    guard let exact = exact.value else { return places.map(\.plain) }
    return exact.settled(places) {
      switch part {
      case .activation: $0.values(at: $1, upTo: $2)
      case .gate: $0.gates(at: $1, upTo: $2)
      case .sign: $0.signs(at: $1, upTo: $2)
      }
    }
  }
}
