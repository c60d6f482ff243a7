import Testing

@testable import Figures

@Suite("Summaries of scenes")
struct SceneSummaryTests {
  private func line(_ name: String, role: Curve.Role = .subject) -> Curve {
    Curve(name: name, segments: [[Point(x: -5, y: 0), Point(x: 5, y: 1)]], role: role)
  }

  @Test("Tells panels, domain and curves")
  func panels() {
    let curves = [line("gelu"), line("swish (β = 2)")]
    let figure = Figure(
      title: "gelu and swish", xDomain: -5...5,
      panels: ["f(x)", "f′(x)"].map { Figure.Panel(yLabel: $0, curves: curves) })
    #expect(
      Scene(figure).summary == "2 panels. f(x) over x from −5 to 5: gelu, swish (β = 2). "
        + "f′(x) over x from −5 to 5: the same.")
    #expect(Metadata(of: Scene(figure)).title == "gelu and swish")
    #expect(Metadata(of: Scene(figure)).description == Scene(figure).summary)
  }

  @Test("Tells a panel's own domain, its title, its scale, references, bands and marks")
  func details() {
    var panel = Figure.Panel(
      title: "gelu", yLabel: "f(x)", curves: [line("gelu"), line("relu", role: .reference)],
      yScale: .symlog(constant: 1))
    panel.xDomain = 0...0.25
    panel.bands = [Band(name: "difference", polygons: [], style: 0)]
    panel.marks = [Mark(number: 1, name: "minimum", at: Point(x: 0, y: 0), style: 0)]
    let figure = Figure(title: "", xLabel: "t", xDomain: -5...5, panels: [panel])
    #expect(
      Scene(figure).summary == "gelu, f(x) (logarithmic far from 0) over t from 0 to 0.25: gelu; "
        + "in grey relu; shaded difference; marked 1 minimum.")
    var logarithmic = figure
    logarithmic.panels[0].yScale = .log
    #expect(
      Scene(logarithmic).summary.hasPrefix("gelu, f(x) (logarithmic) over t from 0 to 0.25: "))
    var crowded = figure
    crowded.panels[0].marks = (1...15).map { number in
      Mark(number: number, name: "m", at: Point(x: 0.1, y: 0.5), style: 0)
    }
    #expect(Scene(crowded).summary.hasSuffix("11 m, 12 m and 3 more."))
  }

  @Test("Reads out both domains, the colours and the lines of a field")
  func field() {
    var figure = FieldTests.figure()
    #expect(
      Scene(figure).summary == "product, f over x from −1 to 1 and y from −1 to 1: "
        + "colours from −1 to 1, with values beyond, lines at 0.25.")
    figure.panels[0].field?.grid = nil
    figure.panels[0].field?.name = ""
    figure.panels[0].yScale = .symlog(constant: 1)
    #expect(
      Scene(figure).summary == "product over x from −1 to 1 and y from −1 to 1 "
        + "(logarithmic far from 0): lines at 0.25.")
  }

  @Test("Reads out the text of a panel of text")
  func notes() {
    let figure = Figure(
      title: "", xDomain: 0...1,
      panels: [Figure.Panel(notes: [.init("range", "0 to ∞"), .init("kinks", "none")])])
    #expect(Scene(figure).summary == "range 0 to ∞; kinks none.")
  }

  @Test("Is one line and no longer than anyone would listen to")
  func long() {
    let panel = Figure.Panel(yLabel: "f\n(x)", curves: (0..<60).map { line("line \($0)") })
    let figure = Figure(
      title: "a\nb", xDomain: -1...1, panels: Array(repeating: panel, count: 200))
    #expect(
      Scene(figure).summary.hasPrefix("200 panels. f (x) over x from −1 to 1: line 0, line 1,"))
    #expect(
      Scene(figure).summary.contains("line 19 and 40 more. f (x) over x from −1 to 1: the same."))
    #expect(Scene(figure).summary.hasSuffix("And 180 more."))
    #expect(Metadata(of: Scene(figure)).title == "a b")
  }
}
