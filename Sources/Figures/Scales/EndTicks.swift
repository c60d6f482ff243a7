extension Ticks {
  /// Ticks that begin and end where the domain does, where both ends are multiples of one round step; else nil.
  ///
  /// Steps of 1, 2 or 5 times a power of ten come before those of 2.5, 3 and 4, and about five intervals before
  /// more or fewer; `fits` says which there is room for. From -5 to 5 the steps are 1 where there is room, else 5.
  static func ending(
    from low: Double, to high: Double, most: Int, where fits: (Ticks) -> Bool
  ) -> Ticks? {
    guard low < high, (high - low).isFinite, let size = DecimalStep.atMost(high - low) else {
      return nil
    }
    var found: [(cost: Double, ticks: Ticks)] = []
    for exponent in [size.exponent - 2, size.exponent - 1, size.exponent] {
      for (mantissa, oddness) in [(1, 0.0), (2, 0), (5, 0), (25, 1), (3, 1), (4, 1)] {
        let step = DecimalStep(mantissa: mantissa, exponent: exponent)
        // Most steps are out of the question: no decimals need be parsed to say so.
        let size = step.value(at: 1)
        guard (1.5...Double(most) + 0.5).contains((high - low) / size),
          low.isNearMultiple(of: size), high.isNearMultiple(of: size)
        else { continue }
        guard let first = step.index(atLeast: low), let last = step.index(atMost: high),
          step.value(at: first) == low, step.value(at: last) == high,
          (2...most).contains(last - first)
        else { continue }
        let share = Double(last - first) / 5
        let cost = max(share, 1 / share) + 2 * oddness
        found.append((cost, Ticks(from: low, to: high, step: step)))
      }
    }
    return found.sorted { $0.cost < $1.cost }.lazy.map(\.ticks).first(where: fits)
  }

  /// Where a few ticks leave much room, the round numbers between them: of -5, 0 and 5 the whole ones.
  var between: [Double] {
    guard values.count <= 3, let low = values.first, let high = values.last, let step,
      let parts = [1: 5, 2: 4, 25: 5, 3: 3, 4: 4, 5: 5][step.mantissa]
    else { return [] }
    let exponent = step.exponent - 2
    let fine = DecimalStep(mantissa: step.mantissa * 100 / parts, exponent: exponent)
    guard step.mantissa * 100 % parts == 0 else { return [] }
    return Ticks(from: low, to: high, step: fine).values.filter { !values.contains($0) }
  }
}

extension Double {
  /// Whether it is a multiple of a step, or rounding may have made it none.
  fileprivate func isNearMultiple(of step: Double) -> Bool {
    let quotient = self / step
    return abs(quotient - quotient.rounded()) <= 1e-6 * max(1, abs(quotient))
  }
}
