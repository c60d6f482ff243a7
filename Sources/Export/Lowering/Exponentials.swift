import Activations
import Formulas

// Sums of powers of e, each taken beside the greatest.

extension Lowering {
  /// e^(a − m)/Σ e^(u − m), m being the greatest: the first exponent carries what its rounding left.
  mutating func share(_ a: Int, _ others: [Int]) throws(CodePrograms.Obstacle) -> Term {
    let all = try numbers([a] + others)
    let greatest = greatest(all)
    let sum = Double2(sumOfPowers(all, beside: greatest))
    return Term(
      code.quotient(Double2(code.number(1)), sum, keeps: false), exponent: gap(all[0], greatest),
      span: -.infinity...0)
  }

  /// ln(e^u + e^v) of two, m + ln(1 + e^−|u − v|), or of more.
  mutating func logSumExp(_ all: [Int]) throws(CodePrograms.Obstacle) -> Double2 {
    let all = try numbers(all)
    let greatest = greatest(all)
    let rest: Int
    if all.count == 2 {
      let fall = code.negated(try magnitude(gap(all[0], all[1])))
      rest = code.emit(.call(.log1p, plainPower(fall, least: -.infinity)))
    } else {
      rest = code.emit(.call(.log, sumOfPowers(all, beside: greatest)))
    }
    return code.sum(greatest, Double2(rest), keeps: false)
  }

  private mutating func numbers(_ registers: [Int]) throws(CodePrograms.Obstacle) -> [Double2] {
    var numbers: [Double2] = []
    for register in registers { numbers.append(try number(register, keeps: true)) }
    return numbers
  }

  private mutating func greatest(_ numbers: [Double2]) -> Double2 {
    numbers.dropFirst().reduce(numbers[0]) { greatest, number in
      func choice(_ yes: Int, _ no: Int) -> Int {
        code.emit(.select(.greater, number.high, greatest.high, yes, otherwise: no))
      }
      let zero = code.number(0)
      let isExact = number.low == nil && greatest.low == nil
      return Double2(
        choice(number.high, greatest.high),
        isExact ? nil : choice(number.low ?? zero, greatest.low ?? zero))
    }
  }

  /// Σ e^(u − m).
  private mutating func sumOfPowers(_ numbers: [Double2], beside greatest: Double2) -> Int {
    let powers = numbers.map { code.emit(.call(.exp, gap($0, greatest).high)) }
    return powers.dropFirst().reduce(powers[0]) { code.emit(.add($0, $1)) }
  }

  /// a − b with what its rounding left; 0 of two infinities, and no rest where one is infinite.
  private mutating func gap(_ a: Double2, _ b: Double2) -> Double2 {
    let gap = code.sum(a, code.negated(b), keeps: true)
    let zero = code.number(0)
    let isFinite = code.emit(.magnitude(gap.high))
    let low = gap.low.map {
      code.emit(.select(.less, isFinite, code.number(.infinity), $0, otherwise: zero))
    }
    guard code.constant(a.high) == nil, code.constant(b.high) == nil else {
      return Double2(gap.high, low)
    }
    return Double2(code.emit(.select(.equal, a.high, b.high, zero, otherwise: gap.high)), low)
  }
}
