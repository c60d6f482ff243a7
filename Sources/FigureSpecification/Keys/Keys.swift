/// The table of keys: the only declaration of what can be asked for.
///
/// To add a key, declare it beside its kin and name it in their list; option, figure file, `--save`, help, completions
/// and suggestions follow.
package enum Keys {
  /// All keys, in the order in which figure files are written and help shows them.
  package static let all: [Key] = figures + commands + results

  /// The most panels of a figure: more would be smaller than a thumbnail.
  package static let panelLimit = 400

  /// The keys of figure files.
  package static let figures = look + functionKeys + panels + styles + axes + annotations

  /// The keys of a command.
  package static func of(_ command: Command) -> [Key] {
    all.filter { $0.commands.contains(command) }.map { $0.of(command) }
  }

  /// The option of a command that is spelt so, given the value behind it; the name without its hyphens.
  package static func option(
    _ name: String, _ value: String?, of command: Command, among keys: [Key]
  )
    -> Key?
  {
    let options = keys.filter { !$0.isPositional }
    let spelled = { (isSought: (Key.Spelling) -> Bool) in
      options.first { key in
        key.spellings.contains { spelling in
          spelling.name == name && isSought(spelling)
            && (spelling.commands.isEmpty || spelling.commands.contains(command))
        }
      }
    }
    return spelled { value.map($0.values.contains) ?? false }
      ?? options.first { $0.name.text == name } ?? spelled(\.values.isEmpty)
  }

  /// The key of figure files with that name; `_` counts as `-`, case does not count.
  package static func ofFigures(named name: String) -> Key? {
    let canonical = String(name.lowercased().map { $0 == "_" ? "-" : $0 })
    return figures.first { $0.name.text == canonical }
  }

  /// The words of an enumeration.
  static func words<Value: RawRepresentable<String> & CaseIterable>(_ type: Value.Type) -> [String]
  {
    Value.allCases.map(\.rawValue)
  }

  /// The same, in a sentence.
  static func list<Value: RawRepresentable<String> & CaseIterable>(_ type: Value.Type) -> String {
    words(type).joined(separator: ", ")
  }
}
