import Activations

/// One instruction over a block: arithmetic here, curves and piecewise operations in extensions.
///
/// Most loops are without branches, for the compiler to vectorise, and note whether something rare occurred; then
/// those places are gone over once more. A product of an overflowed derivative and an exact 0 is 0.
/// Each is compiled by itself: put together into one function, their loops are no longer vectorised.
struct Kernel: BlockLoop {
  let count: Int
  /// The derivatives that are carried along.
  let partials: Partials
  let side: Double
  let ties: UnsafeMutablePointer<UInt8>
  let out: Register
  var a: Register
  /// Whether `a` is x itself, whose derivatives are 1 and 0.
  var isOfX: Bool

  /// Whether a sign bit is set somewhere; bits are gathered without a branch.
  @inline(__always)
  func anySign(_ bits: (Int) -> UInt64) -> Bool {
    var all: UInt64 = 0
    each { all |= bits($0) }
    return all >> 63 != 0
  }

  /// Fills a column, and tells whether a number in it is NaN.
  @inline(__always)
  private func fill(_ column: UnsafeMutablePointer<Double>, _ value: (Int) -> Double) -> Bool {
    anySign { i in
      let value = value(i)
      column[i] = value
      return value.signIfNaN
    }
  }

  /// Fills the columns that are asked for by formulas that may use those before; where one gives NaN, by the careful one.
  @inline(__always)
  private func fill(
    _ value: (Int) -> Double, _ first: (Int) -> Double, _ second: (Int) -> Double,
    careful: (Int) -> Jet
  ) {
    var isOdd = fill(out.value, value)
    if wants(.x) { isOdd = fill(out[.x], first) || isOdd }
    if wants(.xx) { isOdd = fill(out[.xx], second) || isOdd }
    guard isOdd else { return }
    for i in 0..<count where isNaN(i) { store(careful(i), i) }
  }

  private func isNaN(_ i: Int) -> Bool {
    out.value[i].isNaN || (wants(.x) && out[.x][i].isNaN) || (wants(.xx) && out[.xx][i].isNaN)
  }

  /// Writes as much of a jet as is asked for.
  @inline(__always)
  func store(_ jet: Jet, _ i: Int) {
    out.value[i] = jet.value
    if wants(.x) { out[.x][i] = jet.first }
    if wants(.xx) { out[.xx][i] = jet.second }
  }

  /// The jet of an operand; NaN for what is not asked for.
  @inline(__always)
  func jet(_ register: Register, _ i: Int) -> Jet {
    Jet(
      register.value[i], wants(.x) ? register[.x][i] : .nan, wants(.xx) ? register[.xx][i] : .nan
    )
  }

  /// The same linear function of every column but the value.
  @inline(__always)
  private func derivatives(_ function: (Double) -> Double) {
    for partial in partials.derivatives {
      let (a, out) = (a[partial], out[partial])
      each { i in out[i] = function(a[i]) }
    }
  }

  @inline(never)
  func offset(_ c: Double) {
    each { i in out.value[i] = a.value[i] + c }
    // What has no value has no slopes.
    derivatives { c.isNaN ? c : $0 }
  }

  @inline(never)
  func scale(_ c: Double) {
    // Only 0 and ∞ can meet.
    guard c.isFinite && c != 0 || c.isNaN else {
      each { i in out.value[i] = product(c, a.value[i]) }
      return derivatives { product(c, $0) }
    }
    each { i in out.value[i] = c * a.value[i] }
    derivatives { c * $0 }
  }

  @inline(never)
  func quotient(_ c: Double) {
    each { i in out.value[i] = a.value[i] / c }
    derivatives { $0 / c }
  }

  @inline(never)
  func add(_ b: Register) {
    each { i in out.value[i] = a.value[i] + b.value[i] }
    if wants(.x) { each { i in out[.x][i] = a[.x][i] + b[.x][i] } }
    if wants(.xx) { each { i in out[.xx][i] = a[.xx][i] + b[.xx][i] } }
  }

  @inline(never)
  func subtract(_ b: Register) {
    each { i in out.value[i] = a.value[i] - b.value[i] }
    if wants(.x) { each { i in out[.x][i] = a[.x][i] - b[.x][i] } }
    if wants(.xx) { each { i in out[.xx][i] = a[.xx][i] - b[.xx][i] } }
  }

  @inline(never)
  func multiply(_ b: Register) {
    guard !isOfX else { return multiplyByX(b) }
    fill {
      a.value[$0] * b.value[$0]
    } _: {
      a[.x][$0] * b.value[$0] + a.value[$0] * b[.x][$0]
    } _: {
      a[.xx][$0] * b.value[$0] + 2 * (a[.x][$0] * b[.x][$0]) + a.value[$0] * b[.xx][$0]
    } careful: { i in
      let (u, v) = (jet(a, i), jet(b, i))
      return Jet(
        product(u.value, v.value), product(u.first, v.value) + product(u.value, v.first),
        product(u.second, v.value) + 2 * product(u.first, v.first) + product(u.value, v.second))
    }
  }

  /// x·v, whose derivatives are v + x·v′ and 2v′ + x·v″.
  @inline(never)
  private func multiplyByX(_ v: Register) {
    fill {
      a.value[$0] * v.value[$0]
    } _: {
      v.value[$0] + a.value[$0] * v[.x][$0]
    } _: {
      2 * v[.x][$0] + a.value[$0] * v[.xx][$0]
    } careful: { i in
      let (x, v) = (a.value[i], jet(v, i))
      return Jet(
        product(x, v.value), v.value + product(x, v.first), 2 * v.first + product(x, v.second))
    }
  }

  @inline(never)
  func divide(_ b: Register) {
    fill {
      a.value[$0] / b.value[$0]
    } _: {
      (a[.x][$0] - out.value[$0] * b[.x][$0]) / b.value[$0]
    } _: {
      (a[.xx][$0] - 2 * (out[.x][$0] * b[.x][$0]) - out.value[$0] * b[.xx][$0])
        / b.value[$0]
    } careful: { i in
      let (u, v) = (jet(a, i), jet(b, i))
      if u.value == 0, v.value == 0 {
        if side == 0 { ties[i] = 1 }
        // De l'Hôpital's rule, as far as two derivatives reach; what f″ is, only a third one tells.
        let limit = u.first / v.first
        return Jet(limit, (u.second - product(limit, v.second)) / (2 * v.first), .nan)
      }
      let q = u.value / v.value
      let slope = (u.first - product(q, v.first)) / v.value
      return Jet(
        q, slope, (u.second - 2 * product(slope, v.first) - product(q, v.second)) / v.value)
    }
  }

  /// u^v, whose logarithm is v·ln u.
  @inline(never)
  func power(_ b: Register) {
    for i in 0..<count {
      let (u, v) = (jet(a, i), jet(b, i))
      // 1 to the power of what has no value has none either.
      let p = v.value.isNaN ? v.value : Libm.pow(u.value, v.value)
      out.value[i] = p
      guard wants(.x) else { continue }
      let log = Libm.log(u.value)
      let rate = u.first / u.value
      let first = product(v.first, log) + product(v.value, rate)
      out[.x][i] = product(p, first)
      guard wants(.xx) else { continue }
      let bend = u.second / u.value - rate * rate
      let second = product(v.second, log) + 2 * product(v.first, rate) + product(v.value, bend)
      out[.xx][i] = product(p, first * first + second)
    }
  }
}
