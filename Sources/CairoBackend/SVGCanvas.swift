import CCairo
import Figures

/// Executes drawing commands by writing SVG.
///
/// Not Cairo's SVG surface, which took four times as long and twice the bytes for the same figure
/// and hides all text: here texts are outlines too, so that they look the same on every machine, but say what
/// they are in `aria-label`. The order of ids depends on nothing but the drawing.
struct SVGCanvas {
  private var body = SVGText()
  private var clips = SVGText()
  private var clipCount = 0
  private var groupDepth = 0
  private let outlines: GlyphOutlines
  private let measurer: CairoTextMeasurer

  /// Starts an empty picture.
  init(measurer: CairoTextMeasurer) throws {
    self.measurer = measurer
    outlines = try GlyphOutlines(measurer)
  }

  /// The whole document.
  func document(_ size: Size) throws -> [UInt8] {
    try outlines.check()
    var text = SVGText()
    let width = size.width
    let height = size.height
    text.write(
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" \
      width="\(width)px" height="\(height)px" viewBox="0 0 \(width) \(height)" version="1.1" \
      stroke-linejoin="round">
      <defs>

      """)
    text.write(outlines.definitions)
    text.write(clips)
    text.write("</defs>\n")
    text.write(body)
    text.write("</svg>\n")
    return text.bytes
  }

  /// Executes one command.
  mutating func execute(_ command: DrawCommand) throws {
    switch command {
    case .fill(let rect, let color):
      body.write("<rect")
      body.write(rect)
      body.write(paint: "fill", color)
      body.write("/>\n")
    case .polygon(let corners, let color):
      body.write("<path")
      body.write(paint: "fill", color)
      body.write(" d=\"")
      body.write(corners)
      body.write("Z\"/>\n")
    case .outline(let rect, let stroke):
      body.write("<rect")
      body.write(rect)
      body.write(stroke)
      body.write("/>\n")
    case .stroke(let lines, let stroke):
      body.write("<path")
      body.write(stroke)
      body.write(" d=\"")
      for line in lines { body.write(line) }
      body.write("\"/>\n")
    case .pushClip(let rect):
      clipCount += 1
      clips.write("<clipPath id=\"c\(clipCount)\"><rect")
      clips.write(rect)
      clips.write("/></clipPath>\n")
      body.write("<g clip-path=\"url(#c\(clipCount))\">\n")
    case .popClip:
      body.write("</g>\n")
    case .text(let label):
      try write(label)
    case .pushGroup(let text):
      groupDepth += 1
      body.write("<g role=\"img\" aria-label=\"")
      body.write(escaping: text)
      body.write("\">\n")
    case .popGroup:
      groupDepth -= 1
      body.write("</g>\n")
    }
  }

  private mutating func write(_ label: Label) throws {
    let run = try GlyphRun(label.text, style: label.style, measurer: measurer)
    let shift: Double =
      switch label.anchor {
      case .start: 0
      case .middle: -0.5 * run.width
      case .end: -run.width
      }
    if groupDepth == 0 {
      body.write("<g role=\"img\" aria-label=\"")
      body.write(escaping: label.text)
      body.write("\"")
    } else {
      // The group says what it is.
      body.write("<g")
    }
    body.write(paint: "fill", label.style.color)
    body.write(" transform=\"translate(")
    body.write(label.position.x + (label.rotation == 0 ? shift : 0))
    body.write(",")
    body.write(label.position.y)
    body.write(")")
    if label.rotation != 0 {
      body.write(" rotate(")
      body.write(label.rotation)
      body.write(") translate(")
      body.write(shift)
      body.write(",0)")
    }
    body.write(" scale(")
    body.write(label.style.size / GlyphOutlines.em, decimals: 6)
    body.write(")\">")
    for (index, x) in run.glyphs where outlines.define(index) {
      body.write("<use xlink:href=\"#g\(index)\" x=\"")
      body.write(x / label.style.size * GlyphOutlines.em, decimals: 0)
      body.write("\"/>")
    }
    body.write("</g>\n")
  }
}

extension SVGText {
  fileprivate mutating func write(_ rect: Rect) {
    let attributes = [
      (" x=\"", rect.minX), ("\" y=\"", rect.minY), ("\" width=\"", rect.width),
      ("\" height=\"", rect.height),
    ]
    for (name, value) in attributes {
      write(name)
      write(value)
    }
    write("\"")
  }

  fileprivate mutating func write(_ line: [Point]) {
    var separator = "M"
    for point in line {
      write(separator)
      write(point.x)
      write(",")
      write(point.y)
      separator = " "
    }
  }

  fileprivate mutating func write(paint name: String, _ color: Color) {
    write(" \(name)=\"#")
    for part in [color.red, color.green, color.blue] {
      let value = Int(part.isFinite ? min(max(part * 255, 0), 255).rounded() : 0)
      write((value < 16 ? "0" : "") + String(value, radix: 16))
    }
    write("\"")
    if color.alpha < 1 {
      write(" \(name)-opacity=\"")
      write(color.alpha, decimals: 3)
      write("\"")
    }
  }

  fileprivate mutating func write(_ stroke: Stroke) {
    write(" fill=\"none\"")
    write(paint: "stroke", stroke.color)
    write(" stroke-width=\"")
    write(stroke.width)
    write("\"")
    if stroke.cap == .round { write(" stroke-linecap=\"round\"") }
    if !stroke.dash.isEmpty {
      write(" stroke-dasharray=\"")
      for length in stroke.dash {
        write(length)
        write(" ")
      }
      write("\"")
    }
  }
}
