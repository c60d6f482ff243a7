import CCairo

/// The family that figures are set in, and where its faces come from.
enum BaseFamily {
  /// Files that lie where systems keep them.
  case files(FamilyFolder)
  /// The regular face as fontconfig lists it, beside its kin.
  case listed(FontPattern, FontCollection)

  /// The face of letters that are designed so, slanted where that is asked for; nil where the family has none.
  func face(_ design: LetterShape, isSlanted: Bool, options: OpaquePointer) -> Typeface? {
    switch self {
    case .files(let folder):
      return folder.file(of: design).flatMap {
        Typeface(
          file: $0, family: FamilyFolder.family, leans: design.isItalic, slanted: isSlanted,
          options: options)
      }
    case .listed(let regular, let collection):
      let font =
        switch (design.isBold, design.isItalic) {
        case (true, _): collection.bold(of: regular, isItalic: design.isItalic)
        case (false, true): collection.oblique(of: regular)
        case (false, false): Optional(regular)
        }
      return font.flatMap { Typeface($0, of: collection, slanted: isSlanted, options: options) }
    }
  }
}
