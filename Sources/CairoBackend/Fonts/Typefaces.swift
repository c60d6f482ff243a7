import CCairo

/// Finds the typeface for every character, and keeps what it loaded.
final class Typefaces {
  /// The face that figures are set in.
  let base: Typeface
  /// How glyphs are drawn.
  let options: OpaquePointer
  private let collection: FontCollection?
  private let baseFont: FontPattern?
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
    if let usual = FontCollection.usual(), let font = usual.preferred() {
      self.init(usual, font)
    } else {
      let configured = FontCollection.configured()
      self.init(configured, configured?.match("sans-serif"))
    }
  }

  /// Finds a family by name; throws ``UnknownFontFamily``.
  convenience init(family: String) throws {
    if let usual = FontCollection.usual(), let font = usual.regular(of: family) {
      self.init(usual, font)
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
    self.init(configured, font)
  }

  private init(_ collection: FontCollection?, _ font: FontPattern?) {
    options = cairo_font_options_create()
    cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF)
    cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE)
    cairo_font_options_set_antialias(options, CAIRO_ANTIALIAS_GRAY)
    self.collection = collection
    baseFont = font
    var face: Typeface?
    if let collection, let font {
      face = Typeface(font, of: collection, slanted: false, options: options)
    }
    base = face ?? Typeface(builtIn: options, slanted: false)
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
    guard let collection, let baseFont else {
      return variant.isSlanted ? Typeface(builtIn: options, slanted: shape.isItalic) : nil
    }
    let leansByDesign = shape.isItalic && !variant.isSlanted
    let font =
      switch (shape.isBold, leansByDesign) {
      case (true, _): collection.bold(of: baseFont, isItalic: leansByDesign)
      case (false, true): collection.oblique(of: baseFont)
      case (false, false): Optional(baseFont)
      }
    return font.flatMap { Typeface($0, of: collection, slanted: isSlanted, options: options) }
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
