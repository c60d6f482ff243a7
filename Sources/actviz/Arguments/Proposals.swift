/// What may stand where the cursor is: words, or files.
struct Proposals: Equatable {
  /// A word as a whole, and what is said of it.
  struct Word: Equatable {
    var text: String
    var help: String
  }

  var words: [Word] = []
  /// The extensions of the files that may stand there, none for any file; nil where no file may.
  var extensions: [String]?
  /// How many characters of the word stand before a file's name: those of `--output=`.
  var lead = 0

  init(_ words: [Word] = []) {
    self.words = words
  }

  /// Files with one of these extensions, any where there are none.
  init(filesWith extensions: [String], behind lead: String) {
    self.extensions = extensions
    self.lead = lead.count
  }

  /// What the shells' scripts read: a word and what is said of it a line, or `:files LEAD png|svg`.
  var text: String {
    if let extensions { return ":files \(lead) \(extensions.joined(separator: "|"))\n" }
    return words.map { "\($0.text)\t\($0.help)\n" }.joined()
  }
}
