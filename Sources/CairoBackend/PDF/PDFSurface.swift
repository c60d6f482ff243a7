import CCairo
import Figures

extension Surface {
  /// A PDF of one page that is written into `sink`.
  ///
  /// Its version is 1.4: from 1.5 on a newer Cairo may write the document's information into a compressed stream,
  /// where nothing that searches the file's bytes finds what it was drawn from.
  static func pdf(_ size: Size, into sink: Sink) throws -> Surface {
    // Until it is destroyed: one that was never finished writes only then.
    let held = Unmanaged.passRetained(sink)
    let handle = cairo_pdf_surface_create_for_stream(
      { closure, data, count in
        guard let closure, let data else { return CAIRO_STATUS_WRITE_ERROR }
        let sink = Unmanaged<Sink>.fromOpaque(closure).takeUnretainedValue()
        sink.bytes.append(contentsOf: UnsafeBufferPointer(start: data, count: Int(count)))
        return CAIRO_STATUS_SUCCESS
      }, held.toOpaque(), size.horizontal.points, size.vertical.points)
    let surface = try Surface(handle) { held.release() }
    cairo_pdf_surface_restrict_to_version(surface.handle, CAIRO_PDF_VERSION_1_4)
    return surface
  }

  /// Where a surface's bytes go.
  final class Sink {
    /// What has been written.
    var bytes: [UInt8] = []
  }

  /// Writes what a PDF says about itself.
  func describe(_ metadata: Metadata) {
    // A fixed date instead of today's: the same figure is the same file.
    var date = [CChar](repeating: 0, count: 32)
    actviz_iso8601(Int64(metadata.date ?? 946_684_800), &date)
    for (key, text) in [
      (CAIRO_PDF_METADATA_TITLE, metadata.title),
      (CAIRO_PDF_METADATA_SUBJECT, metadata.description),
      (CAIRO_PDF_METADATA_CREATOR, metadata.software),
      (CAIRO_PDF_METADATA_KEYWORDS, metadata.source),
      (
        CAIRO_PDF_METADATA_CREATE_DATE,
        date.withUnsafeBufferPointer { $0.baseAddress.map { String(cString: $0) } ?? "" }
      ),
    ] where !text.isEmpty {
      cairo_pdf_surface_set_metadata(handle, key, text)
    }
  }
}

/// A pixel in a PDF, in points: 1/96 of an inch, as CSS has it.
let pointsPerPixel = 0.75
