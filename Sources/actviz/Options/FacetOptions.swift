import Activations
import Analysis
import Formulas
import ArgumentParser

/// How a figure is divided into panels, and what these share.
struct FacetOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "A panel for every value of a parameter, or for every function or quantity.",
      valueName: "name"))
  var facet: String?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("How many panels stand side by side.", valueName: "n"))
  var columns: String?

  @Flag(help: "Fit the x-domain of every facet, within --x-range, to where its curves bend.")
  var freeX = false

  @Flag(help: "Fit the y-domain of every panel to its curves.")
  var freeY = false

  /// How functions are divided, nil where that is by quantity as always.
  func kind(of functions: [Function]) throws -> Facet? {
    guard let facet else { return nil }
    switch facet.lowercased() {
    case "quantity": return nil
    case "function": return .function
    default:
      let parameters = functions.flatMap(\.family.parameters)
      let found = parameters.first { parameter in
        [parameter.name, parameter.symbol].contains { $0.lowercased() == facet.lowercased() }
      }
      guard let found else {
        var names = ["function", "quantity"]
        for name in parameters.map(\.name) where !names.contains(name) { names.append(name) }
        throw Failure(
          .usage,
          "--facet makes panels of \(names.joined(separator: ", ")), not of '\(facet)'.")
      }
      return .parameter(found.name)
    }
  }

  /// The number of columns, nil where none is given.
  func columnCount() throws -> Int? {
    guard let columns else { return nil }
    guard let count = Int(columns), (1...Facet.panelLimit).contains(count) else {
      throw Failure(
        .usage,
        "--columns must be a whole number from 1 to \(Facet.panelLimit), not '\(columns)'.")
    }
    return count
  }
}
