/// A formula with its parameters set, as a flat list of instructions over whole batches of x.
///
/// Every instruction writes one slot: a value and two derivatives for each x of a block. The last
/// slot is the result.
struct Program: Sendable {
  /// What an instruction does with its operands' slots.
  enum Operation: Hashable, Sendable {
    case x
    case constant(Double)
    case add, subtract, multiply, divide, power
    /// u + c, c·u, u/c and u^c.
    case offset(Double), scale(Double), quotient(Double), raise(Double)
    /// √(c + u²).
    case root(Double)
    /// ln(e^a + e^b).
    case logSumExp
    case abs, sign, heaviside
    case intrinsic(Int)
    /// g(u)/u of a function that is 0 at 0, by its place in `RemovableRatio.all`.
    case ratio(Int)
    /// A quotient of sums of exponentials, by its place in `quotients`.
    case exponentials(Int)
    case maximum, minimum
    case select(Expression.Comparison)
    /// A function of the catalogue, by its place in `activations`.
    case activation(Int)
  }

  /// An operation and the slots that it reads.
  struct Instruction: Hashable, Sendable {
    var operation: Operation
    var a = 0
    var b = 0
    var c = 0
    var d = 0
  }

  /// The instructions; operands stand before what uses them.
  var instructions: [Instruction] = []
  /// The functions of the catalogue that are called, with their parameters set.
  var activations: [any Activation] = []
  /// The quotients of sums of exponentials.
  var quotients: [ExponentialQuotient] = []
  /// The overflowing idioms that were replaced, as `ln(1 + e^u) → softplus(u)`.
  var idioms: [String] = []

  /// The value, where it does not depend on x.
  var constant: Double? {
    if case .constant(let value)? = instructions.last?.operation { value } else { nil }
  }

  /// The number of values in a block: few enough that the slots stay in the cache.
  static let width = 128

  /// The jets at every x, with derivatives where asked for.
  ///
  /// NaN in gives NaN out. Where an operation stands exactly on a kink, the result is the mean of its limits from both
  /// sides.
  func evaluate(_ xs: [Double], derivatives: Bool) -> [Jet] {
    Array(unsafeUninitializedCapacity: xs.count) { jets, count in
      var run = ProgramRun(self, derivatives: derivatives, width: min(Self.width, xs.count))
      for start in stride(from: 0, to: xs.count, by: Self.width) {
        run.evaluate(xs[start..<min(start + Self.width, xs.count)])
        for index in 0..<run.count {
          let x = xs[start + index]
          let jet = run.ties[index] ? meanOfLimits(at: x) : run.jet(index, at: x)
          jets.initializeElement(at: start + index, to: jet)
        }
      }
      count = xs.count
    }
  }

  /// f alone at every x.
  func values(_ xs: [Double]) -> [Double] {
    Array(unsafeUninitializedCapacity: xs.count) { values, count in
      var run = ProgramRun(self, derivatives: false, width: min(Self.width, xs.count))
      for start in stride(from: 0, to: xs.count, by: Self.width) {
        run.evaluate(xs[start..<min(start + Self.width, xs.count)])
        for index in 0..<run.count {
          let x = xs[start + index]
          let value = run.ties[index] ? meanOfLimits(at: x).value : run.result[index]
          values.initializeElement(at: start + index, to: x.isNaN ? x : value)
        }
      }
      count = xs.count
    }
  }

  /// f, f′ and f″ at x, each the mean of its limits from both sides.
  func meanOfLimits(at x: Double) -> Jet {
    let left = limit(at: x, side: -1)
    let right = limit(at: x, side: 1)
    return Jet(
      Self.mean(left.value, right.value), Self.mean(left.first, right.first),
      Self.mean(left.second, right.second))
  }

  private func limit(at x: Double, side: Double) -> Jet {
    var run = ProgramRun(self, derivatives: true, width: 1)
    run.side = side
    run.evaluate([x])
    return run.jet(0, at: x)
  }

  /// The mean; where the function exists on one side alone, what it is there.
  private static func mean(_ a: Double, _ b: Double) -> Double {
    a.isNaN ? b : b.isNaN ? a : a == b ? a : a / 2 + b / 2
  }
}
