import CCairo
import Figures

/// Renders a drawing to the bytes of an image file.
///
/// The same drawing gives the same bytes in every process. A PNG has `dpi` pixels to an inch: 96 where nil and
/// the drawing's size is in pixels, 300 where it is physical; the picture is the same at any. Hand over the
/// measurer that the layout used: it has the fonts and their glyphs loaded. All formats carry the metadata;
/// `text` is how an SVG holds its texts, and `dark` the same drawing in the colours that it takes where the reader
/// prefers a dark page; other formats have no use for it. `inPage` writes
/// an SVG as an element of a page whose policy allows no style attributes: without a prolog, and with attributes of SVG alone. Throws ``CairoError`` where Cairo fails or memory ends.
package func render(
  _ drawing: Drawing, dark: Drawing? = nil, as format: ImageFormat, dpi: Double? = nil,
  measurer: CairoTextMeasurer = CairoTextMeasurer(), metadata: Metadata = Metadata(),
  text: SVGTextForm = .outlines, inPage: Bool = false
) throws -> [UInt8] {
  switch format {
  case .png:
    let pixels = try PixelSize(drawing.size, dpi: dpi)
    let surface = try Surface.image(pixels, transparent: drawing.isTransparent)
    try draw(drawing, on: surface, scale: pixels.scale, measurer: measurer)
    return try encodePNG(surface, dpi: pixels.statedDpi, metadata)
  case .svg:
    var canvas = try SVGCanvas(measurer: measurer, text: text, dark: dark, inPage: inPage)
    for command in drawing.commands { try canvas.execute(command) }
    let inDark = dark.map { DarkPaint.all(of: drawing, in: $0) } ?? []
    return try canvas.document(drawing.size, metadata, inDark)
  case .pdf:
    let sink = Surface.Sink()
    let surface = try Surface.pdf(drawing.size, into: sink)
    surface.describe(metadata)
    try draw(drawing, on: surface, scale: pointsPerPixel, measurer: measurer)
    cairo_surface_finish(surface.handle)
    try surface.check("finishing the image")
    return sink.bytes
  }
}

private func draw(
  _ drawing: Drawing, on surface: Surface, scale: Double, measurer: CairoTextMeasurer
) throws {
  let canvas = try Canvas(surface, scale: scale, measurer: measurer)
  for command in drawing.commands { try canvas.execute(command) }
  // The surface keeps silent about what failed in the context, and the other way round.
  try canvas.check("drawing")
  try surface.check("drawing")
}
