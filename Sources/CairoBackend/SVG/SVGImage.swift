import Figures

extension SVGText {
  /// Appends a raster as an image of its own PNG, stretched over a rectangle.
  ///
  /// A picture that follows the reader's page holds two where the dark one differs, of which one is shown.
  mutating func write(_ raster: Raster, in rect: Rect, shownOn page: SVGImagePage, number: Int)
    throws
  {
    write("<image preserveAspectRatio=\"none\"")
    write(rect)
    if let name = page.name {
      write(" id=\"")
      write(own: "\(name)\(number)")
      write("\"")
    }
    if page == .dark { write(" display=\"none\"") }
    // The attribute is what SVG 1.1 knows, the style what browsers do.
    if !raster.isSmooth {
      write(" image-rendering=\"optimizeSpeed\" style=\"image-rendering:pixelated\"")
    }
    write(" xlink:href=\"data:image/png;base64,")
    write(base64: try encodePNG(raster))
    write("\"/>\n")
  }

  /// Appends bytes in the letters of RFC 4648.
  private mutating func write(base64 bytes: [UInt8]) {
    let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
    var text: [UInt8] = []
    text.reserveCapacity((bytes.count + 2) / 3 * 4)
    for start in stride(from: 0, to: bytes.count, by: 3) {
      let count = min(3, bytes.count - start)
      var group = 0
      for offset in 0..<3 { group = group << 8 | (offset < count ? Int(bytes[start + offset]) : 0) }
      for place in 0..<4 {
        text.append(
          place <= count ? letters[group >> (18 - 6 * place) & 63] : UInt8(ascii: "="))
      }
    }
    write(text)
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
