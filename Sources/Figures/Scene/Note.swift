extension Figure.Panel {
  /// A line of a panel that holds text instead of curves.
  package struct Note: Equatable, Sendable {
    /// What it is about, at the left.
    package var key: String
    /// What it says, flush with the other values.
    package var value: String

    /// Makes a line.
    package init(_ key: String, _ value: String) {
      self.key = key
      self.value = value
    }
  }

  /// A panel of text, without a frame; such panels stand behind all others.
  package init(notes: [Note]) {
    self.init(yLabel: "", curves: [])
    self.notes = notes
  }
}
