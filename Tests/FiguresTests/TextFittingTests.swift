import Testing

@testable import Figures

@Suite("Fitting text")
struct TextFittingTests {
  private let style = TextStyle(size: 10, color: Color(0))

  private func fit(_ text: String, _ width: Double, _ cut: TextFitting.Cut = .end) -> String {
    TextFitting.ellipsis(
      text, width: width, style: style, cut: cut, measurer: FixedWidthMeasurer())
  }

  @Test("A text that fits is left alone, and one that does not ends in an ellipsis")
  func ellipsis() {
    #expect(fit("abcdef", 36) == "abcdef")
    #expect(fit("abcdef", 30) == "abcd…")
    #expect(fit("abcdef", 5) == "")
  }

  @Test("A cut in the middle keeps both ends")
  func middle() {
    #expect(fit("swish (β = 0.2)", 60, .middle) == "swish…0.2)")
  }

  @Test("Line ends, control characters and noncharacters become spaces")
  func control() {
    #expect(TextFitting.oneLine("a\nb\u{0}c\u{7f}d\u{ffff}e\u{2028}f") == "a b c d e f")
    #expect(TextFitting.oneLine("α = 0.5, 激活 🎉 <&>") == "α = 0.5, 激活 🎉 <&>")
  }

  @Test("Endless texts are cut before anyone measures them")
  func endless() {
    #expect(TextFitting.oneLine(String(repeating: "x", count: 1_000_000)).count == 4000)
  }
}
