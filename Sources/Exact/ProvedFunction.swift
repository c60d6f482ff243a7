import Activations
import Formulas

extension Function {
  /// The same function, its values proved where doubles lose digits on the way, and where pairs of doubles do beside zeros.
  package var proved: Function { proved(upTo: ExactFunction.mostBits) }

  /// The same with so many bits at most in the proofs of a formula; what is open then keeps its doubles.
  package func proved(upTo bits: Int) -> Function {
    if let provedSurface { return provedSurface }
    return provedActivation(bits).map {
      Function(self, by: construction, named: name, activation: $0)
    }
      ?? self
  }

  private func provedActivation(_ bits: Int) -> (any Activation)? {
    if let formula = provable {
      return ExactFunction(self, upTo: bits).map { formula.proved(by: Proofs($0)) }
    }
    return activation.abilities.doubting.map { ProvedKernel($0, of: self) }
  }
}

extension Function {
  /// The function's activation for what takes many values and needs their signs alone, as searches, or no more than a picture shows: a
  /// kernel is not proved beside its zeros.
  package var quickActivation: any Activation {
    (activation as? ProvedKernel)?.base ?? activation
  }

  /// The same function in doubles alone, which may have lost digits: for what counts a value by its size and takes very many.
  package var inDoubles: Function {
    let plain = provable?.unproved ?? (activation as? ProvedKernel)?.base
    return plain.map { Function(self, by: construction, named: name, activation: $0) } ?? self
  }

  /// The same function without any proof: doubles, and pairs of doubles where these lose digits.
  package var unproved: Function {
    Function(self, by: construction, named: name, activation: unprovedActivation)
  }

  /// The function's activation without any proof: doubles, and pairs of doubles where these lose digits.
  package var unprovedActivation: any Activation {
    let values: Proofs.Values = { $0.map(\.plain) }
    return provable?.proved(
      by: Proofs(values: values, gates: values, signs: values)) ?? quickActivation
  }
}

extension Proofs {
  fileprivate init(_ exact: ExactFunction) {
    self.init {
      exact.settled($0) { $0.values(at: $1, upTo: $2) }
    } gates: {
      exact.settled($0) { $0.gates(at: $1, upTo: $2) }
    } signs: {
      exact.settled($0) { $0.signs(at: $1, upTo: $2) }
    }
  }
}

extension ExactFunction {
  /// So many places in a row that are open after the last bit speak of a formula that is 0, or of which nothing can be told;
  /// those behind them get fewer bits.
  private static let (open, briefBits) = (16, 320)
  /// The most bits for gamma functions, of which each value takes 0.1 s with more.
  private static let costlyBits = 640

  /// What is proved at every place; what is not known there, or may be what doubles say, stays theirs.
  func settled(
    _ doubts: [(place: RunPlace, plain: [Double])],
    _ outcomes: (inout ExactFunction, Double, _ order: Int) -> [Outcome]
  ) -> [[Double]] {
    var (exact, open) = (self, 0)
    let mostBits = isCostly ? Swift.min(limit, Self.costlyBits) : limit
    return doubts.map { place, plain in
      exact.held = place.held
      exact.limit = open < Self.open ? mostBits : Swift.min(mostBits, Self.briefBits)
      let found = outcomes(&exact, place.x, plain.count - 1)
      open = found.allSatisfy(\.isKnown) ? 0 : open + 1
      return zip(found, plain).map { $0.settled($1) }
    }
  }
}
