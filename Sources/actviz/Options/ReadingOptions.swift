import Activations
import Analysis
import Formulas
import ArgumentParser
import Figures

/// What helps to read a figure.
struct ReadingOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "How curves are told apart: \(Self.labellings), where direct writes names at their ends.",
      valueName: "name"),
    completion: .list(Labelling.allCases.map(\.rawValue)))
  var label = Labelling.legend.rawValue

  @Option(
    name: .customLong("name"), parsing: .unconditionalSingleValue,
    help: ArgumentHelp(
      "What to call a curve, in the order of the curves; repeatable.", valueName: "text"))
  var names: [String] = []

  @Option(
    help: ArgumentHelp(
      "Mark and number points, of \(Self.features); at most 12 a panel.", valueName: "list"))
  var mark: String?

  @Option(
    help: ArgumentHelp(
      "Shade between two curves, by name or by place: gelu,relu or 1,2.", valueName: "a,b"))
  var band: String?

  @Flag(help: "Put relu, or its derivative and gate H, behind in grey.")
  var grayReference = false

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "The y-domain of panels that show quantities; fitted unless given.", valueName: "lo:hi"))
  var yRange: String?

  private static let labellings = Labelling.allCases.map(\.rawValue).joined(separator: ", ")
  private static let features = Feature.allCases.map(\.rawValue).joined(separator: ", ")

  /// The functions under the names that are given to them.
  func named(_ functions: [Function]) throws -> [Function] {
    guard names.count <= functions.count else {
      let curves = functions.count == 1 ? "is 1 curve" : "are \(functions.count) curves"
      throw Failure(
        .usage, "--name stands there \(names.count) times, but there \(curves) to name.")
    }
    for name in names { try RichText.check(name) }
    return functions.enumerated().map { index, function in
      var function = function
      if index < names.count { function.title = names[index] }
      return function
    }
  }

  /// The aids, for functions that are shown.
  func aids(for functions: [Function]) throws -> ReadingAids {
    guard let labelling = Labelling(rawValue: label.lowercased()) else {
      throw Failure(.usage, "--label is one of \(Self.labellings), not '\(label)'.")
    }
    var aids = ReadingAids()
    aids.labelling = labelling
    aids.features = try mark.map(Self.features) ?? []
    aids.hasGrayReference = grayReference
    aids.yRange = try yRange.map { try Self.range($0, option: "--y-range") }
    let choices = functions + (grayReference ? [ReadingAids.relu].compactMap(\.self) : [])
    aids.band = try band.map { try FunctionPair(parsing: $0, of: choices) }
    return aids
  }

  private static func features(_ list: String) throws -> [Feature] {
    var features: [Feature] = []
    for part in list.split(separator: ",", omittingEmptySubsequences: false) {
      guard let feature = Feature(rawValue: part.lowercased()) else {
        let near = nearest(to: part.lowercased(), among: Feature.allCases.map(\.rawValue))
        throw Failure(
          .usage,
          "--mark knows \(Self.features), not '\(part)'"
            + (near.map { "; did you mean '\($0)'?" } ?? "."))
      }
      if !features.contains(feature) { features.append(feature) }
    }
    return features
  }

  private static func range(_ text: String, option: String) throws -> ClosedRange<Double> {
    guard let (low, high) = NumberText.ends(text), low < high else {
      throw Failure(
        .usage, "\(option) must be two finite numbers LO:HI that rise, such as -1:2, not '\(text)'."
      )
    }
    return low...high
  }
}
