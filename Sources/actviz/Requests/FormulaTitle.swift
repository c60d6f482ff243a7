import Activations
import Formulas
import Figures

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
    let showsFunction = quantities.contains { !$0.needsGate }
    let showsGate = quantities.contains { $0.needsGate }
    let formulas = kinds.flatMap { kind in
      let name = kinds.count > 1 ? subscripted(kind.family.name) : ""
      let gate = showsGate ? kind.family.gateTex.map { "H\(name)(x)=\($0)" } : nil
      let function = showsFunction || gate == nil ? formula(of: kind, named: "f\(name)") : nil
      return [function, gate].compactMap(\.self)
    }
    return formulas.map { "$\\displaystyle \($0)$" }.joined(separator: "$,\\quad$")
  }

  private static func formula(of function: Function, named name: String) -> String {
    // What is too long to be read is left out.
    "\(name)(x)=\(function.tex.isEmpty ? "\\ldots" : function.tex)"
  }

  /// A function's name as a subscript; none for a formula, which has no name.
  private static func subscripted(_ name: String) -> String {
    let isWord = name.allSatisfy { $0 == "_" || $0.isLetter || $0.isNumber }
    return isWord ? "_{\\mathrm{\(name)}}" : ""
  }
}

extension FigureOptions {
  /// The title as it was given, its formulas checked; `formula` stands for those of the functions.
  ///
  /// - Throws: `TypesettingError`.
  func title(of functions: [Function], _ quantities: [Quantity]) throws -> String? {
    guard let title else { return nil }
    if title.lowercased() == "formula" { return Title.formulas(of: functions, quantities) }
    try RichText.check(title)
    return title
  }
}

extension Failure {
  /// A typeset formula's error, under its text and a caret.
  init(_ status: ExitStatus, _ error: TypesettingError) {
    var sentence = error.description
    if let command = error.unknownCommand {
      let hint = nearest(to: command, among: RichText.commands)
      sentence =
        sentence.dropLast()
        + (hint.map { "; did you mean \($0)?" } ?? "; Documentation/typesetting.md lists them all.")
    }
    self.init(
      status, sentence, excerpt: Excerpt(of: error.text, at: error.offset).description)
  }
}
