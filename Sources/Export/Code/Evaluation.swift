import Activations
import Formulas

extension Code {
  /// The results at many x, with values for the other arguments, in the type's own arithmetic.
  package func values(of result: Int, at xs: [Double], _ arguments: [Double] = []) -> [Double] {
    switch type {
    case .f32:
      values(result, xs.map { Float($0) }, arguments.map { Float($0) }).map { Double($0) }
    default: values(result, xs, arguments)
    }
  }

  /// Whether no step of a result is NaN at some points or divides by 0, taken or not: a language that evaluates every arm warns of that.
  func isHarmless(_ result: Int, at xs: [Double], _ arguments: [Double]) -> Bool {
    func holds<T: CodeNumber>(_ run: CodeRun<T>) -> Bool {
      (0...result).allSatisfy { place in
        let row = run.row(of: place, xs.count)
        if case .divide(_, let b) = self[place], !row.isEmpty,
          run.row(of: b, xs.count).contains(0)
        {
          return false
        }
        return row.allSatisfy { !$0.isNaN }
      }
    }
    switch type {
    case .f32: return holds(run(result, xs.map { Float($0) }, arguments.map { Float($0) }))
    default: return holds(run(result, xs, arguments))
    }
  }

  /// What each comparison of a result comes to at some points, by the place of its choice.
  func comparisons(of result: Int, at xs: [Double], _ arguments: [Double]) -> [Int: [Bool]] {
    func outcomes<T: CodeNumber>(_ run: CodeRun<T>) -> [Int: [Bool]] {
      var outcomes: [Int: [Bool]] = [:]
      for place in 0...result where !run.row(of: place, xs.count).isEmpty {
        guard case .select(let comparison, let a, let b, _, _) = self[place],
          comparison != .equal, comparison != .unequal
        else { continue }
        outcomes[place] = zip(run.row(of: a, xs.count), run.row(of: b, xs.count)).map {
          comparison.holds($0, $1)
        }
      }
      return outcomes
    }
    switch type {
    case .f32: return outcomes(run(result, xs.map { Float($0) }, arguments.map { Float($0) }))
    default: return outcomes(run(result, xs, arguments))
    }
  }

  /// The result at x.
  func value<T: CodeNumber>(_ result: Int, _ x: T) -> T { values(result, [x], [])[0] }

  /// So many x are taken at once: the rows of some hundred steps stay in a core's cache.
  private static let block = 256

  private func values<T: CodeNumber>(_ result: Int, _ xs: [T], _ arguments: [T]) -> [T] {
    var run = CodeRun(self, result, arguments, width: min(xs.count, Self.block))
    var values: [T] = []
    values.reserveCapacity(xs.count)
    for first in stride(from: 0, to: xs.count, by: Self.block) {
      values += run.values(xs[first..<min(first + Self.block, xs.count)])
    }
    return values
  }

  /// A run of all x at once, with the numbers of every step.
  private func run<T: CodeNumber>(_ result: Int, _ xs: [T], _ arguments: [T]) -> CodeRun<T> {
    var run = CodeRun(self, result, arguments, width: xs.count, keepsAll: true)
    _ = run.values(xs[...])
    return run
  }

  /// Behind which step up to a result nothing reads each of them any more; nil for those that the result does not need.
  fileprivate func lastUses(upTo result: Int) -> [Int?] {
    var last = [Int?](repeating: nil, count: result + 1)
    last[result] = .max
    for place in (0...result).reversed() where last[place] != nil {
      for operand in self[place].operands where last[operand] == nil { last[operand] = place }
    }
    return last
  }

  /// Whether a function is a helper that runs here too.
  func runsHelper(_ function: Primitive) -> Bool {
    [.normalTail, .normalLoss].contains(function) || dialect.lacking.contains(function)
  }
}

/// A run of code over many x, in blocks: each step that a result needs has a row of numbers in one buffer, which is another's once
/// nothing reads it any more.
///
/// So nothing is allocated on the way. It stands beside the types that it is made for, as generic code of other files is not.
private struct CodeRun<T: CodeNumber> {
  private typealias Row = UnsafeMutableBufferPointer<T>

  private let code: Code
  private let result: Int
  private let width: Int
  /// The steps that are run for every block, in order.
  private var steps: [Int] = []
  /// The row of each step; nil where it is not needed.
  private var rows: [Int?]
  private var numbers: [T] = []
  /// The runs of helpers, by the places of the steps that call them.
  private var helpers: [Int: CodeRun] = [:]

  /// - Parameters:
  ///   - width: How many x a block has at most.
  ///   - keepsAll: Whether the rows of all steps are wanted, and not the result's alone.
  init(_ code: Code, _ result: Int, _ arguments: [T], width: Int, keepsAll: Bool = false) {
    (self.code, self.result, self.width) = (code, result, width)
    rows = Array(repeating: nil, count: result + 1)
    let last = code.lastUses(upTo: result)
    var fixed: [(row: Int, value: T)] = []
    var (free, count): ([Int], Int) = ([], 0)
    for place in 0...result where last[place] != nil {
      let value = Self.fixed(code[place], arguments)
      rows[place] = value == nil ? free.popLast() ?? count : count
      if rows[place] == count { count += 1 }
      if let value {
        fixed.append((count - 1, value))
        continue
      }
      steps.append(place)
      if case .call(let function, _) = code[place], code.runsHelper(function),
        let helper = Helper.of(function, code.type)
      {
        helpers[place] = CodeRun(helper.code, helper.result, [], width: width)
      }
      guard !keepsAll else { continue }
      for operand in Set(code[place].operands)
      where last[operand] == place && Self.fixed(code[operand], arguments) == nil {
        free += [rows[operand]].compactMap(\.self)
      }
    }
    numbers = Array(repeating: 0, count: count * width)
    for (row, value) in fixed {
      for index in row * width..<(row + 1) * width { numbers[index] = value }
    }
  }

