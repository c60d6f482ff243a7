import Testing

@testable import Figures

@Suite("Size")
struct SizeTests {
  @Test("Reads width and height")
  func parsing() throws {
    let size = try Size(parsing: "400x300")
    #expect(size.width == 400 && size.height == 300)
    #expect(try Size(parsing: "1600x1000") == .standard)
  }

  @Test(
    "Refuses what is no size or beyond the limits, and says what is legal",
    arguments: [
      "0x0", "1x1", "40000x10", "20000x20000", "99x100", "-5x100", "+400x300", "40", "400x300x2",
      "x",
      "", "1e3x400", "400 x 300", "99999999999999999999x400", "85.5x60", "1mmx1mm", "0mmx60mm",
      "85mmx60", "10000000mmx10000000mm", "8mm", "85mmx", "mmxmm", "85kmx60km", "1.5.5x60mm",
      ".5inx3in", "5.x3in", "24.9x60mm", "5001x60mm", "-85x60mm", "nanxnanmm", "collumn", "poster",
      "99999999999999999999999x60mm",
    ])
  func refused(text: String) {
    let error = #expect(throws: SizeError.self) { try Size(parsing: text) }
    #expect(error?.description.contains("'\(text)'") == true)
    #expect(error?.description.contains("100 to 20000 pixels") == true)
    #expect(error?.description.contains("25 to 5000 mm") == true)
  }

  @Test(
    "Reads units, of which one on the last side counts for both",
    arguments: [
      ("85mmx60mm", 85, 60, Length.Unit.millimetre), ("85x60mm", 85, 60, .millimetre),
      ("8.5x6cm", 8.5, 6, .centimetre), ("3.3inx2.5in", 3.3, 2.5, .inch),
      ("360x216pt", 360, 216, .point), ("400pxx300px", 400, 300, .pixel),
      ("400x300px", 400, 300, .pixel), ("85MMX60MM", 85, 60, .millimetre),
    ] as [(String, Double, Double, Length.Unit)])
  func units(text: String, width: Double, height: Double, unit: Length.Unit) throws {
    let size = try Size(parsing: text)
    #expect(size.horizontal == Length(width, unit) && size.vertical == Length(height, unit))
    #expect(size.isPhysical == (unit != .pixel))
  }

  @Test("A width alone has the height that goes with it, as of the standard size")
  func widths() throws {
    #expect(try Size(parsing: "1600") == .standard)
    #expect(try Size(parsing: "401px").height == 251)
    let column = try Size(parsing: "85mm")
    #expect(column.horizontal == Length(85, .millimetre))
    #expect(column.vertical == Length(53.125, .millimetre))
  }

  @Test("Lengths agree whatever the unit")
  func lengths() {
    let inch: [(Double, Length.Unit)] = [
      (25.4, .millimetre), (2.54, .centimetre), (1, .inch), (72, .point), (96, .pixel),
    ]
    for (value, unit) in inch {
      #expect(Length(value, unit).pixels == 96)
      #expect(Length(value, unit).points == 72)
    }
    #expect(abs(Length(85, .millimetre).points - 240.944882) < 1e-6)
  }

  @Test("Each side may have a unit of its own")
  func mixed() throws {
    let size = try Size(parsing: "4inx50mm")
    #expect(size.width == 384 && abs(size.height - 188.976) < 1e-3)
  }

  @Test("Text holds its points up to a page, grows with a poster and is larger on a slide")
  func text() throws {
    #expect(try Size(parsing: "85x60mm").textPoints == 8)
    #expect(try Size(parsing: "30x30mm").textPoints == 8)
    #expect(Size.page.textPoints == 8)
    #expect(try Size(parsing: "340x220mm").textPoints == 16)
    #expect(try Size(parsing: "slide").textPoints == 18)
    #expect(try Size(parsing: "1600x1000").textPoints == nil)
    let theme = Theme.light.scaled(to: .column)
    #expect(abs(theme.textSize * 0.75 - 8) < 1e-12)
    #expect(theme.scaled(to: .slide).textSize == 24)
  }
}
