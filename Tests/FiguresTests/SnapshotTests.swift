import Foundation
import Testing

@testable import Figures

/// Figures as drawing commands, compared with files under Snapshots.
///
/// With `ACTVIZ_RECORD_SNAPSHOTS=1` in the environment the files are written anew and the run fails.
@Suite("Snapshots")
struct SnapshotTests {
  private func check(_ figure: Figure, _ name: String, theme: Theme = .light) throws {
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("Snapshots/\(name).txt")
    let drawn = Drawing(Scene(figure), measurer: FixedWidthMeasurer(), theme: theme).text
    if ProcessInfo.processInfo.environment["ACTVIZ_RECORD_SNAPSHOTS"] == "1" {
      try drawn.write(to: file, atomically: true, encoding: .utf8)
      Issue.record("recorded \(name); run again without ACTVIZ_RECORD_SNAPSHOTS")
      return
    }
    let recorded = try #require(
      try? String(contentsOf: file, encoding: .utf8), "the snapshot \(name) is missing")
    let lines = zip(drawn.split(separator: "\n"), recorded.split(separator: "\n"))
    if let (is_, was) = lines.first(where: { $0 != $1 }) {
      Issue.record("\(name): drew '\(is_)' where the snapshot has '\(was)'")
    }
    #expect(drawn.count == recorded.count)
  }

  @Test("relu and its derivative")
  func relu() throws {
    try check(reluFigure(), "relu")
  }

  @Test("A small figure with its legend at the side")
  func small() throws {
    try check(fan(5, panels: 2, size: Size(width: 400, height: 300)), "small")
  }

  @Test("The smallest figure keeps its curves only")
  func smallest() throws {
    try check(reluFigure(size: Size(width: 100, height: 100)), "smallest")
  }

  @Test("A narrow domain far from zero")
  func narrow() throws {
    let line = curve("line", from: 1, to: 1.000001, points: 3) { $0 }
    try check(
      Figure(
        title: "Narrow", xDomain: 1...1.000001,
        panels: [Figure.Panel(title: "α = 1", yLabel: "f(x)", curves: [line])]), "narrow")
  }

  @Test("Four panels, long names below them, dashes once the colours run out")
  func longNames() throws {
    let name = "a function whose name takes more than a third of the width of a figure, "
    try check(
      fan(10, panels: 4, size: Size(width: 1000, height: 1000), name: { name + "number \($0)" }),
      "long-names")
  }

  @Test("Formulas in every text")
  func formulas() throws {
    let line = curve("$\\sqrt{x}$, $\\alpha=\\frac{1}{2}$", from: 0, to: 1, points: 2) { $0 }
    let formula = "$H(x)=\\frac{1}{2}\\left[1+\\frac{\\alpha x}{\\sqrt{1+\\alpha^2x^2}}\\right]$"
    var figure = Figure(
      title: "Gates: \(formula)", xLabel: "$x_1$", xDomain: 0...1,
      panels: [
        Figure.Panel(title: "$\\int_{-\\infty}^x e^{-t^2/2}\\,dt$", yLabel: "$f'$", curves: [line])
      ])
    figure.panels.append(Figure.Panel(notes: [.init("$\\sum_k b_k$", "$\\binom nk$")]))
    try check(figure, "formulas")
  }

  @Test("Facets with a reference, a band, marks and names at the curves' ends")
  func facets() throws {
    var figure = fan(2, panels: 4, size: try Size(width: 900, height: 600))
    figure.labelling = .direct
    figure.sharesYDomain = true
    for index in figure.panels.indices {
      var relu = curve("relu", from: -1, to: 1, points: 3) { max(0, $0) }
      relu.role = .reference
      let curves = figure.panels[index].curves
      figure.panels[index].title = "α = \(index)"
      figure.panels[index].curves.append(relu)
      figure.panels[index].bands = [
        Band(name: "", between: curves[0], and: curves[1], style: 1)
      ]
      figure.panels[index].marks = [
        Mark(number: 1, name: "zero (0, 0)", at: Point(x: 0, y: 0), style: 0)
      ]
    }
    figure.panels[3].xDomain = 0...1
    try check(figure, "facets")
  }

  @Test("Logarithmic axes")
  func logarithmic() throws {
    let powers = curve("x²", from: -3, to: 3, points: 7) { $0 }.segments[0].map { point in
      Point(x: exponential(point.x), y: exponential(2 * point.x))
    }
    try check(
      Figure(
        title: "Powers", xDomain: 1e-3...1e3, xScale: .log,
        panels: [
          Figure.Panel(
            yLabel: "f(x)", curves: [Curve(name: "x²", segments: [powers])], yScale: .log)
        ]), "log")
  }

  /// 10^exponent of a whole exponent, without rounding.
  private func exponential(_ exponent: Double) -> Double {
    DecimalStep(mantissa: 1, exponent: Int(exponent.rounded())).value(at: 1)
  }

  @Test("A column of a journal, dark")
  func column() throws {
    try check(fan(3, panels: 2, size: .column), "column-dark", theme: .dark)
  }

  @Test("Print, without a background")
  func transparentPrint() throws {
    try check(
      fan(10, size: Size(width: 600, height: 400)), "print-transparent",
      theme: Theme.print.withoutBackground)
  }

  @Test("A field with its lines and its colour bar")
  func field() throws {
    try check(FieldTests.figure(panels: 2), "field")
  }

  @Test("Symmetric-logarithmic axes")
  func symlog() throws {
    let stems = (-8...8).map { power -> [Point] in
      let x = Double(power) * Double(power) * Double(power)
      return [Point(x: x, y: 0), Point(x: x, y: x * x)]
    }
    try check(
      Figure(
        title: "Errors", xDomain: -600...600, xScale: .symlog(constant: 1),
        panels: [
          Figure.Panel(
            yLabel: "error in ulp", curves: [Curve(name: "", segments: stems)],
            yScale: .symlog(constant: 1))
        ]), "symlog")
  }
}
