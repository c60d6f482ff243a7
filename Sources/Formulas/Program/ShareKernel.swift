import Activations

// Exponentials of several registers, of which the greatest is taken out: none overflows, and what is added is positive.

extension Kernel {
  /// ln Σ e^u = max + ln(1 + Σ e^(u − max)), whose slope is the mean of theirs, weighted by e^u.
  @inline(never)
  func logSumExp(_ registers: [Register]) {
    var weights = Weights(registers.count)
    for i in 0..<count {
      let rest = weights.fill { registers[$0].value[i] }
      out.value[i] = weights.greatest + Libm.log1p(rest)
      guard wants(.x) else { continue }
      let slope = weights.mean { registers[$0][.x][i] }
      out[.x][i] = slope
      guard wants(.xx) else { continue }
      out[.xx][i] = weights.mean {
        let tilt = registers[$0][.x][i] - slope
        return registers[$0][.xx][i] + tilt * tilt
      }
    }
  }

  /// p = 1/(1 + Σ e^(u − a)): p′ = −p·S with the mean S = Σ q·(u − a)′ over the shares q of the others, and
  /// p″ = p·(2S² − Σ q·((u − a)′² + (u − a)″)).
  @inline(never)
  func share(_ registers: [Register]) {
    var weights = Weights(registers.count + 1)
    let last = registers.count
    for i in 0..<count {
      let a = jet(self.a, i)
      _ = weights.fill { $0 == last ? a.value : registers[$0].value[i] }
      let p = weights.share(of: last)
      out.value[i] = p
      guard wants(.x) else { continue }
      let slope = weights.mean { $0 == last ? 0 : registers[$0][.x][i] - a.first }
      out[.x][i] = -product(p, slope)
      guard wants(.xx) else { continue }
      let bend = weights.mean {
        guard $0 != last else { return 0 }
        let tilt = registers[$0][.x][i] - a.first
        return registers[$0][.xx][i] - a.second + tilt * tilt
      }
      out[.xx][i] = product(p, 2 * slope * slope - bend)
    }
  }
}

/// Exponentials of several numbers as shares of their sum.
private struct Weights {
  private(set) var greatest = 0.0
  private var weights: [Double]
  private var sum = Total()

  init(_ count: Int) { weights = Array(repeating: 0, count: count) }

  /// Computes e^(u − max) of all numbers, and the sum of those but the greatest.
  ///
  /// What rounding takes from a difference is put back into its exponential.
  mutating func fill(_ number: (Int) -> Double) -> Double {
    var place = 0
    greatest = -.infinity
    var isNumber = true
    for index in weights.indices {
      let value = number(index)
      if value > greatest { (greatest, place) = (value, index) }
      if value.isNaN { isNumber = false }
    }
    guard isNumber, greatest.isFinite else {
      if !isNumber { greatest = .nan }
      fillInfinite(number)
      return 0
    }
    var rest = Total()
    for index in weights.indices where index != place {
      let value = number(index)
      weights[index] = value == greatest ? 1 : Self.exponential(of: value, less: greatest)
      rest.add(weights[index])
    }
    weights[place] = 1
    sum = rest
    sum.add(1)
    return rest.value
  }

  /// What is ∞ weighs all, or of several nobody knows how much, and so does what is −∞ where all are.
  private mutating func fillInfinite(_ number: (Int) -> Double) {
    var infinite = 0
    for index in weights.indices {
      let isGreatest = number(index) == greatest
      infinite += isGreatest ? 1 : 0
      weights[index] = isGreatest ? 1 : greatest.isNaN ? .nan : 0
    }
    sum = Total(1)
    guard infinite > 1 else { return }
    for index in weights.indices where weights[index] == 1 { weights[index] = .nan }
  }

  private static func exponential(of value: Double, less greatest: Double) -> Double {
    let gap = value - greatest
    let power = Libm.exp(gap)
    let part = gap - value
    let lost = (value - (gap - part)) + (-greatest - part)
    return lost.isFinite ? power + power * lost : power
  }

  func share(of index: Int) -> Double { weights[index] / sum.value }

  /// The mean of numbers by weight; what weighs nothing does not count.
  func mean(_ number: (Int) -> Double) -> Double {
    var total = Total()
    for index in weights.indices { total.add(product(weights[index], number(index))) }
    return total.value / sum.value
  }
}

/// A sum that keeps what rounding takes from it.
private struct Total {
  private var high = 0.0
  private var low = 0.0

  init(_ value: Double = 0) { high = value }

  var value: Double { low.isFinite ? high + low : high }

  mutating func add(_ term: Double) {
    let sum = high + term
    let part = sum - high
    low += (high - (sum - part)) + (term - part)
    high = sum
  }
}