  /// What a step is whatever x is.
  private static func fixed(_ step: Step, _ arguments: [T]) -> T? {
    switch step {
    case .constant(let value): T(value)
    case .argument(let place): arguments[place]
    default: nil
    }
  }

  /// The numbers of a step in the last block; none where it is not needed.
  func row(of place: Int, _ count: Int) -> ArraySlice<T> {
    guard let row = rows[place] else { return [] }
    return numbers[row * width..<row * width + count]
  }

  /// Runs a block of at most `width` numbers, and gives the result.
  mutating func values(_ xs: ArraySlice<T>) -> ArraySlice<T> {
    for place in steps {
      let step = code[place]
      if var helper = helpers[place], case .call(_, let a) = step {
        let values = helper.values(row(of: a, xs.count))
        writing(place, xs.count) { out, _, _ in _ = out.update(fromContentsOf: values) }
      } else if step == .x {
        writing(place, xs.count) { out, _, _ in _ = out.update(fromContentsOf: xs) }
      } else {
        writing(place, xs.count) { out, row, flushes in Self.run(step, out, row, flushes) }
      }
    }
    return row(of: result, xs.count)
  }

  /// Lets a body write the numbers of a step, which reads those of others.
  private mutating func writing(
    _ place: Int, _ count: Int, _ body: (Row, (Int) -> Row, Bool) -> Void
  ) {
    let (rows, width, flushes) = (rows, width, code.dialect.flushes)
    numbers.withUnsafeMutableBufferPointer { numbers in
      func row(_ place: Int) -> Row {
        let start = (rows[place] ?? 0) * width
        return Row(rebasing: numbers[start..<start + count])
      }
      let out = row(place)
      body(out, row, flushes)
      guard flushes else { return }
      for index in out.indices { out[index] = flushed(out[index]) }
    }
  }

  private static func run(_ step: Step, _ out: Row, _ row: (Int) -> Row, _ flushes: Bool) {
    func each(_ a: Int, _ body: (T) -> T) {
      let u = row(a)
      for index in out.indices { out[index] = body(u[index]) }
    }
    func each(_ a: Int, _ b: Int, _ body: (T, T) -> T) {
      let (u, v) = (row(a), row(b))
      for index in out.indices { out[index] = body(u[index], v[index]) }
    }
    func choose(_ holds: (T, T) -> Bool, _ a: Int, _ b: Int, _ c: Int, _ d: Int) {
      let (u, v, yes, no) = (row(a), row(b), row(c), row(d))
      for index in out.indices { out[index] = holds(u[index], v[index]) ? yes[index] : no[index] }
    }
    switch step {
    case .x, .argument, .constant: break
    case .add(let a, let b): each(a, b, +)
    case .subtract(let a, let b): each(a, b, -)
    case .multiply(let a, let b): each(a, b, *)
    case .divide(let a, let b): each(a, b, /)
    case .negate(let a): each(a) { -$0 }
    case .magnitude(let a): each(a) { $0.magnitude }
    case .root(let a): each(a) { $0.squareRootOfSelf() }
    case .excess(let a, let b, let p):
      let product = row(p)
      let (u, v) = (row(a), row(b))
      for index in out.indices { out[index] = excess(u[index], v[index], product[index], flushes) }
    case .call(let function, let a): each(a) { T.call(function, $0) }
    case .power(let a, let b): each(a, b, T.power)
    case .select(.less, let a, let b, let c, let d): choose(<, a, b, c, d)
    case .select(.lessOrEqual, let a, let b, let c, let d): choose(<=, a, b, c, d)
    case .select(.greater, let a, let b, let c, let d): choose(>, a, b, c, d)
    case .select(.greaterOrEqual, let a, let b, let c, let d): choose(>=, a, b, c, d)
    case .select(.equal, let a, let b, let c, let d): choose(==, a, b, c, d)
    case .select(.unequal, let a, let b, let c, let d): choose(!=, a, b, c, d)
    }
  }

  /// a·b − p by halves of both, as it is where there is no fused operation: the same but for numbers that overflow on the way.
  private static func excess(_ a: T, _ b: T, _ p: T, _ flushes: Bool) -> T {
    func kept(_ u: T) -> T { flushes ? flushed(u) : u }
    let splitter = T(
      Double(sign: .plus, exponent: (T.significandBitCount + 2) / 2, significand: 1) + 1)
    func halves(_ u: T) -> (T, T) {
      let scaled = splitter * u
      let high = scaled - (scaled - u)
      return (high, kept(u - high))
    }
    let (ah, al) = halves(a)
    let (bh, bl) = halves(b)
    return ((kept(ah * bh) - p) + kept(ah * bl) + kept(al * bh)) + kept(al * bl)
  }
}

/// 0 in place of what is below the least normal number.
private func flushed<T: CodeNumber>(_ u: T) -> T {
  u.magnitude < T.leastNormalMagnitude ? u * 0 : u
}
