import Activations
import Analysis
import FigureSpecification
import Figures
import Formulas

/// What helps to read a figure, in plain values.
struct ReadingAids {
  var labelling = Labelling.legend
  var legendPlace = LegendPlace.automatic
  /// What is marked and numbered on the curves.
  var features: [Feature] = []
  /// Between which functions' curves it is shaded.
  var band: FunctionPair?
  /// The function that stands behind in grey, or its derivative or gate.
  var gray: Function?
  /// The y-domain of panels that show quantities.
  var yRange: ClosedRange<Double>?

  init() {}

  /// The aids that settings ask for, for functions that are shown.
  ///
  /// Throws a `Problem`.
  init(_ settings: Settings, for functions: [Function], _ reader: FunctionReader) throws {
    labelling = try settings.value(Keys.label)
    legendPlace = try settings.value(Keys.legend)
    features = try settings.value(Keys.features) ?? []
    gray = try reader.gray() ?? (settings[Keys.grayReference] ? Self.relu : nil)
    yRange = try settings.value(Keys.yRange)
    let choices = functions + [gray].compactMap(\.self)
    band = try FunctionPair(settings, of: choices)
  }

  /// What every form is measured against.
  static let relu = Catalogue.family(named: "relu")?.atDefaults

  /// What the curve of a function in grey is called in a panel of a quantity; nil where it has none to show.
  ///
  /// Relu's derivative and its gate are H; its second derivative and its density are no functions.
  static func grayName(_ function: Function, _ quantity: Quantity) -> String? {
    guard let relu, function.isTwin(of: relu), function.title == nil else {
      return function.has(quantity) ? FigureNames(of: [function]).legend(function) : nil
    }
    return switch quantity {
    case .f: "relu"
    case .df, .gate: "$H$"
    case .d2f, .density: nil
    case .sign: "$\\mathrm{sign}$"
    }
  }
}

/// Two of the functions that are shown, as a user names them.
struct FunctionPair {
  /// The functions that either name may mean; a panel has the first of them.
  var sides: [[Function]]

  /// Reads `A,B`: names, labels, or places counted from 1; nil where there is none.
  ///
  /// Throws a `Problem`.
  init?(_ settings: Settings, of functions: [Function]) throws {
    guard let text = try settings.value(Keys.band) else { return nil }
    let parts = text.split(separator: ",", omittingEmptySubsequences: false)
    // A label may hold commas itself.
    for cut in 1..<max(2, parts.count) where parts.count > 1 {
      let names = [parts[..<cut], parts[cut...]].map { $0.joined(separator: ",") }
      let sides = names.map { FunctionPair.functions(called: $0, among: functions) }
      guard sides.allSatisfy({ !$0.isEmpty }) else { continue }
      guard sides[0] != sides[1] else {
        throw settings.problem(
          Keys.band, "\(Keys.band.name) is between two curves, not '\(text)'.")
      }
      self.sides = sides
      return
    }
    let names = functions.enumerated().map { "\($0.offset + 1) \($0.element.label)" }
    let list = names.prefix(20).joined(separator: ", ")
    throw settings.problem(Keys.band, "\(Keys.band.name) names two of \(list), not '\(text)'.")
  }

  private static func functions(called text: String, among functions: [Function]) -> [Function] {
    let text = text.split(separator: " ").joined()
    if let place = Int(text) {
      return functions.indices.contains(place - 1) ? [functions[place - 1]] : []
    }
    func canonical(_ name: String) -> String {
      String(name.lowercased().map { $0 == "-" ? "_" : $0 }.filter { $0 != " " })
    }
    let wanted = canonical(text)
    return functions.filter { function in
      function.calls.contains { canonical($0) == wanted }
    }
  }
}
