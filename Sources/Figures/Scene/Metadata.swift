/// What an image file says about itself, to screen readers and in lists of files.
public struct Metadata: Equatable, Sendable {
  /// What the picture is called; none where empty.
  public var title: String
  /// What it shows, in sentences; none where empty.
  public var description: String
  /// The program that drew it, with its version; none where empty.
  public var software = ""
  /// What it was drawn from, enough to draw it again; none where empty.
  public var source = ""
  /// When it was drawn, in seconds since 1970; untold where nil, so that the same picture is the same file.
  public var date: Int?

  /// Makes metadata; an empty text is left out of the file.
  public init(title: String = "", description: String = "") {
    self.title = title
    self.description = description
  }

  /// The title of a scene, and what it shows.
  package init(of scene: Scene) {
    self.init(title: RichText.linear(scene.title), description: scene.summary)
  }
}
