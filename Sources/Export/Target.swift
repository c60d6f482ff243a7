/// What a function is written as: code of a language, or formulas.
package enum Target: Sendable {
  case code(Language)
  case latex

  /// All of them, by their names.
  package static let all = (Language.allCases.map(Target.code) + [.latex])
    .sorted { $0.name < $1.name }

  /// The target of a name.
  package init?(named name: String) {
    guard let target = Self.all.first(where: { $0.name == name }) else { return nil }
    self = target
  }

  package var name: String {
    switch self {
    case .code(let language): language.rawValue
    case .latex: "latex"
    }
  }
}
