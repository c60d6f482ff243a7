import Activations
import Formulas

// Sums of powers of e, each taken beside the greatest.

extension Lowering {
  /// e^(a − m)/Σ e^(u − m), m being the greatest: the first exponent carries what its rounding left.
  mutating func share(_ a: Int, _ others: [Int]) throws(CodePrograms.Obstacle) -> Term {
    // In one order for all shares of them, which have the sum in common.
    let all = try numbers(([a] + others).sorted())
    let greatest = greatest(all)
    let sum = Double2(sumOfPowers(all, beside: greatest))
    return Term(
      code.quotient(Double2(code.number(1)), sum, keeps: false),
      exponent: gap(try number(a, keeps: true), greatest), span: -.infinity...0)
  }

  /// ln Σ e^u, two by two: m + ln(1 + e^−|u − v|), which keeps what is small beside 1.
  mutating func logSumExp(_ all: [Int]) throws(CodePrograms.Obstacle) -> Double2 {
    let all = try numbers(all)
    var total = all[0]
    for (place, number) in all.enumerated().dropFirst() {
      let greatest = greatest([total, number])
      let fall = code.negated(try magnitude(gap(total, number)))
      let rest = code.emit(.call(.log1p, plainPower(fall, least: -.infinity)))
      let isLast = place == all.count - 1
      total = withRest(
        code.sum(greatest, Double2(rest), keeps: !isLast), where: greatest.high)
    }
    return total
  }

  private mutating func numbers(_ registers: [Int]) throws(CodePrograms.Obstacle) -> [Double2] {
    var numbers: [Double2] = []
    for register in registers {
      var number = try number(register, keeps: true)
      if survey.isSliced, !code.isGuarded, let low = number.low {
        // By halves the rest of a product of the greatest numbers is none.
        number.low = code.emit(.select(.equal, low, low, low, otherwise: code.number(0)))
      }
      numbers.append(withRest(number, where: number.high))
    }
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
    var gap: Double2
    if code.isGuarded {
      // Where every arm is evaluated nothing is to overflow before its rest is left out: quarters do not.
      let (u, v) = (code.scaled(a, by: 0.25), code.scaled(b, by: 0.25))
      gap = code.scaled(code.sum(u, code.negated(v), keeps: true), by: 4)
    } else {
      let plain = code.emit(.subtract(a.high, b.high))
      gap = withRest(code.sum(a, code.negated(b), keeps: true), where: plain)
    }
    guard code.constant(a.high) == nil, code.constant(b.high) == nil else { return gap }
    let zero = code.number(0)
    return Double2(code.emit(.select(.equal, a.high, b.high, zero, otherwise: gap.high)), gap.low)
  }

  /// A number with its rest where another is finite, else that alone.
  mutating func withRest(_ number: Double2, where plain: Int) -> Double2 {
    guard let low = number.low, code.constant(low) == nil else { return number }
    let (size, infinity) = (code.emit(.magnitude(plain)), code.number(.infinity))
    return Double2(
      code.emit(.select(.less, size, infinity, number.high, otherwise: plain)),
      code.emit(.select(.less, size, infinity, low, otherwise: code.number(0))))
  }
}
