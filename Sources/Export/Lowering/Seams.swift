import Formulas

/// Where a program is to be taken apart.
enum Seams {
  /// Functions of which each side of 0 has its own form.
  private static let twoSided: [Intrinsic] = [
    .sigmoid, .softplus, .distribution, .density, .erfc, .erfcx, .atan, .sign, .heaviside, .abs,
  ]

  /// Where the argument of an operation with two forms changes its sign, whatever the values of the program's arguments.
  static func turns(of program: Program, _ arguments: [[Double]]) -> [Double] {
    shared(by: arguments.map { turns(of: program.setting($0)) })
  }

  /// The places that stand in all of some lists.
  static func shared(by lists: [[Double]]) -> [Double] {
    guard let first = lists.first else { return [] }
    return lists.dropFirst().reduce(Set(first)) { $0.intersection($1) }.sorted()
  }

  private static func turns(of program: Program) -> [Double] {
    var arguments: Set<Int> = []
    for instruction in program.instructions {
      if case .intrinsic(let function, let a) = instruction, twoSided.contains(function) {
        arguments.insert(a)
      }
      if case .exponentials(_, let a) = instruction { arguments.insert(a) }
      if case .activation(_, let a) = instruction { arguments.insert(a) }
      if case .sign(let a) = instruction { arguments.insert(a) }
      if case .heaviside(let a) = instruction { arguments.insert(a) }
      if case .abs(let a) = instruction { arguments.insert(a) }
    }
    let grid = (-400...400).map { Double($0) / 8 + ($0 == 0 ? 0 : 0x1p-30) }
    var turns: Set<Double> = []
    for argument in arguments {
      let values = program.values(of: argument, at: grid)
      for index in grid.indices.dropFirst() where values[index - 1] * values[index] < 0 {
        turns.insert(zero(of: argument, in: program, grid[index - 1], grid[index]))
      }
      for index in grid.indices where values[index] == 0 { turns.insert(grid[index]) }
      if turns.count > 12 { return [] }
    }
    return turns.sorted()
  }

  private static func zero(of register: Int, in program: Program, _ a: Double, _ b: Double)
    -> Double
  {
    var (low, high) = (a, b)
    let sign = program.values(of: register, at: [a])[0] < 0
    for _ in 0..<80 {
      let middle = low / 2 + high / 2
      guard low < middle, middle < high else { break }
      let value = program.values(of: register, at: [middle])[0]
      if value == 0 { return middle }
      if (value < 0) == sign { low = middle } else { high = middle }
    }
    return low.magnitude < 1e-300 ? 0 : high
  }
}
