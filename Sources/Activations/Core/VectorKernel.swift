import CKernels

/// A function that vector registers evaluate, several numbers at once, and tell of which results they are not certain.
///
/// What is certain is correctly rounded, whatever the processor: results do not depend on how wide its registers are. Values are
/// sums of two doubles that err by less than 2⁻⁶² of their summands for gelu, 2⁻⁶⁵ where there is an arctangent, 2⁻⁶⁸ a logarithm, 2⁻⁷¹ for
/// the others, measured at 300,000 points of each function and derivative against numbers of 113 bits; four times what was measured is
/// allowed for. Where results are narrower than doubles, values are doubles that
/// err by less than 2⁻⁴⁸·⁶ of their summands, measured against those sums at 8·10⁶ points each; 2⁻⁴⁶ is allowed for.
package struct VectorKernel: Sendable {
  /// The functions that there are, with a factor of x.
  package enum Form: Sendable {
    /// tanh x.
    case tanh
    /// x/(1 + e^−u) for u = rate·x.
    case swish(rate: Pair)
    /// x·tanh(ln(1 + e^u)).
    case mish(rate: Pair)
    /// x·½erfc(−u).
    case gelu(rate: Pair)
    /// ln(1 + e^u)/rate.
    case softplus(rate: Pair)
    /// x·½(1 + u/ln(e^u + e^−u)).
    case logarithmic(rate: Pair)
    /// x·½(1 + u/√(1 + u²)).
    case algebraic(rate: Pair)
    /// x·s(1 + x(1 − s)) with s = 1/(1 + e^−u).
    case logisticSlope(rate: Pair)
    /// x·(½ + arctan(x/scale)/π).
    case cauchy(scale: Pair)
  }

  /// How wide the registers are.
  package enum Tier: CaseIterable, Sendable {
    /// Two doubles: every processor. Without FMA in the machine it takes some ten times as long.
    case baseline
    /// Four, with AVX2 and FMA.
    case avx2
    /// Eight, with AVX-512.
    case avx512

    /// The widest that the processor has and the system keeps.
    package static let best = Tier(kernels_best_tier())
  }

  /// Results, a column for each quantity, and the rows of each that are in doubt.
  package struct Columns {
    package var values: [[Double]]
    package var doubts: [[Int]]
  }

  private let function: kernels_function
  private let rate: Pair
  private let tier: Tier

  /// The function for a rate of a size at which nothing over- or underflows on the way, else nil; by the best tier but for tests.
  package init?(_ form: Form, tier: Tier = .best) {
    (function, rate) =
      switch form {
      case .tanh: (kernels_tanh, 1)
      case .swish(let rate): (kernels_swish, rate)
      case .mish(let rate): (kernels_mish, rate)
      case .gelu(let rate): (kernels_gelu, rate)
      case .softplus(let rate): (kernels_softplus, rate)
      case .logarithmic(let rate): (kernels_logarithmic, rate)
      case .algebraic(let rate): (kernels_algebraic, rate)
      case .logisticSlope(let rate): (kernels_logistic_slope, rate)
      case .cauchy(let scale): (kernels_cauchy, scale)
      }
    self.tier = tier
    guard rate.high > 1e-100, rate.high < 1e100 else { return nil }
  }

  private func request(_ type: FloatType) -> kernels_request {
    kernels_request(
      function: function, rate: rate.high, rate_low: rate.low, precision: Int32(type.precision),
      least_exponent: Int32(type.minimumExponent), greatest_exponent: Int32(type.maximumExponent))
  }

  /// f at every one of some singles, each rounded once to a single, and the rows that are in doubt.
  package func values(at xs: FloatColumn) -> (values: FloatColumn, doubts: [Int]) {
    var request = request(.f32)
    let count = xs.count
    var doubts = [UInt64](repeating: 0, count: (count + 63) / 64)
    let size = count * MemoryLayout<Float>.size
    let values = [UInt8](unsafeUninitializedCapacity: size) { values, filled in
      filled = size
      xs.withPlace { xs in
        kernels_evaluate_singles(tier.name, &request, xs, count, values.baseAddress, &doubts)
      }
    }
    return (FloatColumn(singles: values), Array(RowSet(doubts)))
  }

  /// Those of f, f′ and f″ that are asked for, at every x, each rounded once to the type.
  package func columns(_ quantities: [Quantity], at xs: [Double], as type: FloatType = .f64)
    -> Columns
  {
    var request = request(type)
    func column(_ quantity: Quantity) -> [Double] {
      // Every row is written to.
      [Double](unsafeUninitializedCapacity: xs.count) {
        $1 = quantities.contains(quantity) ? xs.count : 0
      }
    }
    var (f, df, d2f) = (column(.f), column(.df), column(.d2f))
    let words = (xs.count + 63) / 64
    var doubts = [UInt64](repeating: 0, count: 3 * words)
    f.withUnsafeMutableBufferPointer { f in
      df.withUnsafeMutableBufferPointer { df in
        d2f.withUnsafeMutableBufferPointer { d2f in
          doubts.withUnsafeMutableBufferPointer { doubts in
            let first = doubts.baseAddress
            var columns = kernels_columns(
              values: (f.place, df.place, d2f.place),
              doubts: (first, first.map { $0 + words }, first.map { $0 + 2 * words }))
            kernels_evaluate(tier.name, &request, xs, xs.count, &columns)
          }
        }
      }
    }
    let values = [f, df, d2f]
    return Columns(
      values: quantities.map { values[$0.order] },
      doubts: quantities.map {
        Array(RowSet(doubts[($0.order * words)..<(($0.order + 1) * words)]))
      })
  }
}

extension UnsafeMutableBufferPointer {
  /// Where it begins; nil where it is empty.
  fileprivate var place: UnsafeMutablePointer<Element>? { isEmpty ? nil : baseAddress }
}

extension VectorKernel.Tier {
  fileprivate init(_ name: kernels_tier) {
    self =
      switch name {
      case kernels_avx512: .avx512
      case kernels_avx2: .avx2
      default: .baseline
      }
  }

  /// What the kernels call it.
  var name: kernels_tier {
    switch self {
    case .baseline: kernels_baseline
    case .avx2: kernels_avx2
    case .avx512: kernels_avx512
    }
  }

  /// Those that the processor has.
  package static var usable: [Self] { allCases.filter { $0.name.rawValue <= best.name.rawValue } }
}
