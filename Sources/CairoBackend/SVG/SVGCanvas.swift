import CCairo
import Figures

/// Executes drawing commands by writing SVG.
///
/// Not Cairo's SVG surface, which took four times as long and twice the bytes for the same figure
/// and hides all text: here texts are outlines unless asked otherwise, so that they look the same on every machine,
/// but say what they are in `aria-label`. Ids depend on nothing but what is seen, and no other picture has them.
struct SVGCanvas {
  private var body = SVGText()
  private var clips = SVGText()
  private var clipCount = 0
  private var groupDepth = 0
  private var imageCount = 0
  /// What a dark page shows in place of images, by their numbers; empty where no image changes.
  private let darkImages: [Raster]
  /// The numbers of images that are another one on a dark page.
  private var changingImages: [Int] = []
  private let outlines: GlyphOutlines
  private let measurer: CairoTextMeasurer
  private let text: SVGTextForm
  /// Whether it is an element of a page, and no file of its own.
  private let isInPage: Bool

  /// Starts an empty picture; where it follows the reader's page, `dark` is what it is there.
  init(
    measurer: CairoTextMeasurer, text: SVGTextForm, dark: Drawing? = nil, inPage: Bool = false
  ) throws {
    isInPage = inPage
    darkImages = dark?.rasters ?? []
    self.measurer = measurer
    self.text = text
    outlines = try GlyphOutlines(measurer)
  }

  /// The whole document, with the paints that change on a dark page.
  func document(_ size: Size, _ metadata: Metadata, _ inDark: [DarkPaint] = []) throws -> [UInt8] {
    try outlines.check()
    var text = SVGText()
    if !isInPage { text.write("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n") }
    text.write(
      """
      <svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="
      """)
    text.write(size.horizontal)
    text.write("\" height=\"")
    text.write(size.vertical)
    text.write("\" viewBox=\"0 0 ")
    text.write(size.width)
    text.write(" ")
    text.write(size.height)
    text.write("\" version=\"1.1\" stroke-linejoin=\"round\"")
    if !inDark.isEmpty || !changingImages.isEmpty {
      text.write(" id=\"")
      text.write(own: DarkPaint.scope)
      text.write("\"")
    }
    text.write(descriptionOf: metadata)
    text.write(inDark, changingImages)
    let letters = isInPage ? try self.letters() : SVGText()
    text.write("<defs>\n")
    text.write(outlines.definitions)
    text.write(letters)
    text.write(clips)
    text.write("</defs>\n")
    text.write(body)
    // How it came about stands last: it tells of the program's version, which the ids must not depend on.
    text.namePicture()
    text.write(sourceOf: metadata)
    text.write("</svg>\n")
    return text.bytes
  }

  /// Executes one command.
  mutating func execute(_ command: DrawCommand) throws {
    switch command {
    case .fill(let rect, let color): body.write(rect, filled: color)
    case .polygon(let corners, let color): body.write(polygon: corners, color)
    case .stroke(let lines, let stroke): body.write(lines, stroked: stroke)
    case .image(let raster, let rect): try write(raster, in: rect)
    case .pushClip(let rect): clip(to: rect)
    case .popClip: body.write("</g>\n")
    case .text(let label): try write(label)
    case .pushGroup(let text):
      groupDepth += 1
      body.write("<g role=\"img\" aria-label=\"")
      body.write(escaping: text)
      body.write("\">\n")
    case .popGroup:
      groupDepth -= 1
      body.write("</g>\n")
    case .pushPart(let part):
      if isInPage { body.write("<g class=\"\(part.name)\">\n") }
    case .popPart:
      if isInPage { body.write("</g>\n") }
    }
  }

  private mutating func write(_ raster: Raster, in rect: Rect) throws {
    let number = imageCount
    imageCount += 1
    guard darkImages.indices.contains(number), darkImages[number] != raster else {
      return try write(raster, rect, .any, number)
    }
    changingImages.append(number)
    try write(raster, rect, .light, number)
    try write(darkImages[number], rect, .dark, number)
  }

  private mutating func write(_ raster: Raster, _ rect: Rect, _ page: SVGImagePage, _ number: Int)
    throws
  {
    try body.write(raster, in: rect, shownOn: page, number: number, styled: !isInPage)
  }

  /// Begins a group of what is seen in a rectangle alone.
  private mutating func clip(to rect: Rect) {
    clipCount += 1
    clips.write("<clipPath id=\"")
    clips.write(own: "c\(clipCount)")
    clips.write("\"><rect")
    clips.write(rect)
    clips.write("/></clipPath>\n")
    body.write("<g clip-path=\"url(#")
    body.write(own: "c\(clipCount)")
    body.write(")\">\n")
  }

  /// The letters that numbers beside axes consist of, with their widths in thousandths of an em: what a page writes others with.
  private func letters() throws -> SVGText {
    var letters = SVGText()
    let style = TextStyle(size: GlyphOutlines.em, color: Color(0))
    for letter in "0123456789.−×⁻⁰¹²³⁴⁵⁶⁷⁸⁹" {
      let run = try measurer.run(String(letter), style: style)
      guard let piece = run.pieces.first, let glyph = piece.glyphs.first,
        let id = outlines.id(of: glyph.index, in: piece.typeface)
      else { continue }
      letters.write("<use data-letter=\"\(letter)\" data-width=\"")
      letters.write(run.extent.width, decimals: 0)
      letters.write("\" xlink:href=\"#")
      letters.write(own: id)
      letters.write("\"/>\n")
    }
    return letters
  }

  private mutating func write(_ label: Label) throws {
    let run = try measurer.run(label.text, style: label.style)
    switch text {
    case .outlines: body.write(label, as: run, outlines: outlines, isNamed: groupDepth == 0)
    case .text: body.write(label, asTextOf: run)
    }
  }
}

extension Drawing {
  /// Its images, in the order in which they are drawn.
  fileprivate var rasters: [Raster] {
    commands.compactMap { if case .image(let raster, _) = $0 { raster } else { nil } }
  }
}
