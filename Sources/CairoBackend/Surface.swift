import CCairo
import Figures

/// Owns a Cairo surface that is drawn on from the outside.
final class Surface {
  /// Cairo's handle.
  let handle: OpaquePointer
  private let release: () -> Void

  /// Takes over a surface, or throws where it is in an error state.
  ///
  /// `release` is called once the surface is destroyed.
  private init(_ handle: OpaquePointer?, release: @escaping () -> Void) throws {
    guard let handle else {
      release()
      throw CairoError(status: .noMemory, operation: "making the canvas")
    }
    self.handle = handle
    self.release = release
    try check("making the canvas")
  }

  deinit {
    cairo_surface_destroy(handle)
    release()
  }

  /// Throws where the surface is in an error state.
  func check(_ operation: String) throws {
    try CairoError.check(cairo_surface_status(handle), operation)
  }

  /// Pixels: red, green and blue, with an opacity each where they are `transparent`.
  static func image(_ pixels: PixelSize, transparent: Bool) throws -> Surface {
    let width = Int32(pixels.width)
    let height = Int32(pixels.height)
    let format = transparent ? CAIRO_FORMAT_ARGB32 : CAIRO_FORMAT_RGB24
    let stride = cairo_format_stride_for_width(format, width)
    let count = Int(stride) * pixels.height
    guard stride > 0, let pixels = actviz_map_pixels(count) else {
      throw CairoError(status: .noMemory, operation: "making the canvas")
    }
    let handle = cairo_image_surface_create_for_data(
      pixels, format, width, height, stride)
    return try Surface(handle) { actviz_unmap_pixels(pixels, count) }
  }

  /// A PDF of one page that is written into `sink`.
  static func pdf(_ size: Size, into sink: Sink) throws -> Surface {
    let handle = cairo_pdf_surface_create_for_stream(
      { closure, data, count in
        guard let closure, let data else { return CAIRO_STATUS_WRITE_ERROR }
        let sink = Unmanaged<Sink>.fromOpaque(closure).takeUnretainedValue()
        sink.bytes.append(contentsOf: UnsafeBufferPointer(start: data, count: Int(count)))
        return CAIRO_STATUS_SUCCESS
      }, Unmanaged.passUnretained(sink).toOpaque(), size.horizontal.points,
      size.vertical.points)
    // The closure keeps the sink: a surface that was never finished writes when it is destroyed.
    return try Surface(handle) { withExtendedLifetime(sink) {} }
  }

  /// Where a surface's bytes go.
  final class Sink {
    /// What has been written.
    var bytes: [UInt8] = []
  }
}

/// A pixel in a PDF, in points: 1/96 of an inch, as CSS has it.
let pointsPerPixel = 0.75
