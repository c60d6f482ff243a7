import Testing

@testable import Figures

@Suite("Lines of text")
struct TextLineTests {
  private let style = TextStyle(size: 10, color: Color(0))
  private let place = Point(x: 100, y: 50)

  private func line(_ text: String, _ width: Double = .infinity, cut: TextFitting.Cut = .end)
    -> TextLine
  {
    TextLine(text, style: style, width: width, cut: cut, measurer: FixedWidthMeasurer())
  }

  private func texts(_ line: TextLine, _ anchor: Label.Anchor = .start) -> [String] {
    line.commands(at: place, anchor: anchor).compactMap {
      if case .text(let label) = $0 { label.text } else { nil }
    }
  }

  @Test("A plain text is one label, as it was before formulas came")
  func plain() {
    for anchor in [Label.Anchor.start, .middle, .end] {
      #expect(
        line("abc").commands(at: place, anchor: anchor)
          == [.text(Label("abc", at: place, anchor: anchor, style: style))])
    }
    #expect(texts(line("abcdef", 30)) == ["abcd…"])
    #expect(texts(line("swish (β = 0.2)", 60, cut: .middle)) == ["swish…0.2)"])
    #expect(line("abcdef", 5).isEmpty && line("", 5).commands(at: place).isEmpty)
    #expect(line("abc").rise == 0 && line("abc").drop == 0)
  }

  @Test("Plain text and formulas stand side by side on one baseline")
  func mixed() {
    let line = line("if $x$ then")
    #expect(texts(line) == ["if ", "x", " then"])
    #expect(line.width == 54)
    let xs = line.commands(at: place, anchor: .end).compactMap {
      if case .text(let label) = $0 { label.position.x } else { nil }
    }
    #expect(xs == [46, 64, 70])
    #expect(line.commands(at: place).first == .pushGroup("if x then"))
    #expect(line.commands(at: place).last == .popGroup)
  }

  @Test("A line says how far its formulas stand out of a line of letters")
  func growth() {
    #expect(line("$\\frac{1}{2}$").rise > 3)
    #expect(line("$\\frac{1}{2}$").drop > 2)
    #expect(line("$\\displaystyle\\sum_1^2$").drop > line("$\\sum_1^2$").drop)
  }

  @Test("What is too wide becomes smaller first")
  func shrinking() {
    let line = line("$xxxxxxxxxx$", 50)
    #expect(line.width <= 50)
    #expect(texts(line) == Array(repeating: "x", count: 10))
  }

  @Test("What is much too wide loses letters of its text and parts of its formulas")
  func cutting() {
    #expect(texts(line("abcdefgh $\\frac{x}{yyyyy}$ and", 60)) == ["abcdefgh …"])
    #expect(texts(line("abcdefgh $xxxx$ and $yyyyyyyyyy$", 90)).last == "…")
    #expect(texts(line("$xxxxxxxxxxxxxxxxxxxx$", 30)) == ["x", "x", "x", "x", "x", "…"])
    #expect(line("$xxxxxxxxxxxxxxxxxxxx$", 1).isEmpty)
    let middle = texts(line("ab $xxxxxxxxxxxx$ (a = 1)", 40, cut: .middle))
    #expect(middle == ["ab ", "x", "…= 1)"])
  }

  @Test("Where only characters have room a formula stands on one line")
  func linear() {
    let formula = "$H'_s(x)=\\frac{1}{2}\\left[1+\\frac{\\alpha x}{\\sqrt{1+x^2}}\\right]$"
    #expect(RichText.linear("gate \(formula)") == "gate H′_s(x) = 1/2[1 + (αx)/(√(1 + x^2))]")
    #expect(RichText.linear("$e^{-x^2/2},\\;x\\le\\infty$") == "e^(−x^2/2),  x ≤ ∞")
    #expect(RichText.linear("plain \\$5") == "plain $5")
  }

  @Test("A formula that nobody checked and that is wrong is shown as it was typed")
  func unchecked() {
    #expect(texts(line("a $\\frob$")) == ["a $\\frob$"])
  }
}
