import CCairo
import CPixels
import CZlib
import Figures

/// Compresses the pixels of an image surface, which are `dpi` to an inch where that is known.
///
/// By an encoder of our own, since plots are runs of one colour and rows that repeat: measured on those of Examples, it takes a fifth
/// of the time of zlib's level 3, for 3 % fewer bytes. Filters make a plot's file larger, whoever compresses it.
func encodePNG(_ surface: Surface, dpi: Double?, _ metadata: Metadata) throws -> [UInt8] {
  cairo_surface_flush(surface.handle)
  let width = Int(cairo_image_surface_get_width(surface.handle))
  let height = Int(cairo_image_surface_get_height(surface.handle))
  let hasAlpha = cairo_image_surface_get_format(surface.handle) == CAIRO_FORMAT_ARGB32
  let stride = Int(cairo_image_surface_get_stride(surface.handle)) / MemoryLayout<UInt32>.size
  var file = PNGFile(width: width, height: height, hasAlpha ? .rgba : .rgb)
  if let dpi { file.state(dpi: dpi) }
  file.append(metadata)
  var compressed = actviz_bytes()
  defer { free(compressed.data) }
  let status = cairo_image_surface_get_data(surface.handle).map { data in
    data.withMemoryRebound(to: UInt32.self, capacity: stride * height) { words in
      actviz_deflate_pixels(
        actviz_pixels(
          words: words, width: width, height: height, stride: stride, has_alpha: hasAlpha ? 1 : 0),
        &compressed)
    }
  }
  guard status == 0 else {
    throw CairoError(status: .noMemory, operation: "compressing the PNG")
  }
  file.append("IDAT", UnsafeBufferPointer(start: compressed.data, count: compressed.count))
  file.append("IEND", [])
  return file.bytes
}

/// Compresses a raster with its colours: a byte a cell, a third of what colours would take.
///
/// By zlib's level 6: fields seldom repeat the row above, but what stands elsewhere, for which it looks longer than our own encoder,
/// whose files would be twice as large.
func encodePNG(_ raster: Raster) throws -> [UInt8] {
  var file = PNGFile(width: raster.columns, height: raster.rows, .indexed)
  file.append(palette: raster.words)
  var rows: [UInt8] = []
  rows.reserveCapacity(raster.rows * (raster.columns + 1))
  for start in stride(from: 0, to: raster.cells.count, by: raster.columns) {
    rows.append(0)  // No filter.
    rows += raster.cells[start..<start + raster.columns]
  }
  var count = compressBound(uLong(rows.count))
  var compressed = [UInt8](repeating: 0, count: Int(count))
  guard compress2(&compressed, &count, rows, uLong(rows.count), 6) == Z_OK else {
    throw CairoError(status: .noMemory, operation: "compressing an image")
  }
  file.append("IDAT", compressed[..<Int(count)])
  file.append("IEND", [])
  return file.bytes
}

extension PNGFile {
  /// Appends what the picture tells of itself: a date, the texts of the PNG specification under its keywords, and what the picture
  /// was drawn from under our own.
  fileprivate mutating func append(_ metadata: Metadata) {
    if let date = metadata.date, date >= 0 {
      var moment = [UInt8](repeating: 0, count: 7)
      actviz_png_time(Int64(date), &moment)
      append("tIME", moment)
    }
    let texts = [
      ("Title", metadata.title), ("Description", metadata.description),
      ("Software", metadata.software), ("actviz", metadata.source),
    ]
    for (keyword, text) in texts where !text.isEmpty { append(text: text, keyword: keyword) }
  }
}
