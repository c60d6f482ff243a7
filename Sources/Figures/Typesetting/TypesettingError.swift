/// What is wrong with a formula between dollar signs, and where; its description is one sentence.
package struct TypesettingError: Error, Equatable, CustomStringConvertible {
  /// One sentence that names the wrong thing and what would be right.
  package let description: String
  /// The text in which the error is, the plain parts included.
  package let text: String
  /// The index of the character at which it is; the text's length where something is missing.
  package let offset: Int
  /// The command that nobody knows, with its backslash, where that is what is wrong.
  package let unknownCommand: String?

  /// An error at a character of a text.
  init(_ description: String, in text: String, at offset: Int, unknown command: String? = nil) {
    self.description = description
    self.text = text
    self.offset = offset
    unknownCommand = command
  }
}
