import Activations
import Figures

/// Which functions differ in the value of one parameter, so that their curves have an order and their legend a heading.
///
/// Colours tell the values, from the first to the last; where several functions take the values, dashes tell the
/// functions. What stands beside them is drawn in the colour of text.
struct ParameterSweeps {
  /// The parameter that the functions of a name are swept by.
  private var swept: [String: Parameter] = [:]
  /// The parameters in which functions of a name differ beside it, which tell one sweep from the next.
  private var varied: [String: Set<String>] = [:]
  /// The values of every swept parameter with their places and texts.
  private var values: [String: [Double: (place: Int, text: String)]] = [:]
  /// The sweeps, each with the place of its dash pattern.
  private var strands: [String: Int] = [:]
  private var singles: [String: Int] = [:]
  private let names: FigureNames
  private let divider: String?
  private let isDividedByFunction: Bool

  /// The sweeps among functions that are divided by a facet; nil where they are better told apart as categories.
  init?(_ functions: [Function], by facet: Facet? = nil, _ names: FigureNames) {
    self.names = names
    if case .parameter(let name) = facet { divider = name } else { divider = nil }
    if case .function = facet { isDividedByFunction = true } else { isDividedByFunction = false }
    let families = Dictionary(grouping: functions, by: \.name)
    for (name, members) in families { find(name, members) }
    guard !swept.isEmpty else { return nil }
    for function in functions {
      if let key = strand(of: function) {
        if strands[key] == nil { strands[key] = strands.count }
      } else if singles[function.label] == nil {
        singles[function.label] = singles.count
      }
    }
    for name in Set(swept.values.map(\.name)) { order(name, functions) }
    let steps = values.values.map(\.count).max() ?? 0
    // Few values of many functions are seen better where every function has its colour.
    guard isDividedByFunction || max(strands.count, singles.count) <= steps else { return nil }
  }

  /// Takes the parameter with the most values among functions of one name.
  private mutating func find(_ name: String, _ members: [Function]) {
    guard members.count > 1 else { return }
    var counts: [(parameter: Parameter, count: Int)] = []
    for (index, parameter) in members[0].settings.map(\.parameter).enumerated()
    where parameter.name != divider {
      let count = Set(members.map { $0.settings[index].value }).count
      if count > 1 { counts.append((parameter, count)) }
    }
    // The last of equals: it is the one that changes fastest.
    guard let most = counts.map(\.count).max(), let last = counts.last(where: { $0.count == most })
    else { return }
    swept[name] = last.parameter
    varied[name] = Set(counts.map(\.parameter.name)).subtracting([last.parameter.name])
  }

  /// Gives the values of a parameter their places: in the order given where that rises or falls, else rising.
  private mutating func order(_ name: String, _ functions: [Function]) {
    var all: [Double] = []
    var seen: Set<Double> = []
    for function in functions where swept[function.name]?.name == name {
      guard let value = value(of: function), seen.insert(value).inserted else { continue }
      all.append(value)
    }
    if all != all.sorted(by: >) { all.sort() }
    values[name] = Dictionary(
      uniqueKeysWithValues: all.enumerated().map {
        ($1, (place: $0, text: "$\(names.value($1))$"))
      })
  }

  private func value(of function: Function) -> Double? {
    function.settings.first { $0.parameter.name == swept[function.name]?.name }?.value
  }

  /// What tells the sweep of a function from others; nil for one that is in none.
  private func strand(of function: Function) -> String? {
    guard swept[function.name] != nil else { return nil }
    let others = function.settings.filter {
      varied[function.name]?.contains($0.parameter.name) ?? false
    }
    return ([function.name] + others.map { Decimal.text($0.value) }).joined(separator: "\n")
  }

  /// What was given beside the swept parameter and what panels say.
  private func others(of function: Function) -> [Function.Setting] {
    function.given.filter {
      $0.parameter.name != swept[function.name]?.name && $0.parameter.name != divider
    }
  }

  /// How the curve of a function is drawn.
  func style(of function: Function) -> CurveStyle {
    guard let strand = strand(of: function), let parameter = swept[function.name]?.name,
      let values = values[parameter], let value = value(of: function)
    else {
      if isDividedByFunction { return .category(0) }
      return .ink(pattern: strands.count + (singles[function.label] ?? 0))
    }
    return .step(
      values[value]?.place ?? 0, of: values.count,
      pattern: isDividedByFunction ? 0 : strands[strand] ?? 0)
  }

  /// What the legend says of a function's curve: a bare value under a heading; nil where it has its own name.
  ///
  /// `isFamily` where the function need not be named again.
  func value(of function: Function, isNamed: Bool) -> Curve.Value? {
    guard function.title == nil, let parameter = swept[function.name],
      let value = value(of: function), let text = values[parameter.name]?[value]?.text
    else { return nil }
    let others = names.settings(others(of: function))
    let own = names.name(function)
    let name = !isNamed ? others : others.isEmpty ? own : "\(own) (\(others))"
    let symbol = "$\(parameter.texSymbol)$"
    return Curve.Value(
      heading: name.isEmpty ? symbol : "\(name), \(symbol)", text: text, symbol: symbol)
  }
}
