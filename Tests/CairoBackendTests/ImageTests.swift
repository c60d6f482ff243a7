import Figures
import Foundation
import Testing

@testable import CairoBackend

@Suite("Images")
struct ImageTests {
  /// Red and green above blue and nothing, on white: each 50 by 50 pixels from (50, 0).
  private func drawing(isSmooth: Bool, colors: [UInt32] = [0xff0000, 0x00ff00, 0x0000ff]) throws
    -> Drawing
  {
    let raster = try #require(
      Raster(
        columns: 2, rows: 2, cells: [0, 1, 2, 255], colors: colors.map { Color($0) },
        isSmooth: isSmooth))
    return Drawing(
      size: try Size(width: 200, height: 100),
      commands: [
        .fill(Rect(minX: 0, minY: 0, maxX: 200, maxY: 100), Color(0xffffff)),
        .image(raster, Rect(minX: 50, minY: 0, maxX: 150, maxY: 100)),
      ])
  }

  @Test(
    "A PNG shows cells with sharp edges, and the page where there is none", arguments: [96.0, 288])
  func plain(dpi: Double) throws {
    let png = try DecodedPNG(render(drawing(isSmooth: false), as: .png, dpi: dpi))
    let scale = Int(dpi / 96)
    for (x, y, color) in [
      (49, 50, 0xffffff), (50, 0, 0xff0000), (99, 49, 0xff0000), (100, 49, 0x00ff00),
      (149, 0, 0x00ff00), (99, 50, 0x0000ff), (100, 50, 0xffffff), (150, 20, 0xffffff),
    ] as [(Int, Int, UInt32)] {
      #expect(try png.pixel(x * scale, y * scale) == color)
    }
  }

  @Test("A smooth image flows between the middles of its cells, and reaches its edges")
  func smooth() throws {
    let png = try DecodedPNG(render(drawing(isSmooth: true), as: .png))
    #expect(try png.pixel(50, 0) == 0xff0000 && png.pixel(149, 0) == 0x00ff00)
    let middle = try png.pixel(100, 0)
    #expect(abs(Int(middle >> 16) - 128) < 8 && abs(Int(middle >> 8 & 255) - 128) < 8)
  }

  /// The PNG inside an image element.
  private func decoded(_ element: [String: String]) throws -> DecodedPNG {
    let link = try #require(element["xlink:href"])
    let start = "data:image/png;base64,"
    #expect(link.hasPrefix(start))
    let data = try #require(Data(base64Encoded: String(link.dropFirst(start.count))))
    return try DecodedPNG(Array(data))
  }

  @Test(
    "An SVG holds a cell a pixel, and says where they must stay sharp", arguments: [true, false])
  func svg(isSmooth: Bool) throws {
    let elements = try #require(
      Elements.of(render(drawing(isSmooth: isSmooth), as: .svg)).attributes["image"])
    #expect(elements.count == 1)
    let image = try decoded(elements[0])
    #expect(image.width == 2 && image.height == 2)
    #expect(try image.word(0, 1) == 0xff00_00ff && image.word(1, 1) == 0)
    #expect(elements[0]["width"] == "100" && elements[0]["preserveAspectRatio"] == "none")
    #expect((elements[0]["style"] == "image-rendering:pixelated") == !isSmooth)
  }

  @Test("An SVG for both pages holds two images where they differ, and one where they do not")
  func dark() throws {
    let light = try drawing(isSmooth: true)
    let same = try Elements.of(render(light, dark: light, as: .svg))
    #expect(same.attributes["image"]?.count == 1 && same.attributes["style"] == nil)
    let dark = try drawing(isSmooth: true, colors: [0x800000, 0x008000, 0x000080])
    let bytes = try render(light, dark: dark, as: .svg)
    let images = try #require(Elements.of(bytes).attributes["image"])
    #expect(images.count == 2 && images[0]["display"] == nil && images[1]["display"] == "none")
    #expect(try decoded(images[0]).pixel(0, 0) == 0xff0000)
    #expect(try decoded(images[1]).pixel(0, 0) == 0x800000)
    let text = String(decoding: bytes, as: UTF8.self)
    for (image, display) in zip(images, ["none", "inline"]) {
      let id = try #require(image["id"])
      #expect(text.contains("#\(id){display:\(display)}"))
    }
  }

  @Test("A PDF holds an image of as many cells, sharp unless smooth", arguments: [true, false])
  func pdf(isSmooth: Bool) throws {
    let text = String(decoding: try render(drawing(isSmooth: isSmooth), as: .pdf), as: UTF8.self)
    #expect(text.contains("/Subtype /Image") && text.contains("/Width 2"))
    #expect(text.contains("/Interpolate \(isSmooth)"))
  }
}
