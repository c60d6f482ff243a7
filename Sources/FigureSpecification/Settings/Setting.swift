/// A key with a value, as it was written, and where that stands.
package struct Setting: Sendable {
  /// A text of several lines, and where they stand.
  package struct Source: Equatable, Sendable {
    /// The file, as messages call it.
    package let file: String
    /// The number of the text's first line in it.
    package let firstLine: Int

    package init(file: String, firstLine: Int = 1) {
      self.file = file
      self.firstLine = firstLine
    }
  }

  package let key: Key
  /// The value as the command line spells it; `true` or `false` for a flag.
  package var value: String
  package var place: Place
  /// Where the value's lines stand, if they are told apart.
  package var source: Source?

  package init(_ key: Key, _ value: String, at place: Place = .program, source: Source? = nil) {
    self.key = key
    self.value = value
    self.place = place
    self.source = source
  }

  /// Where a line of the value stands, from 0; where the value does, if its lines are not told apart.
  func place(ofLine line: Int?) -> Place {
    guard let source, let line else { return place }
    return .line(source.firstLine + line, of: source.file)
  }

  /// What is wrong with it.
  package func problem(_ sentence: Sentence) -> Problem {
    Problem(key.name, at: place, sentence)
  }
}
