import Activations
import Analysis
import Formulas

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

// What one value of a compiled formula costs: beside a closure of the same arithmetic, written by hand,
// in turns, over the same even grid on -10…10; f alone, and f with f′ and f″, there beside a closure whose
// derivatives were simplified on paper too. Prints CSV, nanoseconds a value.

let grid = Grid(-10...10, count: 20_001)
let xs = grid.points(0..<grid.count)

/// The fastest of several runs, in nanoseconds a value.
func cost(_ body: () -> Double) -> Double {
  var fastest = Double.infinity
  var sink = 0.0
  for _ in 0..<25 {
    let start = ContinuousClock.now
    sink += body()
    let taken = ContinuousClock.now - start
    fastest = min(fastest, Double(taken.components.attoseconds) / 1e9 / Double(xs.count))
  }
  // Nobody may drop a loop whose result is used.
  if sink == 0.123 { print(sink) }
  return fastest
}

/// The times of two bodies that take turns.
func costs(_ one: () -> Double, _ other: () -> Double) -> (Double, Double) {
  let rounds = (0..<3).map { _ in (cost(one), cost(other)) }
  return (rounds.map(\.0).min() ?? .nan, rounds.map(\.1).min() ?? .nan)
}

print("formula,closure f,formula f,carried jet,formula jet,simplified jet")
for rival in rivals {
  let activation = try Function(parsing: rival.formula).activation
  // All must mean the same.
  let theirs = activation.jet(at: 1.25)
  for mine in [rival.carried(1.25), rival.simplified(1.25)] {
    precondition(
      abs(mine.value - theirs.value) + abs(mine.first - theirs.first)
        + abs(mine.second - theirs.second) < 1e-12, rival.formula)
  }
  let (plain, compiled) = costs({ xs.map(rival.value)[7] }) {
    activation.columns([.f], at: xs)[0][7]
  }
  let (carried, compiledJet) = costs({ xs.map(rival.carried)[7].second }) {
    activation.columns([.f, .df, .d2f], at: xs)[2][7]
  }
  let simplified = cost { xs.map(rival.simplified)[7].second }
  print("\"\(rival.formula)\",\(plain),\(compiled),\(carried),\(compiledJet),\(simplified)")
}
