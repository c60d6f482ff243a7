import Activations

/// A word of a formula.
struct Token: Equatable {
  /// What kind of word it is.
  enum Kind: Equatable {
    case number(Double)
    case name(String)
    case symbol(Symbol)
    /// A raised number, as `²` and `¹⁰`.
    case raised(Double)
    /// `′`, and how many derivatives it asks for.
    case prime(Int)
    case end
  }

  /// The operators and marks of the language.
  enum Symbol: String {
    case plus = "+"
    case minus = "-"
    case times = "*"
    case over = "/"
    case power = "^"
    case open = "("
    case close = ")"
    case bar = "|"
    case comma = ","
    case semicolon = ";"
    case equals = "="
    case less = "<"
    case lessOrEqual = "<="
    case greater = ">"
    case greaterOrEqual = ">="
    case equal = "=="
    case unequal = "!="
    case and = "&&"
    case or = "∨"
    case question = "?"
    case colon = ":"
    case openFloor = "⌊"
    case closeFloor = "⌋"
    case openCeiling = "⌈"
    case closeCeiling = "⌉"
    case root = "√"
    case cubeRoot = "∛"
  }

  var kind: Kind
  /// The index of its first character.
  var offset: Int
  /// The word as it was typed.
  var text: String

  /// Where the word ends.
  var end: Int { offset + text.count }

  /// The word in a sentence.
  var quoted: String { kind == .end ? "the end" : "'\(text)'" }
}
