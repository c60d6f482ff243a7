import Figures
import Testing

@testable import actviz

@Suite("Values of a parameter")
struct ParameterSweepTests {
  private func curves(_ line: String) throws -> [CurveRequest] {
    try PlotRequest(line: "plot \(line) --show f").figureRequest().panels[0].curves
  }

  @Test("Values of one parameter have their places in the ordered palette, and one heading")
  func one() throws {
    let curves = try curves("form2 --alpha 0.5,1,2")
    #expect(curves.map(\.style) == (0..<3).map { .step($0, of: 3) })
    #expect(curves.map(\.value?.plainText) == ["0.5", "1", "2"])
    #expect(
      curves.allSatisfy { $0.value?.plainHeading == "form2, α" && $0.value?.plainSymbol == "α" })
  }

  @Test("Values that fall keep their order, others rise; infinity is the last")
  func order() throws {
    #expect(try curves("form4 --sigma 1,0.1").map(\.style) == [.step(0, of: 2), .step(1, of: 2)])
    let mixed = try curves("gennorm --beta 2,inf,1")
    #expect(mixed.map(\.style) == [1, 2, 0].map { .step($0, of: 3) })
    #expect(mixed[1].value?.plainText == "∞")
  }

  @Test("Functions of one parameter share its colours and have dashes of their own")
  func several() throws {
    let curves = try curves("form1 form2 --alpha 1,2")
    #expect(
      curves.map(\.style) == [
        .step(0, of: 2), .step(1, of: 2), .step(0, of: 2, pattern: 1), .step(1, of: 2, pattern: 1),
      ])
    #expect(curves.map { $0.value?.plainHeading ?? "" }[2] == "form2, α")
  }

  @Test("What stands beside values is in the colour of text, with its own name")
  func beside() throws {
    let curves = try curves("relu form2 --alpha 1,2,4")
    #expect(curves[0].style == .ink(pattern: 1) && curves[0].value == nil)
    #expect(curves[1].style == .step(0, of: 3))
  }

  @Test("Of two parameters the one with more values is the order, the other is in the heading")
  func two() throws {
    let curves = try curves("gennorm --alpha 1,2 --beta 1,2,8")
    #expect(curves[4].style == .step(1, of: 3, pattern: 1))
    #expect(curves[4].value?.plainHeading == "gennorm (α = 2), β")
  }

  @Test("Many functions of few values stay categories; names that were given stay names")
  func categories() throws {
    let many = try curves("form1 form2 form3 --alpha 1,2")
    #expect(many.map(\.style) == (0..<6).map { .category($0) })
    #expect(many.allSatisfy { $0.value == nil })
    let named = try curves("form1 --alpha 1,2 --name one --name two")
    #expect(named.allSatisfy { $0.value == nil } && named[1].style == .step(1, of: 2))
  }

  @Test("Values have at most four digits, or as many as tell them apart")
  func digits() throws {
    #expect(
      try curves("form1 --alpha 1.7724538509,2").map { $0.value?.plainText } == ["1.772", "2"])
    #expect(
      try curves("form1 --alpha 1.00001,1.00002").map { $0.value?.plainText } == [
        "1.00001", "1.00002",
      ])
    #expect(try curves("form1:alpha=123456.7").map(\.plainName) == ["form1 (α = 123500)"])
  }

  @Test("What others are compared with is grey and behind")
  func reference() throws {
    let request = try PlotRequest(line: "compare gelu_tanh --reference gelu --show f")
    let figure = request.figureRequest()
    #expect(figure.panels[0].curves.map(\.role) == [.subject, .reference])
  }
}
