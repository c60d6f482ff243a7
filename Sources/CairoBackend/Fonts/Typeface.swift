import CCairo

/// Owns a face of a font: upright, leaning by design, or slanted because no such design is installed.
final class Typeface {
  /// The name of its family, for formats that hold text.
  let family: String
  /// Whether it leans, by design or slanted.
  let isItalic: Bool
  /// Cairo's handle.
  let handle: OpaquePointer
  private let shear: Double
  private let pattern: OpaquePointer?
  private let coverage: Coverage
  private let options: OpaquePointer
  /// By size; a figure has few.
  private var fonts: [(size: Double, font: OpaquePointer)] = []

  /// Where it stands which characters a face has.
  private enum Coverage {
    /// In fontconfig's list of them.
    case list(OpaquePointer)
    /// In its file.
    case file
    /// Nowhere: it has those of ASCII.
    case ascii
  }

  /// How far a slanted letter leans: a fifth of its height, about the angle of DejaVu Sans Oblique (11°).
  private static let slant = 0.2

  /// Loads a font; nil where its file cannot be read.
  convenience init?(
    _ font: FontPattern, of collection: FontCollection, slanted: Bool, options: OpaquePointer
  ) {
    guard let pattern = collection.prepared(font) else { return nil }
    let list = FontPattern(handle: pattern).characters
    self.init(
      pattern, list.map(Coverage.list) ?? .ascii, family: font.family, leans: font.slant > 0,
      slanted: slanted, options: options)
  }

  /// Loads the file of a family that leans by design or does not; nil where it cannot be read.
  convenience init?(
    file: String, family: String, leans: Bool, slanted: Bool, options: OpaquePointer
  ) {
    guard let pattern = FcPatternCreate() else { return nil }
    FcPatternAddString(pattern, FC_FILE, file)
    FcPatternAddInteger(pattern, FC_INDEX, 0)
    self.init(
      pattern, .file, family: family, leans: leans, slanted: slanted, options: options)
  }

  /// Takes over a pattern, by which Cairo opens a file.
  private init?(
    _ pattern: OpaquePointer, _ coverage: Coverage, family: String, leans: Bool, slanted: Bool,
    options: OpaquePointer
  ) {
    self.family = family
    isItalic = slanted || leans
    shear = slanted ? Typeface.slant : 0
    self.pattern = pattern
    self.coverage = coverage
    self.options = options
    handle = cairo_ft_font_face_create_for_pattern(pattern)
    // Cairo opens the file no sooner than for a size.
    guard let probe = scaledFont(size: 16), cairo_scaled_font_status(probe) == CAIRO_STATUS_SUCCESS
    else { return nil }
  }

  /// The letters that Cairo itself brings, for a system without any font: those of ASCII, as strokes.
  init(builtIn options: OpaquePointer, slanted: Bool) {
    family = "sans-serif"
    isItalic = slanted
    shear = slanted ? Typeface.slant : 0
    pattern = nil
    coverage = .ascii
    self.options = options
    handle = cairo_toy_font_face_create(
      "@cairo:", CAIRO_FONT_SLANT_NORMAL, CAIRO_FONT_WEIGHT_NORMAL)
  }

  deinit {
    for (_, font) in fonts { cairo_scaled_font_destroy(font) }
    cairo_font_face_destroy(handle)
    if let pattern { FcPatternDestroy(pattern) }
  }

  /// Whether it has a glyph for the character.
  func has(_ character: Unicode.Scalar) -> Bool {
    switch coverage {
    case .list(let list): return FcCharSetHasChar(list, character.value) != 0
    // As in fontconfig's lists, control characters are none.
    case .file: return character.value >= 0x20 && hasGlyph(of: character)
    case .ascii: return (0x20..<0x7f).contains(character.value)
    }
  }

  private func hasGlyph(of character: Unicode.Scalar) -> Bool {
    guard let font = fonts.first?.font, let face = cairo_ft_scaled_font_lock_face(font) else {
      return false
    }
    defer { cairo_ft_scaled_font_unlock_face(font) }
    return FcFreeTypeCharIndex(face, character.value) != 0
  }

  /// What brings a glyph of one em to a size in pixels.
  func matrix(size: Double) -> cairo_matrix_t {
    cairo_matrix_t(xx: size, yx: 0, xy: -shear * size, yy: size, x0: 0, y0: 0)
  }

  /// The face at a size in pixels, kept so that a glyph is loaded once.
  func scaledFont(size: Double) -> OpaquePointer? {
    if let known = fonts.first(where: { $0.size == size }) { return known.font }
    var matrix = matrix(size: size)
    var identity = cairo_matrix_t()
    cairo_matrix_init_identity(&identity)
    guard let font = cairo_scaled_font_create(handle, &matrix, &identity, options) else {
      return nil
    }
    fonts.append((size, font))
    return font
  }
}
