/// What an image file says about itself, to screen readers and in lists of files.
package struct Metadata: Equatable, Sendable {
  /// What the picture is called; none where empty.
  package var title: String
  /// What it shows, in sentences; none where empty.
  package var description: String
  /// The program that drew it, with its version; none where empty.
  package var software = ""
  /// What it was drawn from, enough to draw it again; none where empty.
  package var source = ""
  /// When it was drawn, in seconds since 1970; untold where nil, so that the same picture is the same file.
  package var date: Int?

  /// Makes metadata; an empty text is left out of the file.
  package init(title: String = "", description: String = "") {
    self.title = title
    self.description = description
  }

  /// The title of a scene, and what it shows.
  package init(of scene: Scene) {
    self.init(title: RichText.linear(scene.title), description: scene.summary)
  }
}
