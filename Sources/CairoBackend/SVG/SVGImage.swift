import Figures

extension SVGText {
  /// Appends a raster as an image of its own PNG, stretched over a rectangle.
  ///
  /// A picture that follows the reader's page holds two where the dark one differs, of which one is shown.
  /// Without a style where a page's policy forbids it, as ``render(_:dark:as:dpi:measurer:metadata:text:inPage:)`` says.
  mutating func write(
    _ raster: Raster, in rect: Rect, shownOn page: SVGImagePage, number: Int, styled: Bool
  ) throws {
    write("<image preserveAspectRatio=\"none\"")
    write(rect)
    if let name = page.name {
      write(" id=\"")
      write(own: "\(name)\(number)")
      write("\"")
    }
    if page == .dark { write(" display=\"none\"") }
    // The first attribute is what SVG 1.1 knows, the style what browsers do; these take it as an attribute too.
    if !raster.isSmooth {
      write(
        styled
          ? " image-rendering=\"optimizeSpeed\" style=\"image-rendering:pixelated\""
          : " image-rendering=\"pixelated\"")
    }
    write(" xlink:href=\"data:image/png;base64,")
    write(Base64.text(of: try encodePNG(raster)))
    write("\"/>\n")
  }
}

/// On which of a reader's pages an image is shown.
enum SVGImagePage {
  case any, light, dark

  /// What its id begins with; nil where it needs none.
  var name: String? {
    switch self {
    case .any: nil
    case .light: "l"
    case .dark: "d"
    }
  }
}
