import CCairo

/// Finds the typeface for every character, and keeps what it loaded.
final class Typefaces {
  /// The face that figures are set in.
  let base: Typeface
  /// How glyphs are drawn.
  let options: OpaquePointer
  private let family: BaseFamily?
  /// All fonts, listed as soon as a character needs another family.
  private lazy var collection = list()
  private let list: () -> FontCollection?
  private var variants: [(variant: Variant, face: Typeface?)] = []
  private var others: [Place: Typeface?] = [:]
  private var found: [Wanted: Typeface?] = [:]

  private struct Place: Hashable {
    var file: String
    var index: Int
    var isItalic: Bool
  }

  private struct Variant: Equatable {
    var shape: LetterShape
    /// Whether an upright face is slanted, as no face leans by design.
    var isSlanted: Bool
  }

  private struct Wanted: Hashable {
    var character: Unicode.Scalar
    var isItalic: Bool
    var language: CJKLanguage?
  }

  /// Finds the family that figures prefer.
  convenience init() {
    let options = Typefaces.unhinted()
    if let folder = FamilyFolder(),
      let base = BaseFamily.files(folder).face(.regular, isSlanted: false, options: options)
    {
      self.init(base, of: .files(folder), options, list: FontCollection.usual)
    } else if let usual = FontCollection.usual(), let font = usual.preferred() {
      self.init(font, of: usual, options)
    } else {
      let configured = FontCollection.configured()
      self.init(configured?.match("sans-serif"), of: configured, options)
    }
  }

  /// Finds a family by name; throws ``UnknownFontFamily``.
  convenience init(family: String) throws {
    if let usual = FontCollection.usual(), let font = usual.regular(of: family) {
      self.init(font, of: usual, Typefaces.unhinted())
      return
    }
    // The configuration may know of more folders, and knows what the generic families are.
    let configured = FontCollection.configured()
    let isGeneric = ["sans-serif", "serif", "monospace"].contains(family.lowercased())
    let font =
      configured?.regular(of: family) ?? (isGeneric ? configured?.match(family.lowercased()) : nil)
    guard let font else {
      let installed = Set((configured?.fonts ?? []).filter(\.hasOutlines).map(\.family))
      throw UnknownFontFamily(name: family, installed: installed.sorted())
    }
    self.init(font, of: configured, Typefaces.unhinted())
  }

  /// The family of a font in a list.
  private convenience init(
    _ font: FontPattern?, of collection: FontCollection?, _ options: OpaquePointer
  ) {
    let family = collection.flatMap { list in font.map { BaseFamily.listed($0, list) } }
    let base = family?.face(.regular, isSlanted: false, options: options)
    self.init(base, of: family, options) { collection }
  }

  private init(
    _ base: Typeface?, of family: BaseFamily?, _ options: OpaquePointer,
    list: @escaping () -> FontCollection?
  ) {
    self.base = base ?? Typeface(builtIn: options, slanted: false)
    self.family = family
    self.options = options
    self.list = list
  }

  /// Letters are as designed, whatever the size: a text is as wide in a PNG as in a PDF.
  private static func unhinted() -> OpaquePointer {
    let options: OpaquePointer = cairo_font_options_create()
    cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF)
    cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE)
    cairo_font_options_set_antialias(options, CAIRO_ANTIALIAS_GRAY)
    return options
  }

  deinit { cairo_font_options_destroy(options) }

  /// The typeface for a character; nil where no font has it.
  func face(
    for character: Unicode.Scalar, _ shape: LetterShape = .regular, language: CJKLanguage?
  ) -> Typeface? {
    if base.has(character) {
      if shape == .regular { return base }
      if let face = variant(shape, isSlanted: false), face.has(character) { return face }
      return variant(shape, isSlanted: true) ?? base
    }
    let wanted = Wanted(character: character, isItalic: shape.isItalic, language: language)
    if let known = found[wanted] { return known }
    let face = search(wanted)
    found[wanted] = .some(face)
    return face
  }

  /// The face of texts that no other is needed for.
  func base(_ shape: LetterShape) -> Typeface {
    if shape == .regular { return base }
    return variant(shape, isSlanted: false) ?? variant(shape, isSlanted: true) ?? base
  }

  /// The family's face of a shape, by design or slanted; nil where it has none.
  private func variant(_ shape: LetterShape, isSlanted: Bool) -> Typeface? {
    let variant = Variant(shape: shape, isSlanted: isSlanted)
    if let known = variants.first(where: { $0.variant == variant }) { return known.face }
    let face = load(variant)
    variants.append((variant, face))
    return face
  }

  private func load(_ variant: Variant) -> Typeface? {
    let shape = variant.shape
    let isSlanted = variant.isSlanted && shape.isItalic
    guard let family else {
      return variant.isSlanted ? Typeface(builtIn: options, slanted: shape.isItalic) : nil
    }
    let design = LetterShape(isItalic: shape.isItalic && !variant.isSlanted, isBold: shape.isBold)
    return family.face(design, isSlanted: isSlanted, options: options)
  }

  private func search(_ wanted: Wanted) -> Typeface? {
    guard let collection else { return nil }
    for font in collection.fonts(having: wanted.character, language: wanted.language) {
      let (file, index) = font.place
      let place = Place(file: file, index: index, isItalic: wanted.isItalic)
      let face =
        others[place]
        ?? Typeface(font, of: collection, slanted: wanted.isItalic, options: options)
      others[place] = .some(face)
      if let face { return face }
    }
    return nil
  }
}
