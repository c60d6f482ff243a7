import CCairo
import Figures
import Testing

@testable import CairoBackend

@Suite("Errors of Cairo")
struct ErrorTests {
  @Test("A status that nobody knows is an error and keeps its number")
  func unknownStatus() {
    let error = #expect(throws: CairoError.self) {
      try CairoError.check(cairo_status_t(rawValue: 4711), "drawing")
    }
    #expect(error?.status.rawValue == 4711)
    #expect(error?.operation == "drawing")
    #expect(error?.description.contains("4711") == true)
  }

  @Test("Success is no error")
  func success() throws {
    try CairoError.check(CAIRO_STATUS_SUCCESS, "drawing")
  }

  @Test("What fails in the context is an error, although the surface says success")
  func context() throws {
    let style = TextStyle(size: .nan, color: Color(0))
    let drawing = Drawing(
      size: .standard, commands: [.text(Label("x", at: Point(x: 0, y: 0), style: style))])
    for format in ImageFormat.allCases {
      #expect(throws: CairoError.self) { try render(drawing, as: format) }
    }
  }

  @Test("A dash pattern that Cairo refuses is an error")
  func dash() throws {
    let stroke = Stroke(color: Color(0), width: 1, dash: [-1, 2])
    let line = [Point(x: 0, y: 0), Point(x: 9, y: 9)]
    let drawing = Drawing(size: .standard, commands: [.stroke([line], stroke)])
    #expect(throws: CairoError.self) { try render(drawing, as: .png) }
  }

  @Test("The same drawing twice gives the same bytes")
  func determinism() throws {
    let drawing = try bandDrawing()
    for format in ImageFormat.allCases {
      #expect(try render(drawing, as: format) == render(drawing, as: format))
    }
  }

  @Test("A measured text is as wide as its parts, and taller text is wider")
  func measuring() {
    let measurer = CairoTextMeasurer()
    let small = measurer.measure("relu", style: TextStyle(size: 10, color: Color(0)))
    let large = measurer.measure("relu", style: TextStyle(size: 20, color: Color(0)))
    #expect(abs(large.width - 2 * small.width) < 0.01)
    #expect(small.width > 10 && small.ascent > 5 && small.descent > 1)
    #expect(measurer.measure("", style: TextStyle(size: 10, color: Color(0))).width == 0)
  }
}
