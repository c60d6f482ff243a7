import CCairo

/// The outlines of the glyphs that an SVG uses, each defined once and in thousandths of an em.
final class GlyphOutlines {
  /// The definitions so far.
  private(set) var definitions = SVGText()
  private let surface: OpaquePointer
  private let context: OpaquePointer
  /// By the ids of glyphs.
  private var isEmpty: [String: Bool] = [:]
  /// In the order of their first use.
  private var typefaces: [ObjectIdentifier]

  /// Units per em.
  static let em = 1000.0

  /// Starts without glyphs.
  init(_ measurer: CairoTextMeasurer) throws {
    guard let surface = cairo_image_surface_create(CAIRO_FORMAT_A8, 1, 1),
      let context = cairo_create(surface)
    else { throw CairoError(status: .noMemory, operation: "reading the font") }
    typefaces = [ObjectIdentifier(measurer.typefaces.base)]
    self.surface = surface
    self.context = context
    cairo_set_font_options(context, measurer.typefaces.options)
    try check()
  }

  deinit {
    cairo_destroy(context)
    cairo_surface_destroy(surface)
  }

  /// Throws where an outline could not be had.
  func check() throws {
    try CairoError.check(cairo_status(context), "reading the font")
  }

  /// The id of a glyph's outline, which is defined the first time; nil for one without ink, such as a space.
  ///
  /// The picture's prefix is still to be put before it.
  /// It is `g` and the glyph's number in the base face; other faces have a number in front, by their first use.
  func id(of index: UInt, in typeface: Typeface) -> String? {
    let number = number(of: typeface)
    let id = number == 0 ? "g\(index)" : "g\(number)-\(index)"
    if let known = isEmpty[id] { return known ? nil : id }
    var glyph = cairo_glyph_t(index: index, x: 0, y: 0)
    var matrix = typeface.matrix(size: GlyphOutlines.em)
    cairo_set_font_face(context, typeface.handle)
    cairo_set_font_matrix(context, &matrix)
    cairo_new_path(context)
    cairo_glyph_path(context, &glyph, 1)
    var outline = SVGText()
    if let path = cairo_copy_path(context) {
      GlyphOutlines.write(path.pointee, into: &outline)
      cairo_path_destroy(path)
    }
    isEmpty[id] = outline.bytes.isEmpty
    if outline.bytes.isEmpty { return nil }
    definitions.write("<path id=\"")
    definitions.write(own: id)
    definitions.write("\" d=\"")
    definitions.write(outline)
    definitions.write("\"/>\n")
    return id
  }

  private func number(of typeface: Typeface) -> Int {
    let face = ObjectIdentifier(typeface)
    if let known = typefaces.firstIndex(of: face) { return known }
    typefaces.append(face)
    return typefaces.count - 1
  }

  private static func write(_ path: cairo_path_t, into text: inout SVGText) {
    var position = 0
    while position < Int(path.num_data) {
      let header = path.data[position].header
      let letter: Unicode.Scalar? =
        switch header.type {
        case CAIRO_PATH_MOVE_TO: "M"
        case CAIRO_PATH_LINE_TO: "L"
        case CAIRO_PATH_CURVE_TO: "C"
        default: nil
        }
      // After its last contour Cairo moves to a point from which nothing is drawn.
      let isLast = position + Int(header.length) >= Int(path.num_data)
      if let letter, !(isLast && header.type == CAIRO_PATH_MOVE_TO) {
        text.write(ascii: letter)
        for index in 1..<Int(header.length) {
          if index > 1 { text.write(ascii: " ") }
          text.write(path.data[position + index].point.x, decimals: 0)
          text.write(ascii: ",")
          text.write(path.data[position + index].point.y, decimals: 0)
        }
      } else if letter == nil {
        text.write(ascii: "Z")
      }
      position += max(1, Int(header.length))
    }
  }
}
