import Activations

/// Titles and file names made from the functions that a figure shows.
enum Title {
  /// The functions in words, typeset: `gelu, swish and form1 (α = 0.5, 1, 2)`.
  static func names(of functions: [Function], _ notation: FigureNames) -> String {
    let names = groups(functions).map { title(of: $0, notation) }
    guard names.count > 1 else { return names.joined() }
    guard names.count <= 10 else { return "\(names.count) functions" }
    return Array(names.dropLast()).joined(separator: ", ") + " and " + names[names.count - 1]
  }

  /// The functions' names joined by hyphens, as the name of a file.
  static func fileName(of functions: [Function]) -> String {
    let names = groups(functions).map { safe($0[0].name) }
    var unique: [String] = []
    for name in names where !unique.contains(name) { unique.append(name) }
    guard unique.count > 8 else { return unique.joined(separator: "-") }
    return unique.prefix(8).joined(separator: "-") + "-and-\(unique.count - 8)-more"
  }

  /// A name as a part of a file's: what is no letter or digit becomes a hyphen; formulas are cut.
  private static func safe(_ name: String) -> String {
    let pieces = name.split { !$0.isASCII || !($0.isLetter || $0.isNumber || $0 == "_") }
    let joined = String(pieces.joined(separator: "-").prefix(60))
    return joined.isEmpty ? "formula" : joined
  }

  /// Neighbours of one name with the same parameters given: a sweep.
  private static func groups(_ functions: [Function]) -> [[Function]] {
    functions.reduce(into: []) { groups, function in
      let isSweep =
        groups.last.map {
          $0[0].name == function.name
            && $0[0].given.map(\.parameter) == function.given.map(\.parameter)
        } ?? false
      if isSweep {
        groups[groups.count - 1].append(function)
      } else {
        groups.append([function])
      }
    }
  }

  private static func title(of group: [Function], _ names: FigureNames) -> String {
    let parameters = group[0].given.indices.map { index in
      var values: [String] = []
      for function in group {
        let value = names.value(function.given[index].value)
        if !values.contains(value) { values.append(value) }
      }
      if values.count > 8 { values[2..<(values.count - 1)] = ["…"] }
      let symbol = group[0].given[index].parameter.texSymbol
      return "$\(symbol)=\(values.joined(separator: "$, $"))$"
    }
    return names.name(group[0])
      + (parameters.isEmpty ? "" : " (\(parameters.joined(separator: "; ")))")
  }
}
