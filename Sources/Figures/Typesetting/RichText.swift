/// A text in which formulas stand between dollar signs, as titles, names and notes of a figure may be.
///
/// `\$` is a dollar sign. Between `$` and `$` stands the TeX subset of `Documentation/typesetting.md`.
package struct RichText {
  /// A part of a text.
  enum Piece: Equatable {
    /// Characters as they are.
    case plain(String)
    /// A formula.
    case formula([MathItem])
  }

  /// The parts, in order.
  let pieces: [Piece]

  /// Reads a text.
  ///
  /// - Throws: `TypesettingError` for a dollar sign without its partner, and for what is wrong
  ///   between them.
  init(parsing text: String) throws(TypesettingError) {
    let characters = Array(text)
    var pieces: [Piece] = []
    var plain = ""
    var next = 0
    while next < characters.count {
      let character = characters[next]
      if character == "\\", next + 1 < characters.count, characters[next + 1] == "$" {
        plain.append("$")
        next += 2
      } else if character == "$" {
        guard let end = Self.partner(of: next, in: characters) else {
          throw TypesettingError(
            "This $ begins a formula that no other $ ends; a dollar sign is written \\$.",
            in: text, at: next)
        }
        var parser = try MathParser(text, characters, in: next + 1..<end)
        let formula = try parser.formula()
        if !plain.isEmpty { pieces.append(.plain(plain)) }
        plain = ""
        pieces.append(.formula(formula))
        next = end + 1
      } else {
        plain.append(character)
        next += 1
      }
    }
    if !plain.isEmpty { pieces.append(.plain(plain)) }
    self.pieces = pieces
  }

  /// The parts of a text that was checked; one that was not, and is wrong, is shown as it is.
  init(_ text: String) {
    self = (try? RichText(parsing: text)) ?? RichText(pieces: [.plain(text)])
  }

  private init(pieces: [Piece]) { self.pieces = pieces }

  /// Whether a text may hold a formula or an escaped dollar sign.
  static func isRich(_ text: String) -> Bool { text.utf8.contains(UInt8(ascii: "$")) }

  /// Checks the formulas of a text, before anything slow is done.
  ///
  /// - Throws: `TypesettingError` with the place of the first thing that is wrong.
  package static func check(_ text: String) throws(TypesettingError) {
    if isRich(text) { _ = try RichText(parsing: text) }
  }

  /// The text with its dollar signs escaped, so that it is shown as it is.
  package static func escaped(_ text: String) -> String {
    isRich(text) ? text.replacing("$", with: "\\$") : text
  }

  /// The names of all commands with their backslashes, for hints.
  package static var commands: [String] {
    MathCommand.groups.flatMap(\.commands).map { "\\" + $0.name }
  }

  /// The dollar sign that ends the formula begun at one; those within `\text{…}` are the text's own.
  private static func partner(of start: Int, in characters: [Character]) -> Int? {
    var next = start + 1
    while next < characters.count {
      switch characters[next] {
      case "$": return next
      case "\\":
        let letters = characters[(next + 1)...].prefix { $0.isASCII && $0.isLetter }
        next = max(letters.endIndex, next + 2)
        // Only what a brace follows may be a text; every other command need not be looked up.
        if next < characters.count, characters[next] == "{",
          case .text = MathCommand.named(String(letters))
        {
          next = closing(next, in: characters) ?? next
        }
      default: next += 1
      }
    }
    return nil
  }

  /// The brace that closes one.
  private static func closing(_ start: Int, in characters: [Character]) -> Int? {
    var depth = 0
    var next = start
    while next < characters.count {
      switch characters[next] {
      case "\\": next += 1
      case "{": depth += 1
      case "}":
        depth -= 1
        if depth == 0 { return next }
      default: break
      }
      next += 1
    }
    return nil
  }
}
