import Figures
import Tables

/// A page that stands alone: a picture within one HTML file, which loads nothing and runs nothing but what it holds.
///
/// Its policy allows the scripts and styles of its own by their checksums, images that stand in it, and nothing else: no
/// requests, no `eval`, no style attributes. With scripts blocked it is the picture, to the pixel; with them it answers.
package struct Page: Sendable {
  private let metadata: Metadata
  /// The picture as an SVG element without a prolog.
  private let picture: [UInt8]
  private let size: Size
  /// Its theme, and the one that it has where the reader prefers a dark page, if it follows that.
  private let themes: [Theme]
  /// What the script knows; nil where there is nothing that it could draw anew.
  private let data: String?
  private let live: LiveCurves
  /// Whether it shows a function of x and y.
  private let hasFields: Bool

  /// A page around the picture of a scene that was rendered for one.
  ///
  /// - Parameters:
  ///   - drawing: What the picture shows, in the first theme.
  ///   - themes: The picture's, and where it follows the reader's page, that of a dark one.
  ///   - live: What computes its curves in the page.
  package init(
    _ picture: [UInt8], of scene: Scene, drawing: Drawing, themes: [Theme],
    live: LiveCurves = LiveCurves(), metadata: Metadata
  ) {
    (self.picture, size, self.themes) = (picture, scene.size, themes)
    (self.metadata, self.live) = (metadata, live)
    hasFields = scene.panels.contains { $0.field != nil }
    data = PageData(scene, drawing, themes, live)?.text
  }

  /// The file; the same page gives the same bytes.
  package var bytes: [UInt8] {
    let style = PageResource.style + colors + narrowness
    let script = data == nil ? "" : script
    let head = """
      <!DOCTYPE html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <meta http-equiv="Content-Security-Policy" content="\(policy(style: style, script: script))">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta name="color-scheme" content="\(themes.map(\.scheme).joined(separator: " "))">
      <meta name="generator" content="\(HTMLText.escaped(metadata.software))">
      <meta name="description" content="\(HTMLText.escaped(metadata.description))">
      <title>\(HTMLText.escaped(metadata.title.isEmpty ? "Figure" : metadata.title))</title>
      <style>\(style)</style>
      </head>
      <body>
      <main>

      """
    let scripts = data.map {
      """
      <script type="application/json" id="figure">\($0)</script>
      <script type="module">\(script)</script>

      """
    }
    return Array(head.utf8) + picture
      + Array("</main>\n\(scripts ?? "")</body>\n</html>\n".utf8)
  }

  private var script: String {
    PageResource.script(
      computing: live.script, drawsFields: hasFields, hasSliders: !live.sliders.isEmpty)
  }

  /// The colours of what stands around the picture.
  private var colors: String {
    themes.enumerated().map { place, theme in
      let ground = theme.background.alpha > 0 ? theme.background.hexadecimal : "Canvas"
      let rule =
        ":root { --ground: \(ground); --ink: \(theme.text.hexadecimal); --line: \(theme.zeroLine.hexadecimal) }"
      return place == 0 ? rule + "\n" : "@media (prefers-color-scheme: dark) { \(rule) }\n"
    }.joined()
  }

  /// Keeps the picture's shape where the window is too narrow for it; elsewhere it has its size to the pixel.
  private var narrowness: String {
    let width = DecimalText.shortest(size.horizontal.value) + size.horizontal.unit.rawValue
    return "@media (width < \(width)) { main > svg { height: auto } }\n"
  }

  /// What the page may do, as Content Security Policy level 3 words it.
  private func policy(style: String, script: String) -> String {
    let styles = [Array(style.utf8)] + HTMLText.styles(in: picture)
    let scripts = script.isEmpty ? [] : ["script-src \(Self.sources([Array(script.utf8)]))"]
    return
      (["default-src 'none'"] + scripts + [
        "style-src \(Self.sources(styles))", "img-src data:", "base-uri 'none'",
        "form-action 'none'",
      ]).joined(separator: "; ")
  }

  /// Texts by their checksums.
  private static func sources(_ texts: [[UInt8]]) -> String {
    texts.map { text in
      "'sha256-\(String(decoding: Base64.text(of: Digest.sha256(text)), as: UTF8.self))'"
    }.joined(separator: " ")
  }
}

extension Theme {
  /// Whether scroll bars and fields beside it are dark or light.
  fileprivate var scheme: String { text.luminance > 0.4 ? "dark" : "light" }
}
