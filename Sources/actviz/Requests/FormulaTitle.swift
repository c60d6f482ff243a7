import Activations
import FigureSpecification

extension Title {
  /// The formulas of the functions as a title that is typeset: `f(x) = …`, and `H(x) = …` where gates or
  /// densities are shown.
  ///
  /// Several functions carry their names as subscripts. Nil where there are too many to be read.
  static func formulas(of functions: [Function], _ quantities: [Quantity]) -> String? {
    var kinds: [Function] = []
    for function in functions where !kinds.contains(where: { $0.family == function.family }) {
      kinds.append(function)
    }
    guard kinds.count <= 6 else { return nil }
    let names = FigureNames(of: functions)
    let showsFunction = quantities.contains { !$0.needsGate }
    let showsGate = quantities.contains { $0.needsGate }
    let formulas = kinds.flatMap { kind in
      let name = kinds.count > 1 ? subscripted(kind.family.name) : ""
      let gate = showsGate ? kind.family.gateTex.map { "H\(name)(x)=\($0)" } : nil
      let function =
        showsFunction || gate == nil
        ? formula(names.tex(kind), named: "f\(name)(\(kind.surface == nil ? "x" : "x,y"))") : nil
      return [function, gate].compactMap(\.self)
    }
    return formulas.map { "$\\displaystyle \($0)$" }.joined(separator: "$,\\quad$")
  }

  private static func formula(_ tex: String, named name: String) -> String {
    // What is too long to be read is left out.
    "\(name)=\(tex.isEmpty ? "\\ldots" : tex)"
  }

  /// A function's name as a subscript; none for a formula, which has no name.
  private static func subscripted(_ name: String) -> String {
    let isWord = name.allSatisfy { $0 == "_" || $0.isLetter || $0.isNumber }
    return isWord ? "_{\\mathrm{\(name)}}" : ""
  }
}

extension Settings {
  /// The title that is given, nil where none is; `formula` stands for the formulas of the functions.
  ///
  /// Throws a `Problem`.
  func title(of functions: [Function], _ quantities: [Quantity]) throws -> String? {
    let title = try value(Keys.title)
    guard title?.lowercased() == "formula" else { return title }
    return Title.formulas(of: functions, quantities)
  }
}
