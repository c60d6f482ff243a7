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
      "0x0", "1x1", "40000x10", "20000x20000", "99x100", "-5x100", "+400x300", "400", "400x300x2",
      "x",
      "", "1e3x400", "400 x 300", "99999999999999999999x400",
    ])
  func refused(text: String) {
    let error = #expect(throws: SizeError.self) { try Size(parsing: text) }
    #expect(error?.description.contains("'\(text)'") == true)
    #expect(error?.description.contains("100 to 20000 pixels") == true)
  }
}
