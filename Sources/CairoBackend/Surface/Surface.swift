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
  init(_ handle: OpaquePointer?, release: @escaping () -> Void) throws {
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
}
