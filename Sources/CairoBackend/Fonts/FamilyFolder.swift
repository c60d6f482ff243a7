import CCairo

/// The folder in which a system keeps the first of ``FontCollection/preferredFamilies``.
///
/// Fontconfig knows no font before it has looked through all folders of fonts and read a list of each: a tenth of the time that
/// an SVG takes. Files that lie where distributions put them need none of that. What the family has not beside them counts as
/// not installed; what it lacks is still looked for everywhere.
struct FamilyFolder {
  /// The name of the family.
  static let family = FontCollection.preferredFamilies[0]

  private static let usual = [
    "/usr/share/fonts/truetype/dejavu",  // Debian, Ubuntu
    "/usr/share/fonts/TTF",  // Arch
    "/usr/share/fonts/dejavu-sans-fonts",  // Fedora
    "/usr/share/fonts/dejavu",  // Alpine, Gentoo
    "/usr/share/fonts/truetype",  // openSUSE
  ]

  private let path: String

  /// Finds the folder; nil where the family is elsewhere, or where the environment says which fonts to take.
  init?() {
    if FontCollection.isChosen { return nil }
    let found = FamilyFolder.usual.first { FamilyFolder(path: $0).file(of: .regular) != nil }
    guard let found else { return nil }
    path = found
  }

  private init(path: String) {
    self.path = path
  }

  /// The file of the letters that are designed so; nil where there is none.
  func file(of shape: LetterShape) -> String? {
    let style =
      switch (shape.isBold, shape.isItalic) {
      case (false, false): ""
      case (false, true): "-Oblique"
      case (true, false): "-Bold"
      case (true, true): "-BoldOblique"
      }
    let file = "\(path)/DejaVuSans\(style).ttf"
    return access(file, R_OK) == 0 ? file : nil
  }
}
