import CCairo
import Figures

/// Owns a Cairo surface and the bytes that it streams.
final class Surface {
  /// Cairo's handle.
  let handle: OpaquePointer
  private let sink: Sink

  /// Where a vector surface's bytes go while it is written.
  private final class Sink {
    var bytes: [UInt8] = []
  }

  /// Makes the surface of a format for a canvas of this size; throws where Cairo cannot.
  init(_ format: ImageFormat, size: Size) throws {
    let sink = Sink()
    self.sink = sink
    let closure = Unmanaged.passUnretained(sink).toOpaque()
    let width = Double(size.width)
    let height = Double(size.height)
    let surface: OpaquePointer?
    switch format {
    case .png:
      surface = cairo_image_surface_create(
        CAIRO_FORMAT_RGB24, Int32(size.width), Int32(size.height))
    case .svg:
      surface = cairo_svg_surface_create_for_stream(Surface.append, closure, width, height)
      cairo_svg_surface_set_document_unit(surface, CAIRO_SVG_UNIT_PX)
    case .pdf:
      surface = cairo_pdf_surface_create_for_stream(
        Surface.append, closure, width * pointsPerPixel, height * pointsPerPixel)
    }
    guard let surface else { throw CairoError(status: .noMemory, operation: "making the canvas") }
    handle = surface
    try check("making the canvas")
  }

  deinit {
    // A surface that was never finished still writes what it holds when it is destroyed.
    withExtendedLifetime(sink) { cairo_surface_destroy(handle) }
  }

  /// Throws where the surface is in an error state.
  func check(_ operation: String) throws {
    try CairoError.check(cairo_surface_status(handle), operation)
  }

  /// Ends the document and returns all that was streamed.
  func finish() throws -> [UInt8] {
    cairo_surface_finish(handle)
    try check("finishing the image")
    return sink.bytes
  }

  private static let append: cairo_write_func_t = { closure, data, count in
    guard let closure, let data else { return CAIRO_STATUS_WRITE_ERROR }
    let sink = Unmanaged<Sink>.fromOpaque(closure).takeUnretainedValue()
    sink.bytes.append(contentsOf: UnsafeBufferPointer(start: data, count: Int(count)))
    return CAIRO_STATUS_SUCCESS
  }
}

/// A pixel in a PDF: 1/96 of an inch, as CSS has it.
let pointsPerPixel = 0.75
