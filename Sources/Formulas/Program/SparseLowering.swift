// sparsemax and entmax15: the first few of the arguments in falling order, z₁ ≥ z₂ ≥ …, have a share, those above a threshold τ.
// They are written with greater and lesser ones and choices among supports, so that kinks are found as those of any formula.

extension ProgramBuilder {
  /// max(0, aₖ − τ), Σ max(0, aᵢ − τ) = 1: the support is where τ is greatest, and aₖ − τ the least (1 − Σ (zᵢ − aₖ))/j over the
  /// first i ≤ j of the sorted arguments.
  mutating func sparseShare(_ place: Int, _ arguments: [Int]) -> Int {
    if let known = shareOfInfinity(place, arguments) { return known }
    let arguments = arguments.map { masked($0) }
    let present = arguments.filter { !isAbsent($0) }
    if present.count == 2 {
      let other = present[0] == arguments[place] ? present[1] : present[0]
      return clippedHalf(gap(arguments[place], other))
    }
    var (sum, excess): (Int?, Int?)
    for (index, register) in sorted(present).enumerated() {
      let step = gap(register, arguments[place])
      sum = sum.map { emit(.add($0, step)) } ?? step
      guard let sum else { continue }
      let rest = emit(.subtract(constant(1.0), sum))
      let share = index == 0 ? rest : emit(.quotient(rest, by: Double(index + 1)))
      excess = excess.map { emit(.minimum($0, share)) } ?? share
    }
    return emit(.maximum(excess ?? constant(1.0), constant(0.0)))
  }

  /// max(0, aₖ/2 − τ)², Σ max(0, aᵢ/2 − τ)² = 1: of the first j halves with the sum of squares V around their mean, which exceed
  /// zⱼ by R in all, τ = zⱼ + R/j − √((1 − V)/j) for the largest j for which that is below zⱼ.
  ///
  /// For other j, zⱼ has no share and is below τ, so that τ is also the greatest of the lesser of both: so it is seen to be
  /// continuous. But supports meet with one slope, and where exactly, only the condition tells.
  mutating func sparseSquare(_ place: Int, _ arguments: [Int]) -> Int {
    if let known = shareOfInfinity(place, arguments) { return known }
    let arguments = arguments.map { masked($0) }
    let own = half(arguments[place])
    let sorted = sorted(arguments.filter { !isAbsent($0) }.map { half($0) })
    var spread = Spread(constant(0.0))
    let zero = constant(0.0)
    var excess = plus(gap(own, sorted[0]), 1)
    for count in 2..<max(2, sorted.count + 1) {
      widen(&spread, sorted, count)
      let number = Double(count)
      let square = emit(.multiply(spread.sum, spread.sum))
      spread.squares = emit(
        .add(spread.squares, emit(.quotient(square, by: number * (number - 1)))))
      let rest = emit(.quotient(emit(.subtract(constant(1.0), spread.squares)), by: number))
      let root = apply(.sqrt, emit(.maximum(rest, zero)))
      let reach = emit(.subtract(root, emit(.quotient(spread.sum, by: number))))
      let lead = gap(own, sorted[count - 1])
      if isForCells {
        excess = emit(.minimum(excess, emit(.add(lead, emit(.maximum(reach, zero))))))
      } else {
        excess = emit(.select(.greater, reach, zero, emit(.add(lead, reach)), otherwise: excess))
      }
    }
    let root = emit(.maximum(excess, constant(0.0)))
    return emit(.multiply(root, root))
  }

  /// What the first few of sorted numbers exceed the last of them by.
  private struct Spread {
    /// The sum of what they exceed it by.
    var sum: Int
    /// The sum of squares around their mean.
    var squares: Int

    init(_ zero: Int) { (sum, squares) = (zero, zero) }
  }

  /// One number more.
  private mutating func widen(_ spread: inout Spread, _ sorted: [Int], _ count: Int) {
    let step = gap(sorted[count - 2], sorted[count - 1])
    let raised = count == 2 ? step : emit(.scale(step, by: Double(count - 1)))
    spread.sum = count == 2 ? raised : emit(.add(spread.sum, raised))
  }

  /// (1 + u)/2 between 0 and 1.
  private mutating func clippedHalf(_ u: Int) -> Int {
    let middle = half(plus(u, 1))
    return emit(.minimum(emit(.maximum(middle, constant(0.0))), constant(1.0)))
  }

  private mutating func half(_ u: Int) -> Int { emit(.scale(u, by: 0.5)) }

  private mutating func plus(_ u: Int, _ c: Double) -> Int {
    if let value = constant(u) { return constant(value + c) }
    return emit(.offset(u, by: c))
  }

  /// The share where an argument is infinite, or alone.
  private mutating func shareOfInfinity(_ place: Int, _ arguments: [Int]) -> Int? {
    let infinite = arguments.indices.filter { constant(arguments[$0]) == .infinity }
    if !infinite.isEmpty {
      return constant(infinite.contains(place) ? infinite.count > 1 ? .nan : 1 : 0)
    }
    let present = arguments.indices.filter { !isAbsent(arguments[$0]) }
    guard present.contains(place) else { return constant(present.isEmpty ? .nan : 0) }
    return present.count == 1 ? constant(1.0) : nil
  }

  /// What may be −∞ in places, as `where(x < 0, -inf, x)` is, with the least number there, which has no share either.
  private mutating func masked(_ u: Int) -> Int {
    let hasInfinity = program.instructions.contains { instruction in
      if case .constant(let value) = instruction { value.isInfinite } else { false }
    }
    guard hasInfinity, constant(u) == nil, !isAbsent(u) else { return u }
    return emit(.maximum(u, constant(-.greatestFiniteMagnitude)))
  }

  /// The registers from the greatest to the least, by Batcher's merge exchange (Knuth, volume 3, algorithm 5.2.2M).
  private mutating func sorted(_ registers: [Int]) -> [Int] {
    var sorted = registers
    guard sorted.count > 1 else { return sorted }
    let top = 1 << (Int.bitWidth - 1 - (sorted.count - 1).leadingZeroBitCount)
    var pass = top
    while pass > 0 {
      var (width, rest, distance) = (top, 0, pass)
      while true {
        for index in 0..<max(0, sorted.count - distance) where index & pass == rest {
          exchange(&sorted, index, index + distance)
        }
        if width == pass { break }
        (distance, width, rest) = (width - pass, width / 2, pass)
      }
      pass /= 2
    }
    return sorted
  }

  /// Puts the greater of two before the lesser.
  private mutating func exchange(_ registers: inout [Int], _ first: Int, _ second: Int) {
    let (a, b) = (registers[first], registers[second])
    guard a != b else { return }
    if let u = constant(a), let v = constant(b) {
      registers[first] = u < v ? b : a
      registers[second] = u < v ? a : b
      return
    }
    registers[first] = emit(.maximum(a, b))
    registers[second] = emit(.minimum(a, b))
  }
}
