import CCairo
import Figures

extension Canvas {
  /// Fills a rectangle with a raster; a PDF holds it as an image.
  func draw(_ raster: Raster, in rect: Rect) throws {
    let surface = try Surface.image(of: raster)
    cairo_save(context)
    path(rect)
    cairo_clip(context)
    cairo_translate(context, rect.minX, rect.minY)
    cairo_scale(
      context, rect.width / Double(raster.columns), rect.height / Double(raster.rows))
    cairo_set_source_surface(context, surface.handle, 0, 0)
    let pattern = cairo_get_source(context)
    cairo_pattern_set_filter(
      pattern, raster.isSmooth ? CAIRO_FILTER_BILINEAR : CAIRO_FILTER_NEAREST)
    // Cells at the edge go on beyond it: without that they would fade into the page.
    cairo_pattern_set_extend(pattern, CAIRO_EXTEND_PAD)
    cairo_paint(context)
    cairo_restore(context)
  }
}

extension Surface {
  /// The pixels of a raster, a cell each; without opacities where none is needed, so that a PDF has none either.
  fileprivate static func image(of raster: Raster) throws -> Surface {
    let pixels = PixelSize(width: raster.columns, height: raster.rows)
    let surface = try image(pixels, transparent: !raster.isOpaque)
    guard let data = cairo_image_surface_get_data(surface.handle) else {
      throw CairoError(status: .noMemory, operation: "drawing an image")
    }
    let stride = Int(cairo_image_surface_get_stride(surface.handle))
    let words = raster.words
    cairo_surface_flush(surface.handle)
    raster.cells.withUnsafeBufferPointer { cells in
      for row in 0..<raster.rows {
        let line = UnsafeMutableRawPointer(data + row * stride).assumingMemoryBound(
          to: UInt32.self)
        for column in 0..<raster.columns {
          line[column] = words[Int(cells[row * raster.columns + column])]
        }
      }
    }
    cairo_surface_mark_dirty(surface.handle)
    return surface
  }
}
