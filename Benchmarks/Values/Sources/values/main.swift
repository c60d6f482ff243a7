import Activations
import Analysis
import Formulas

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

// What one value costs: each function of the catalogue beside its textbook formula through the C
// library, in turns, over the same even grid on -10…10. Prints CSV, nanoseconds a value.

let grid = Grid(-10...10, count: 20_001)
let xs = grid.points(0..<grid.count)

/// The textbook formulas, as one would write them down: they overflow and cancel, and that is the point.
let plain: [(String, @Sendable (Double) -> Double)] = [
  ("form1", { x in x * 0.5 * (1 + x / log(exp(x) + exp(-x))) }),
  ("form2", { x in x * 0.5 * (1 + x / (1 + x * x).squareRoot()) }),
  ("form3", { x in x * (1 + exp(-x) + x * exp(-x)) / ((1 + exp(-x)) * (1 + exp(-x))) }),
  ("form4", { x in x * 0.5 * (1 + erf(x / 2.0.squareRoot())) }),
  ("form5", { x in x * (0.5 + atan(x) / .pi) }),
  ("form6", { x in x / (1 + exp(-x)) }),
  ("form7", { x in x * tanh(log(1 + exp(x))) }),
]

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

print("function,plain,f,f and df")
for (name, formula) in plain {
  let activation = try Function(parsing: name).activation
  let old = cost { xs.map(formula)[7] }
  let value = cost { activation.columns([.f], at: xs)[0][7] }
  let both = cost { activation.columns([.f, .df], at: xs)[1][7] }
  print("\(name),\(old),\(value),\(both)")
}
for name in ["gennorm", "gennorm:beta=0.5", "gennorm:beta=3", "gelu_tanh", "softplus", "elu"] {
  let activation = try Function(parsing: name).activation
  let value = cost { activation.columns([.f], at: xs)[0][7] }
  let both = cost { activation.columns([.f, .df], at: xs)[1][7] }
  print("\"\(name)\",,\(value),\(both)")
}
