extension PanelContent {
  /// A line of a panel that holds text instead of curves.
  public struct Note: Equatable, Sendable {
    /// What it is about, at the left.
    public var key: String
    /// What it says, flush with the other values.
    public var value: String

    /// Makes a line.
    public init(_ key: String, _ value: String) {
      self.key = key
      self.value = value
    }
  }

  /// A panel of text, without a frame; such panels stand behind all others.
  public init(notes: [Note]) {
    self.init(yLabel: "", curves: [])
    self.notes = notes
  }
}
