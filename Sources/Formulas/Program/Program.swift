import Activations

/// A formula with its parameters set, as a flat list of instructions over whole batches of x.
///
/// Every instruction writes one register: the value and its derivatives for each x of a block. The last
/// register is the result.
package struct Program: Sendable {
  /// A function of the catalogue with its parameters set.
  package struct Callee: Sendable {
    package let family: FunctionFamily
    /// One value a parameter.
    package let values: [Double]
    /// What evaluates it.
    let activation: any Activation
  }

  /// What a program was made from.
  struct Source: Sendable {
    let expression: Expression
    let parameters: [String: Double]
  }

  /// The instructions; operands stand before what uses them.
  package var instructions: [Instruction] = []
  /// The functions of the catalogue that are called.
  package var callees: [Callee] = []
  /// The quotients of sums of exponentials.
  package var quotients: [ExponentialQuotient] = []
  /// The sizes of constants that were rounded, as that of √2 or of 0.1 + 0.2.
  var rounded: Set<Double> = []
  /// The overflowing idioms that were replaced, as `ln(1 + e^u) → softplus(u)`.
  var idioms: [String] = []
  /// What it was made from, where rules and rounding may have changed it.
  var source: Source?

  /// The value, where it does not depend on x.
  var constant: Double? {
    if case .constant(let value)? = instructions.last { value } else { nil }
  }

  /// The number that a register holds, if it is one.
  func constant(_ register: Int) -> Double? {
    if case .constant(let value) = instructions[register] { value } else { nil }
  }

  /// f and the derivatives that are asked for, at every x.
  ///
  /// NaN in gives NaN out. Where an operation stands exactly on a kink, the result is the mean of its limits from both
  /// sides.
  ///
  /// Where `doubting`, the places are noted at which more than so many times some roundings may have been lost. A function of two
  /// variables wants as many values of the one that is held fixed.
  func columns(
    _ partials: Partials, at xs: [Double], held: [Double] = [], doubting slack: Double? = nil
  ) -> JetColumns {
    var columns = JetColumns(partials, capacity: xs.count)
    let places = RunPlaces(xs: xs, held: held)
    run(over: xs, held: held, partials, bounding: slack != nil) { run, start in
      columns.append(run.result, count: run.count)
      if let slack {
        for index in 0..<run.count where places[start + index].isFinite {
          let doubts = run.ties[index] != 0 ? partials : run.doubts(index, slack)
          if !doubts.isEmpty { columns.markDoubtful(start + index, doubts) }
        }
      }
      guard !run.isPlain else { return }
      for index in 0..<run.count {
        let point = places[start + index]
        if point.x.isNaN || point.held.isNaN {
          columns[start + index] = Jet(.nan, .nan, .nan)
        } else if run.ties[index] != 0 {
          columns[start + index] = meanOfLimits(at: point)
        }
        if point.x.isInfinite { columns.markInfinite(start + index) }
      }
    }
    return columns
  }

  /// How far a constant may be from what it stands for.
  func rounding(of constant: Double) -> Double {
    rounded.contains(constant.magnitude) ? unitRoundoff * constant.magnitude : 0
  }

  /// f, f′ and f″ at every x.
  func evaluate(_ xs: [Double]) -> [Jet] { columns(.upTo(2), at: xs).jets }

  /// f alone at every x.
  func values(_ xs: [Double]) -> [Double] { columns(.upTo(0), at: xs)[.value] }

  /// Runs over x in blocks; the body sees each block's registers, and where it starts.
  func run(
    over xs: [Double], held: [Double] = [], _ partials: Partials, bounding: Bool = false,
    _ body: (borrowing ProgramRun, Int) -> Void
  ) {
    var run = ProgramRun(self, partials, width: xs.count, bounding: bounding)
    xs.withUnsafeBufferPointer { xs in
      held.withUnsafeBufferPointer { held in
        guard let base = xs.baseAddress else { return }
        for start in stride(from: 0, to: xs.count, by: Register.width) {
          run.evaluate(
            base + start, held: held.isEmpty ? nil : held.baseAddress.map { $0 + start },
            count: min(Register.width, xs.count - start))
          body(run, start)
        }
      }
    }
  }

  /// f, f′ and f″ at a place, each the mean of its limits from both sides of x.
  func meanOfLimits(at place: RunPlace) -> Jet {
    let left = limit(at: place, side: -1)
    let right = limit(at: place, side: 1)
    return Jet(
      Self.mean(left.value, right.value), Self.mean(left.first, right.first),
      Self.mean(left.second, right.second))
  }

  private func limit(at place: RunPlace, side: Double) -> Jet {
    var run = ProgramRun(self, .upTo(2), width: 2)
    run.side = side
    // A point beside x, which tells the side where slope and bend do not.
    let xs = [place.x, place.x + side * Swift.max(place.x.magnitude, 1) * 0x1p-20]
    xs.withUnsafeBufferPointer { xs in
      [place.held, place.held].withUnsafeBufferPointer { held in
        if let base = xs.baseAddress {
          run.evaluate(base, held: held.baseAddress, count: xs.count)
        }
      }
    }
    return run.result.jet(0)
  }

  /// The mean; where the function exists on one side alone, what it is there.
  private static func mean(_ a: Double, _ b: Double) -> Double {
    a.isNaN ? b : b.isNaN ? a : a == b ? a : a / 2 + b / 2
  }
}
