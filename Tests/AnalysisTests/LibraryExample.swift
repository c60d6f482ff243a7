import Activations
import Analysis
import Formulas

/// The page's example of use as a library, line by line: that it compiles here is the test.
func libraryExample() throws -> [String] {
  var lines: [String] = []
  func print(_ text: String) { lines.append(text) }
  // The page begins
  let mish = try Function(parsing: "mish:alpha=1.5")
  let jet = mish.activation.jet(at: -1)
  print("\(mish.label): \(jet.value), \(jet.first), \(jet.second)")

  // A batch: one array a quantity, one dynamic call for all.
  let columns = mish.activation.columns([.f, .gate], at: [-1, 0, 1])
  print("\(columns[1][1])")

  // How far from relu, over a domain.
  let measures = Measures(of: mish, against: try Function(parsing: "relu"), over: -5...5)
  print("\(measures.supremumDistance.x) \(measures.supremumDistance.value)")
  // The page ends
  return lines
}
