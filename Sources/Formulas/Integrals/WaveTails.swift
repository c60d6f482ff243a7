import Activations

extension Program {
  /// The period of all sines and cosines of multiples of x; nil where there are none, or none in common.
  var period: Double? {
    let frequencies = instructions.compactMap { instruction -> Double? in
      switch instruction {
      case .intrinsic(.sin, let u), .intrinsic(.cos, let u): slope(u)
      case .ratio(let place, let u) where RemovableRatio.all[place].function == .sin: slope(u)
      case _: nil
      }
    }.map(\.magnitude).filter { $0 > 0 }
    guard let least = frequencies.min() else { return nil }
    let isCommon = frequencies.allSatisfy { abs($0 / least - ($0 / least).rounded()) < 1e-9 }
    return isCommon ? 2 * Double.pi / least : nil
  }

  /// c where a register is c·x and a constant.
  private func slope(_ register: Int) -> Double? {
    switch instructions[register] {
    case .x: 1
    case .scale(let u, let c): slope(u).map { $0 * c }
    case .quotient(let u, let c): slope(u).map { $0 / c }
    case .offset(let u, _): slope(u)
    case _: nil
    }
  }
}

extension IntegralBuilder {
  /// The integral of a wave of a period whose mean falls like a power of x; nil where that is not what it does.
  ///
  /// It is integrated over 128 periods on both sides. The integrals up to 2, 4, … 128 of them have a limit that Richardson's
  /// extrapolation tells. Beyond, its mean goes on as that power, and what of the wave is left out is told as an error.
  static func wave(
    cuts: [Double], period: Double, of values: @escaping ([Double]) -> [Double]
  ) -> Antiderivative? {
    let count = 128
    let reach = Double(count) * period
    let halves = (-2 * count...2 * count).map { Double($0) * period / 2 }
    let knots = Set(halves + cuts.filter { abs($0) < reach && abs($0) > 1e-9 }).sorted()
    let drafts = drafts(
      zip(knots, knots.dropFirst()).map { IntegralCell(low: $0, high: $1) }, of: values)
    var report = IntegralReport(drafts, unresolved: nil)
    let parts = IntegralParts(drafts)
    guard let left = WaveTail(parts, -1, period, count),
      let right = WaveTail(parts, 1, period, count)
    else { return nil }
    let missed = left.missed + right.missed
    if missed > report.error { report.worst = reach }
    report.error += missed
    report.isSettled = (true, true)
    return Antiderivative(
      parts, left: IntegralTail(side: -1, start: reach, total: left.rest, power: left.power),
      right: IntegralTail(side: 1, start: reach, total: right.rest, power: right.power),
      report: report)
  }
}

/// What is left of a wave beyond so many periods on one side.
private struct WaveTail {
  /// The integral of the rest.
  let rest: Double
  /// The power with which the mean falls.
  let power: Double
  /// What the wave may differ from its mean, integrated.
  let missed: Double

  init?(_ parts: IntegralParts, _ side: Double, _ period: Double, _ count: Int) {
    var sums: [Double] = []
    var periods = 2
    while periods <= count {
      let end = Double(periods) * period * (1 + 1e-12)
      sums.append(
        zip(parts.cells, parts.integrals).reduce(0) { sum, part in
          let (near, far) = (part.0.low * side, part.0.high * side)
          return min(near, far) >= 0 && max(near, far) <= end ? sum + part.1 : sum
        })
      periods *= 2
    }
    let last = sums[sums.count - 1]
    let steps = zip(sums, sums.dropFirst()).map { $1 - $0 }
    let measured = Libm.log(steps[steps.count - 2] / steps[steps.count - 1]) / 0.6931471805599453
    let exponent = (2 * measured).rounded() / 2
    guard abs(measured - exponent) < 0.05, exponent >= 0.5 else { return nil }
    var (table, before, order) = (sums, last, exponent)
    while table.count > 1 {
      let factor = Libm.pow(2, order)
      before = table[table.count - 1]
      table = zip(table, table.dropFirst()).map { (factor * $1 - $0) / (factor - 1) }
      order += 1
    }
    guard abs(table[0] - before) <= 1e-9 * abs(table[0]) else { return nil }
    rest = table[0] - last
    power = exponent + 1
    missed = abs(rest) * exponent / Double(count)
  }
}
