import CCairo
import Figures
import Testing

@testable import CairoBackend

/// A PNG read back by Cairo.
final class DecodedPNG {
  private let surface: OpaquePointer

  init(_ bytes: [UInt8]) throws {
    var rest = bytes[...]
    let decoded = withUnsafeMutablePointer(to: &rest) { pointer in
      cairo_image_surface_create_from_png_stream(
        { closure, data, count in
          guard let closure, let data else { return CAIRO_STATUS_READ_ERROR }
          let rest = closure.assumingMemoryBound(to: ArraySlice<UInt8>.self)
          guard rest.pointee.count >= Int(count) else { return CAIRO_STATUS_READ_ERROR }
          for (index, byte) in rest.pointee.prefix(Int(count)).enumerated() { data[index] = byte }
          rest.pointee = rest.pointee.dropFirst(Int(count))
          return CAIRO_STATUS_SUCCESS
        }, pointer)
    }
    surface = try #require(decoded)
    #expect(cairo_surface_status(surface) == CAIRO_STATUS_SUCCESS)
  }

  deinit { cairo_surface_destroy(surface) }

  var width: Int { Int(cairo_image_surface_get_width(surface)) }
  var height: Int { Int(cairo_image_surface_get_height(surface)) }

  /// The pixel as 0xRRGGBB.
  func pixel(_ x: Int, _ y: Int) throws -> UInt32 {
    let data = try #require(cairo_image_surface_get_data(surface))
    let row = data + y * Int(cairo_image_surface_get_stride(surface))
    return row.withMemoryRebound(to: UInt32.self, capacity: width) { $0[x] & 0xffffff }
  }
}

@Suite("PNG")
struct PNGTests {
  @Test("Has the signature, the size, and 8-bit RGB")
  func header() throws {
    let bytes = try render(bandDrawing(), as: .png)
    #expect(bytes.prefix(8) == [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
    #expect(bytes[16..<26] == [0, 0, 0, 200, 0, 0, 0, 100, 8, 2])
  }

  @Test("Shows what was drawn where it was drawn")
  func pixels() throws {
    let image = try DecodedPNG(render(bandDrawing(), as: .png))
    #expect(image.width == 200 && image.height == 100)
    #expect(try image.pixel(0, 0) == 0xffffff)
    #expect(try image.pixel(100, 50) == 0xff0000)
    #expect(try image.pixel(21, 41) == 0xff0000)
    #expect(try image.pixel(10, 50) == 0xffffff, "outside the clip")
    #expect(try image.pixel(100, 30) == 0xffffff)
    let textRows = try (76..<95).flatMap { y in try (0..<200).map { try image.pixel($0, y) } }
    #expect(textRows.contains { $0 < 0x404040 })
  }

  @Test("A whole figure has its curve's colour on the curve")
  func figure() throws {
    let curve = Curve(name: "one", segments: [[Point(x: 0, y: 1), Point(x: 1, y: 1)]])
    let figure = Figure(
      title: "one", xDomain: 0...1, panels: [PanelContent(yLabel: "f(x)", curves: [curve])])
    let measurer = CairoTextMeasurer()
    let drawing = Drawing(figure, measurer: measurer)
    let image = try DecodedPNG(render(drawing, as: .png, measurer: measurer))
    let column = try (0..<image.height).map { try image.pixel(800, $0) }
    #expect(column.contains(0x37599a))
    #expect(try image.pixel(0, 0) == 0xffffff)
  }
}
