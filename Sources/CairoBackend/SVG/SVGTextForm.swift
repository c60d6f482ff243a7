import Figures

/// How an SVG holds its texts.
package enum SVGTextForm: Sendable {
  /// As outlines: the same on every machine.
  case outlines
  /// As text that can be searched, selected and edited, in fonts that whoever looks at it must have.
  case text
}

extension SVGText {
  /// Writes a label as outlines of its glyphs; named unless the group around it is.
  mutating func write(
    _ label: Label, as run: GlyphRun, outlines: GlyphOutlines, isNamed: Bool
  ) {
    write("<g")
    if isNamed {
      write(" role=\"img\" aria-label=\"")
      write(escaping: label.text)
      write("\"")
    }
    write(paint: "fill", label.style.color)
    write(" transform=\"")
    write(placeOf: label, shift: label.anchor.shift(of: run.extent.width))
    write(" scale(")
    write(label.style.size / GlyphOutlines.em, decimals: 6)
    write(")\">")
    let unit = GlyphOutlines.em / label.style.size
    for piece in run.pieces {
      for glyph in piece.glyphs {
        guard let id = outlines.id(of: glyph.index, in: piece.typeface) else { continue }
        write("<use xlink:href=\"#")
        write(own: id)
        write("\" x=\"")
        write(glyph.x * unit, decimals: 0)
        if glyph.y != 0 {
          write("\" y=\"")
          write(glyph.y * unit, decimals: 0)
        }
        write("\"/>")
      }
    }
    write("</g>\n")
  }

  /// Writes a label as text: a span for each typeface, held to its width whatever font stands in for it.
  mutating func write(_ label: Label, asTextOf run: GlyphRun) {
    let spans = run.spans
    if spans.isEmpty { return }
    // Browsers do not look for this on the root.
    write("<text xml:space=\"preserve\"")
    write(paint: "fill", label.style.color)
    write(" font-size=\"")
    write(label.style.size)
    write(label.style.isItalic ? "\" font-style=\"italic\"" : "\"")
    if label.style.isBold { write(" font-weight=\"bold\"") }
    write(" transform=\"")
    write(placeOf: label, shift: label.anchor.shift(of: run.extent.width))
    write("\">")
    for span in spans {
      write("<tspan x=\"")
      write(span.start)
      write("\" font-family=\"")
      write(escaping: "'\(span.family)', sans-serif")
      write("\" textLength=\"")
      write(span.width)
      write("\" lengthAdjust=\"spacingAndGlyphs\">")
      write(escaping: span.text)
      write("</tspan>")
    }
    write("</text>\n")
  }

  private mutating func write(placeOf label: Label, shift: Double) {
    write("translate(")
    write(label.position.x + (label.rotation == 0 ? shift : 0))
    write(",")
    write(label.position.y)
    write(")")
    if label.rotation != 0 {
      write(" rotate(")
      write(label.rotation)
      write(") translate(")
      write(shift)
      write(",0)")
    }
  }
}

/// A stretch of text in one typeface, as an SVG holds it.
private struct Span {
  var text: String
  let family: String
  let start: Double
  var width: Double
}

extension GlyphRun {
  /// The pieces, with accents in the span of the letters that they stand on.
  fileprivate var spans: [Span] {
    pieces.reduce(into: []) { spans, piece in
      if piece.text.isEmpty { return }
      if piece.width == 0, !spans.isEmpty {
        spans[spans.count - 1].text += piece.text
      } else {
        spans.append(
          Span(
            text: piece.text, family: piece.typeface.family, start: piece.start,
            width: piece.width))
      }
    }
  }
}
