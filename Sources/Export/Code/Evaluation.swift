import Activations
import Formulas

/// A type in which code is run before it is printed.
package protocol CodeNumber: BinaryFloatingPoint, Sendable {
  static func call(_ function: Primitive, _ u: Self) -> Self
  static func power(_ u: Self, _ v: Self) -> Self
  func squareRootOfSelf() -> Self
}

extension CodeNumber {
  /// 0 in place of what is below the least normal number.
  fileprivate var flushed: Self { isSubnormal ? Self(signOf: self, magnitudeOf: 0) : self }
}

extension Double: CodeNumber {
  package static func call(_ function: Primitive, _ u: Double) -> Double {
    switch function {
    case .exp: Libm.exp(u)
    case .expm1: Libm.expm1(u)
    case .log: Libm.log(u)
    case .log1p: Libm.log1p(u)
    case .log2: Libm.log2(u)
    case .log10: Libm.log10(u)
    case .cbrt: Libm.cbrt(u)
    case .sin: Libm.sin(u)
    case .cos: Libm.cos(u)
    case .tan: Libm.tan(u)
    case .asin: Libm.asin(u)
    case .acos: Libm.acos(u)
    case .atan: Libm.atan(u)
    case .sinh: Libm.sinh(u)
    case .cosh: Libm.cosh(u)
    case .tanh: Libm.tanh(u)
    case .asinh: Libm.asinh(u)
    case .acosh: Libm.acosh(u)
    case .atanh: Libm.atanh(u)
    case .erf: Libm.erf(u)
    case .floor: u.rounded(.down)
    case .ceil: u.rounded(.up)
    case .round: u.rounded(.toNearestOrAwayFromZero)
    case .normalTail: Helper.normalTail(.f64).value(u)
    }
  }

  package static func power(_ u: Double, _ v: Double) -> Double { Libm.pow(u, v) }
  package func squareRootOfSelf() -> Double { squareRoot() }
}

extension Float: CodeNumber {
  /// As the type's own functions would be if they rounded correctly.
  package static func call(_ function: Primitive, _ u: Float) -> Float {
    if function == .normalTail { return Helper.normalTail(.f32).value(u) }
    return Float(Double.call(function, Double(u)))
  }

  package static func power(_ u: Float, _ v: Float) -> Float {
    Float(Double.power(Double(u), Double(v)))
  }

  package func squareRootOfSelf() -> Float { squareRoot() }
}

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
    func holds<T: CodeNumber>(_ columns: [[T]]) -> Bool {
      columns.indices.allSatisfy { place in
        if case .divide(_, let b) = steps[place], !columns[place].isEmpty, columns[b].contains(0) {
          return false
        }
        return columns[place].allSatisfy { !$0.isNaN }
      }
    }
    return type == .f32
      ? holds(columns(upTo: result, xs.map { Float($0) }, arguments.map { Float($0) }))
      : holds(columns(upTo: result, xs, arguments))
  }

  /// The result at x.
  func value<T: CodeNumber>(_ result: Int, _ x: T) -> T { values(result, [x])[0] }

  /// So many x are taken at once: the columns of some hundred steps stay in a core's cache.
  private static let block = 256

  func values<T: CodeNumber>(_ result: Int, _ xs: [T], _ arguments: [T] = []) -> [T] {
    let needed = needed(for: result)
    return stride(from: 0, to: xs.count, by: Self.block).flatMap { first in
      let block = Array(xs[first..<min(first + Self.block, xs.count)])
      return columns(needed, block, arguments)[result]
    }
  }

  /// The values of all steps up to a result; none of those that it does not need.
  func columns<T: CodeNumber>(upTo result: Int, _ xs: [T], _ arguments: [T]) -> [[T]] {
    columns(needed(for: result), xs, arguments)
  }

  /// Which of the steps up to a result it needs.
  private func needed(for result: Int) -> [Bool] {
    var isNeeded = Array(repeating: false, count: result + 1)
    isNeeded[result] = true
    for place in (0...result).reversed() where isNeeded[place] {
      for operand in steps[place].operands { isNeeded[operand] = true }
    }
    return isNeeded
  }

  private func columns<T: CodeNumber>(_ isNeeded: [Bool], _ xs: [T], _ arguments: [T]) -> [[T]] {
    var columns: [[T]] = []
    columns.reserveCapacity(isNeeded.count)
    for place in isNeeded.indices {
      let column = isNeeded[place] ? column(steps[place], xs, arguments, columns) : []
      columns.append(dialect.flushes ? column.map(\.flushed) : column)
    }
    return columns
  }

  private func column<T: CodeNumber>(
    _ step: Step, _ xs: [T], _ arguments: [T], _ columns: [[T]]
  ) -> [T] {
    func zipped(_ a: Int, _ b: Int, _ body: (T, T) -> T) -> [T] {
      let (u, v) = (columns[a], columns[b])
      return u.indices.map { body(u[$0], v[$0]) }
    }
    switch step {
    case .x: return xs
    case .argument(let place): return Array(repeating: arguments[place], count: xs.count)
    case .constant(let value): return Array(repeating: T(value), count: xs.count)
    case .add(let a, let b): return zipped(a, b, +)
    case .subtract(let a, let b): return zipped(a, b, -)
    case .multiply(let a, let b): return zipped(a, b, *)
    case .divide(let a, let b): return zipped(a, b, /)
    case .negate(let a): return columns[a].map { -$0 }
    case .magnitude(let a): return columns[a].map(\.magnitude)
    case .root(let a): return columns[a].map { $0.squareRootOfSelf() }
    case .excess(let a, let b, let p):
      let (u, v, w) = (columns[a], columns[b], columns[p])
      return u.indices.map { excess(u[$0], v[$0], w[$0]) }
    case .call(let function, let a):
      if dialect.lacking.contains(function), let helper = Helper.of(function, type) {
        return helper.code.values(helper.result, columns[a])
      }
      return columns[a].map { T.call(function, $0) }
    case .power(let a, let b): return zipped(a, b, T.power)
    case .select(let comparison, let a, let b, let c, let d):
      let (u, v, yes, no) = (columns[a], columns[b], columns[c], columns[d])
      return u.indices.map { comparison.holds(u[$0], v[$0]) ? yes[$0] : no[$0] }
    }
  }
}

extension Code {
  /// a·b − p by halves of both, as it is where there is no fused operation: the same but for numbers that overflow on the way.
  private func excess<T: CodeNumber>(_ a: T, _ b: T, _ p: T) -> T {
    let splitter: T = type == .f32 ? 4097 : 134_217_729
    func halves(_ u: T) -> (T, T) {
      let scaled = splitter * u
      let high = scaled - (scaled - u)
      return (high, u - high)
    }
    let (ah, al) = halves(a)
    let (bh, bl) = halves(b)
    return ((ah * bh - p) + ah * bl + al * bh) + al * bl
  }
}
