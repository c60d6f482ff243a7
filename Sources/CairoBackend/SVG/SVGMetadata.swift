import Figures

extension SVGText {
  /// Ends the root's start tag and writes what the picture is, so that screen readers read it out.
  mutating func write(descriptionOf metadata: Metadata) {
    let parts = [("title", metadata.title), ("desc", metadata.description)].filter { !$0.1.isEmpty }
    for (index, part) in parts.enumerated() {
      write(index == 0 ? " role=\"img\" aria-labelledby=\"" : " ")
      write(own: part.0)
    }
    write(parts.isEmpty ? ">\n" : "\">\n")
    for (name, text) in parts {
      write("<\(name) id=\"")
      write(own: name)
      write("\">")
      write(escaping: text)
      write("</\(name)>\n")
    }
  }

  /// Writes how the picture came about; the class tells it apart from what other programs put in.
  mutating func write(sourceOf metadata: Metadata) {
    guard !metadata.source.isEmpty else { return }
    write("<metadata class=\"actviz\">")
    write(escaping: metadata.source, keepingLines: true)
    write("</metadata>\n")
  }
}
