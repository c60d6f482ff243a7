import Activations
import Exact

/// A function whose values and derivatives are proved: slow, for one whose doubles have lost what they should tell.
struct ProvedActivation: Activation {
  private let base: any Activation
  private let proofs: ProvedColumns

  init(_ function: Function) {
    base = function.activation
    proofs = ProvedColumns(function)
  }

  var kinks: [Kink] { base.kinks }
  var landmarks: [Double] { base.landmarks }
  var seams: [Double] { base.seams }
  var gated: (any Gated)? { base.gated }
  var rewrites: [String] { base.rewrites }
  var diagnostics: [Diagnostic] { base.diagnostics }

  func jet(at x: Double) -> Jet {
    let columns = columns([.f, .df, .d2f], at: [x])
    return Jet(columns[0][0], columns[1][0], columns[2][0])
  }

  func columns(_ quantities: [Quantity], at xs: [Double]) -> [[Double]] {
    var proofs = proofs
    return proofs.columns(quantities, at: xs, as: .f64)
  }
}

extension Line {
  /// A function as a survey may evaluate it: by doubles, where these agree with what is proved at some points of all sizes.
  func trusted(_ function: Function) -> any Activation {
    let xs = Self.samples
    let columns = function.activation.columns([.f, .df, .d2f], at: xs)
    let isRight = zip(proofs, columns).allSatisfy { proofs, column in
      let truths = xs.map { proofs.value($0) }
      return zip(truths, column).allSatisfy { truth, value in
        guard let truth, truth.isFinite else { return true }
        return abs(value - truth) <= 0x1p-20 * max(truth.magnitude, 1e-280)
      }
    }
    return isRight ? function.activation : ProvedActivation(function)
  }

  private static let samples: [Double] = [0x1p-30, 1e-5, 0.013, 0.7, 1, 2.3, 6, 21, 1e3, 1e7, 1e11]
    .flatMap {
      [-$0, $0]
    }
}
