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
  func pixel(_ x: Int, _ y: Int) throws -> UInt32 { try word(x, y) & 0xffffff }

  /// The pixel as 0xAARRGGBB, colours multiplied by the opacity.
  func word(_ x: Int, _ y: Int) throws -> UInt32 {
    let data = try #require(cairo_image_surface_get_data(surface))
    let row = data + y * Int(cairo_image_surface_get_stride(surface))
    return row.withMemoryRebound(to: UInt32.self, capacity: width) { $0[x] }
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

  /// The contents of a chunk of a PNG.
  private func chunk(_ name: String, of bytes: [UInt8]) -> ArraySlice<UInt8>? {
    var rest = bytes.dropFirst(8)
    while rest.count >= 12 {
      let count = rest.prefix(4).reduce(0) { $0 << 8 | Int($1) }
      let contents = rest.dropFirst(8).prefix(count)
      if Array(rest.dropFirst(4).prefix(4)) == Array(name.utf8) { return contents }
      rest = rest.dropFirst(12 + count)
    }
    return nil
  }

  @Test("States its density where it is known, and has as many pixels as that makes")
  func density() throws {
    let drawing = try Drawing(
      size: Size(parsing: "85mmx60mm"),
      commands: [.fill(Rect(minX: 0, minY: 0, maxX: 400, maxY: 400), Color(0xffffff))])
    func header(_ dpi: Double?) throws -> (size: [UInt8], density: [UInt8]) {
      let bytes = try render(drawing, as: .png, dpi: dpi)
      return (Array(bytes[16..<24]), Array(try #require(chunk("pHYs", of: bytes))))
    }
    // 85 mm are 3.346 inches: 1004 pixels, 11811 of them to a metre.
    let (size, density) = try header(nil)
    #expect(size == [0, 0, 3, 236, 0, 0, 2, 197])
    #expect(density == [0, 0, 46, 35, 0, 0, 46, 35, 1])
    #expect(try header(600).size == [0, 0, 7, 216, 0, 0, 5, 137])
    #expect(try header(600).density == [0, 0, 92, 70, 0, 0, 92, 70, 1])
    #expect(try chunk("pHYs", of: render(bandDrawing(), as: .png)) == nil)
    let doubled = try render(bandDrawing(), as: .png, dpi: 192)
    #expect(doubled[16..<24] == [0, 0, 1, 144, 0, 0, 0, 200])
  }

  @Test("At twice the density it is the same picture")
  func doubled() throws {
    let image = try DecodedPNG(render(bandDrawing(), as: .png, dpi: 192))
    #expect(try image.pixel(200, 100) == 0xff0000)
    #expect(try image.pixel(41, 81) == 0xff0000 && image.pixel(39, 81) == 0xffffff)
    #expect(try image.pixel(399, 199) == 0xffffff)
  }

  @Test("More pixels than fit are refused, and so is an absurd density")
  func tooMany() throws {
    let size = try Size(parsing: "5000x100mm")
    let error = #expect(throws: PixelSizeError.self) { try PixelSize(size, dpi: 300) }
    #expect(error?.description.contains("59055x1181 pixels") == true)
    #expect(throws: PixelSizeError.self) { try PixelSize(.page, dpi: 2400) }
    #expect(throws: PixelSizeError.self) { try PixelSize(.standard, dpi: 0) }
    #expect(throws: PixelSizeError.self) { try PixelSize(.standard, dpi: .nan) }
    #expect(try PixelSize(size, dpi: 72).width == 14173)
  }

  @Test("Without a background it has opacities, and colours not multiplied by them")
  func transparent() throws {
    let red = Color(0xff0000, alpha: 0.5)
    let drawing = Drawing(
      size: try Size(width: 100, height: 100),
      commands: [.fill(Rect(minX: 0, minY: 0, maxX: 50, maxY: 100), red)], isTransparent: true)
    let bytes = try render(drawing, as: .png)
    #expect(bytes[24..<26] == [8, 6])
    let image = try DecodedPNG(bytes)
    #expect(try image.word(75, 50) == 0)
    // Cairo multiplies when it reads: half of full red.
    #expect(try image.word(25, 50) == 0x8080_0000)
    let curve = Curve(name: "one", segments: [[Point(x: 0, y: 1), Point(x: 1, y: 1)]])
    let figure = Figure(
      title: "one", xDomain: 0...1, panels: [Figure.Panel(yLabel: "f(x)", curves: [curve])])
    let measurer = CairoTextMeasurer()
    let whole = Drawing(Scene(figure), measurer: measurer, theme: Theme.dark.withoutBackground)
    #expect(try DecodedPNG(render(whole, as: .png, measurer: measurer)).word(0, 0) == 0)
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

  @Test("A line that waves everywhere has no gaps between its pieces")
  func waves() throws {
    let turns = 300
    let line = (0...turns).map { Point(x: Double(8 * $0), y: $0 % 2 == 0 ? 20 : 80) }
    #expect(line.isWaving && line.pieces.count == 5)
    let drawing = Drawing(
      size: try Size(width: 2400, height: 100),
      commands: [
        .fill(Rect(minX: 0, minY: 0, maxX: 2400, maxY: 100), Color(0xffffff)),
        .stroke([line], Stroke(color: Color(0xff0000), width: 3)),
      ])
    let image = try DecodedPNG(try render(drawing, as: .png))
    for turn in 1..<turns {
      #expect(try image.pixel(8 * turn - 4, 50) == 0xff0000)
      #expect(try image.pixel(8 * turn, 50) == 0xffffff)
      #expect(try image.pixel(8 * turn, turn % 2 == 0 ? 21 : 78) == 0xff0000)
    }
  }

  @Test("A whole figure has its curve's colour on the curve")
  func figure() throws {
    let curve = Curve(name: "one", segments: [[Point(x: 0, y: 1), Point(x: 1, y: 1)]])
    let figure = Figure(
      title: "one", xDomain: 0...1, panels: [Figure.Panel(yLabel: "f(x)", curves: [curve])])
    let measurer = CairoTextMeasurer()
    let drawing = Drawing(Scene(figure), measurer: measurer)
    let image = try DecodedPNG(render(drawing, as: .png, measurer: measurer))
    let column = try (0..<image.height).map { try image.pixel(800, $0) }
    #expect(column.contains(0x324aa4))
    #expect(try image.pixel(0, 0) == 0xffffff)
  }
}
