import CCairo
import Figures

/// Renders a drawing to the bytes of an image file.
///
/// The same drawing gives the same bytes in every process. Hand over the measurer that the layout used: it has
/// the font and its glyphs loaded. Throws ``CairoError`` where Cairo or libpng fail.
public func render(
  _ drawing: Drawing, as format: ImageFormat, measurer: CairoTextMeasurer = CairoTextMeasurer()
) throws -> [UInt8] {
  let surface = try Surface(format, size: drawing.size)
  if format == .pdf {
    // A fixed date instead of today's: the same figure is the same file.
    cairo_pdf_surface_set_metadata(
      surface.handle, CAIRO_PDF_METADATA_CREATE_DATE, "2000-01-01T00:00:00Z")
  }
  let canvas = try Canvas(
    surface, scale: format == .pdf ? pointsPerPixel : 1, measurer: measurer)
  for command in drawing.commands { canvas.execute(command) }
  // The surface keeps silent about what failed in the context, and the other way round.
  try canvas.check("drawing")
  try surface.check("drawing")
  return format == .png ? try encodePNG(surface) : try surface.finish()
}
