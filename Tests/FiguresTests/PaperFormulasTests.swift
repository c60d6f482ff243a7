import Testing

@testable import Figures

@Suite("Formulas of papers")
struct PaperFormulasTests {
  @Test("Each is understood and set, in a line and in a display")
  func understood() throws {
    #expect(PaperFormulas.all.count >= 60)
    let style = TextStyle(size: 24, color: Color(0))
    for (name, tex) in PaperFormulas.all {
      for formula in ["$\(tex)$", "$\\displaystyle \(tex)$"] {
        #expect(throws: Never.self, "\(name)") { try RichText.check(formula) }
        let line = TextLine(formula, style: style, measurer: FixedWidthMeasurer())
        #expect(line.width > 50 && line.width < 3000, "\(name)")
        // What is shown as it was typed was not understood.
        #expect(!RichText.linear(formula).contains("\\"), "\(name)")
      }
    }
  }
}
