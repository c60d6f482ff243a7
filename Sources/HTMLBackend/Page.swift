import Figures
import Tables

/// A page that stands alone: a picture within one HTML file, which loads nothing and runs nothing but what it holds.
///
/// Its policy allows the scripts and styles of its own by their checksums, images that stand in it, and nothing else: no
/// requests, no `eval`, no style attributes. With scripts blocked it is the picture, to the pixel.
package struct Page: Sendable {
  /// What windows and lists call it.
  private let title: String
  private let description: String
  private let software: String
  /// The picture as an SVG element without a prolog.
  private let picture: [UInt8]
  private let size: Size
  /// Whether it is dark, light, or what the reader prefers, so that scroll bars and fields go with the picture.
  private let scheme: ColorScheme

  /// On which pages a picture is at home.
  package enum ColorScheme: String, Sendable {
    case light, dark
    case auto = "light dark"
  }

  /// A page around the picture of a scene that was rendered for one.
  package init(_ picture: [UInt8], of scene: Scene, metadata: Metadata, scheme: ColorScheme) {
    (self.picture, size, self.scheme) = (picture, scene.size, scheme)
    (title, description) = (metadata.title, metadata.description)
    software = metadata.software
  }

  /// The file; the same page gives the same bytes.
  package var bytes: [UInt8] {
    let style = PageResource.style + narrowness
    let head = """
      <!DOCTYPE html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <meta http-equiv="Content-Security-Policy" content="\(policy(styles: [style]))">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta name="color-scheme" content="\(scheme.rawValue)">
      <meta name="generator" content="\(HTMLText.escaped(software))">
      <meta name="description" content="\(HTMLText.escaped(description))">
      <title>\(HTMLText.escaped(title.isEmpty ? "Figure" : title))</title>
      <style>\(style)</style>
      </head>
      <body>
      <main>

      """
    return Array(head.utf8) + picture + Array("</main>\n</body>\n</html>\n".utf8)
  }

  /// Keeps the picture's shape where the window is too narrow for it; elsewhere it has its size to the pixel.
  private var narrowness: String {
    let width = DecimalText.shortest(size.horizontal.value) + size.horizontal.unit.rawValue
    return "@media (width < \(width)) { main > svg { height: auto } }\n"
  }

  /// What the page may do, as Content Security Policy level 3 words it.
  private func policy(styles: [String]) -> String {
    let styles = styles.map { Array($0.utf8) } + HTMLText.styles(in: picture)
    return [
      "default-src 'none'", "style-src \(Self.sources(styles))", "img-src data:",
      "base-uri 'none'", "form-action 'none'",
    ].joined(separator: "; ")
  }

  /// Texts by their checksums.
  private static func sources(_ texts: [[UInt8]]) -> String {
    texts.map { text in
      "'sha256-\(String(decoding: Base64.text(of: Digest.sha256(text)), as: UTF8.self))'"
    }.joined(separator: " ")
  }
}
