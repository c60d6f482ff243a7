import Activations
import Analysis
import Formulas

// The code of the library's articles, block by block as it stands there: that it compiles here is the test.

func evaluatingExample() throws -> [String] {
  var lines: [String] = []
  func print(_ items: Double...) { lines += items.map { "\($0)" } }
  // Evaluating begins
  let mish = try Function(parsing: "mish:alpha=1.5")
  let jet = mish.activation.jet(at: -1)
  print(jet.value, jet.first, jet.second)

  let xs = stride(from: -5.0, through: 5, by: 0.01).map { $0 }
  let columns = mish.activation.columns([.f, .df, .gate], at: xs)
  print(columns[1][500])
  // Evaluating ends
  return lines
}

func inventingExample() throws -> [String] {
  var lines: [String] = []
  func print(_ items: Any...) { lines += items.map { "\($0)" } }
  // Inventing begins
  let own = try Function(parsing: "x*tanh(softplus(2*x))")
  let gated = try Function(parsing: "gate: 1/2 + x/(2*sqrt(1 + x^2))")
  let made = try Function(parsing: "density: exp(-abs(x)^3)")
  print(own.activation.value(at: 1), gated.activation.value(at: 1), made.activation.value(at: 1))

  var definitions = Definitions()
  try definitions.define("bell(x; a=1) = exp(-a*x^2)")
  let bell = try Function(parsing: "bell:a=2", definitions: definitions)
  print(bell.label, bell.activation.value(at: 1))

  let sheet = Inspection(own)
  print(sheet.minimum?.value ?? .nan)
  let measures = Measures(of: own, against: try Function(parsing: "relu"), over: -5...5)
  print(measures.supremumDistance.value)
  // Inventing ends
  return lines
}
