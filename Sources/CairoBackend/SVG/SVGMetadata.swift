import Figures

extension SVGText {
  /// Ends the root's start tag and writes what the picture is, so that screen readers read it out.
  mutating func write(_ metadata: Metadata) {
    let parts = [("title", metadata.title), ("desc", metadata.description)].filter { !$0.1.isEmpty }
    if !parts.isEmpty {
      let names = parts.map(\.0).joined(separator: " ")
      write(" role=\"img\" aria-labelledby=\"\(names)\"")
    }
    write(">\n")
    for (name, text) in parts {
      write("<\(name) id=\"\(name)\">")
      write(escaping: text)
      write("</\(name)>\n")
    }
    guard !metadata.source.isEmpty else { return }
    write("<metadata id=\"actviz\">")
    write(escaping: metadata.source, keepingLines: true)
    write("</metadata>\n")
  }
}
