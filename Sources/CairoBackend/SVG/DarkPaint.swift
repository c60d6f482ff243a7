import Figures

/// A paint of a picture that is another one where the reader prefers a dark page.
///
/// Colours stand in attributes, and a rule of the picture's own style sheet finds an element by them: no element needs
/// a class, and a reader that knows no style sheets shows the light picture.
struct DarkPaint: Hashable {
  /// `fill` or `stroke`.
  let attribute: String
  let light: Color
  let dark: Color

  /// The id of the picture as a whole, behind its prefix: rules hold within it alone.
  static let scope = "picture"

  /// The paints that differ between two drawings of one scene, each once, in the order in which they come first.
  ///
  /// Drawings of one scene in two themes differ in nothing but colours, which go in pairs: the same colour of one theme
  /// is always the same in the other. A colour that was asked for and is by chance one of the theme's goes with it.
  static func all(of light: Drawing, in dark: Drawing) -> [DarkPaint] {
    var paints: [DarkPaint] = []
    var seen: Set<[String]> = []
    for pair in zip(light.commands, dark.commands) {
      guard let first = paint(pair.0), let second = paint(pair.1), first.color != second.color
      else { continue }
      let paint = DarkPaint(attribute: first.attribute, light: first.color, dark: second.color)
      if seen.insert(paint.selectors).inserted { paints.append(paint) }
    }
    return paints
  }

  /// Which elements have the paint: parts of a selector.
  var selectors: [String] {
    var text = SVGText()
    text.write(paint: attribute, light)
    let parts = String(decoding: text.bytes, as: UTF8.self).split(separator: " ").map { "[\($0)]" }
    return parts.count > 1 ? parts : parts + [":not([\(attribute)-opacity])"]
  }

  private static func paint(_ command: DrawCommand) -> (attribute: String, color: Color)? {
    switch command {
    case .fill(_, let color), .polygon(_, let color): ("fill", color)
    case .stroke(_, let stroke): ("stroke", stroke.color)
    case .text(let label): ("fill", label.style.color)
    case .image, .pushClip, .popClip, .pushGroup, .popGroup, .pushPart, .popPart: nil
    }
  }
}

extension SVGText {
  /// Appends a style sheet of the paints and the images that change on a dark page; nothing where none does.
  mutating func write(_ inDark: [DarkPaint], _ images: [Int]) {
    guard !inDark.isEmpty || !images.isEmpty else { return }
    write("<style>@media (prefers-color-scheme:dark){\n")
    for paint in inDark {
      write("#")
      write(own: DarkPaint.scope)
      write(" \(paint.selectors.joined()){")
      var dark = SVGText()
      dark.write(paint: paint.attribute, paint.dark)
      let attributes = String(decoding: dark.bytes, as: UTF8.self).split(separator: " ")
      write(
        attributes.map { $0.replacing("=", with: ":").filter { $0 != "\"" } }.joined(separator: ";")
      )
      if attributes.count == 1, paint.light.alpha < 1 { write(";\(paint.attribute)-opacity:1") }
      write("}\n")
    }
    for number in images {
      for (page, display) in [(SVGImagePage.light, "none"), (.dark, "inline")] {
        write("#")
        write(own: "\(page.name ?? "")\(number)")
        write("{display:\(display)}\n")
      }
    }
    write("}</style>\n")
  }
}
