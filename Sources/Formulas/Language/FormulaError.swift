import Activations

/// What is wrong with a formula, and where; its description is one sentence for the user.
public struct FormulaError: Error, Equatable, CustomStringConvertible {
  /// One sentence that names the wrong thing and what would be right.
  public let description: String
  /// The text in which the error is.
  public let text: String
  /// The index of the character at which it is; the text's length where something is missing.
  public let offset: Int
  /// The file and the line that hold the text, where it is a definition's.
  public var line: (file: String, number: Int)? {
    file.map { ($0, number) }
  }
  /// The parameter that has no value, where that is what is wrong.
  public let missingParameter: String?
  private var file: String?
  private var number = 0

  /// An error at a character of a text.
  init(_ description: String, in text: String, at offset: Int, missing parameter: String? = nil) {
    self.description = description
    self.text = text
    self.offset = offset
    missingParameter = parameter
  }

  /// The same error in a line of a file of definitions.
  func inFile(_ file: String, line: Int) -> FormulaError {
    var error = self
    error.file = file
    error.number = line
    return error
  }

  /// The column of the error, from 1, as a terminal counts: wide characters are two.
  public var column: Int { Excerpt(of: text, at: offset).column }

  /// The text on one line and a caret under the error on the next; long texts are cut around it.
  public var excerpt: String { Excerpt(of: text, at: offset).description }
}
