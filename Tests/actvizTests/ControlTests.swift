import FigureSpecification
import Figures
import Foundation
import Testing

@testable import actviz

/// What options and figure files say of axes, lines, zones and notes.
@Suite struct ControlTests {
  private func figure(_ arguments: [String]) throws -> Figure {
    let settings = try Settings(arguments)
    return try PlotRequest(
      arguments[0] == "compare"
        ? settings.with(Keys.reference, Keys.standardReference) : settings
    ).figureRequest().figure()
  }

  private func problem(_ arguments: String...) -> String {
    do {
      _ = try figure(["plot", "gelu"] + arguments)
      return ""
    } catch {
      return Actviz.failure(for: error).sentence
    }
  }

  @Test func axesHaveTheNamesThatAreGiven() throws {
    let figure = try figure([
      "plot", "gelu", "--x-label", "$z$", "--y-label", "Activation", "--show", "f,df",
    ])
    #expect(figure.panels.map(\.xLabel) == ["$z$", "$z$"])
    #expect(figure.panels.map(\.plainLabel) == ["Activation", "f′(x)"])
    #expect(
      problem("--show", "f", "--y-label", "a", "--y-label", "b")
        == "--y-label stands there 2 times, but what is shown has 1 y-axis.")
  }

  @Test func ticksAreNumbersAndMultiplesOfPi() throws {
    let figure = try figure([
      "plot", "sine", "--show", "f", "--x-ticks", "-pi, pi/2,2π,1.50", "--y-ticks", "none",
    ])
    guard case .at(let ticks) = figure.panels[0].xTicks else {
      Issue.record("\(figure.panels[0].xTicks)")
      return
    }
    #expect(ticks.map(\.text) == ["$-\\pi$", "$\\pi/2$", "$2\\pi$", "1.50"])
    let values: [Double] = [-Double.pi, Double.pi / 2, 2 * Double.pi, 1.5]
    #expect(ticks.map(\.value) == values)
    #expect(figure.panels[0].yTicks == .at([]))
    #expect(
      problem("--x-ticks", "pi", "--x-scale", "symlog").hasPrefix(
        "--x-ticks pi divides a linear axis: leave out --x-scale"))
  }

  @Test func equalUnitsAreOfLinearAxes() throws {
    #expect(try figure(["plot", "gelu", "--aspect", "equal"]).panels.allSatisfy(\.hasEqualUnits))
    #expect(
      problem("--aspect", "equal", "--y-scale", "log")
        == "--aspect equal is of two linear axes: leave out --y-scale.")
    #expect(problem("--aspect", "eqaul").hasSuffix("; did you mean 'equal'?"))
  }

  @Test func anyFunctionStandsBehindInGrey() throws {
    let figure = try figure(["plot", "gelu", "--gray", "x*sigmoid(1.702*x)", "--show", "f,df"])
    for panel in figure.panels {
      #expect(panel.curves.map(\.role) == [.subject, .reference])
      #expect(panel.curves[1].name.contains("1.702"))
    }
    let old = try self.figure(["plot", "gelu", "--gray-reference", "--show", "f,df,gate,d2f"])
    let new = try self.figure(["plot", "gelu", "--gray", "relu", "--show", "f,df,gate,d2f"])
    #expect(old == new)
    #expect(new.panels.map { $0.curves.last?.name } == ["relu", "$H$", "$H$", "gelu"])
    #expect(problem("--gray", "a*x", "--param", "a=1,2").contains("is one function"))
  }

  @Test func linesZonesAndNotesAreRead() throws {
    let figure = try figure([
      "plot", "gelu", "--show", "f,df", "--line", "y=1: the bound", "--line", "x=-pi",
      "--zone", "-1:1: linear: nearly", "--zone", "y=:0", "--note", "0,0.5: at $x=0$",
    ])
    let panel = figure.panels[0]
    #expect(panel.guides == [GuideLine(.y, 1, text: "the bound"), GuideLine(.x, -.pi)])
    #expect(panel.zones == [Zone(.x, -1...1, text: "linear: nearly"), Zone(.y, -.infinity...0)])
    #expect(panel.callouts == [Callout("at $x=0$", at: Point(x: 0, y: 0.5))])
    #expect(figure.panels[1].guides == panel.guides && figure.panels[1].callouts.isEmpty)
    #expect(problem("--line", "y=x^2").contains("--gray puts any other function behind"))
    #expect(problem("--notes", "0,0: a").contains("did you mean '--note'?"))
  }

  @Test(arguments: [
    ("y=x", 1, 0), ("y=-x", -1, 0), ("y=2x+1", 2, 1), ("y = 1 - x/2", -0.5, 1),
    ("y=-0.5*x-1e-3", -0.5, -0.001), ("y=pi*x", Double.pi, 0), ("Y=3", 0, 3), ("y=x+x", 2, 0),
  ])
  func straightLinesAreWrittenAsUsual(text: String, slope: Double, value: Double) throws {
    let figure = try figure(["plot", "gelu", "--show", "f", "--line", "\(text): words"])
    #expect(figure.panels[0].guides == [GuideLine(slope: slope, value, text: "words")])
  }

  @Test(arguments: ["y=x*x", "y=2y", "y=", "y=1+", "y=x/0", "y=sin(x)", "x=2y", "x=x"])
  func whatIsNoStraightLineIsRefused(text: String) {
    #expect(problem("--line", text).contains("y=A*x+B"))
  }

  @Test func differencesHaveNoLinesOfValues() throws {
    let figure = try figure([
      "compare", "gelu", "--show", "f", "--line", "y=1", "--line", "x=1", "--note", "0,0: zero",
    ])
    #expect(figure.panels.map { $0.guides.count } == [2, 1])
    #expect(figure.panels.map { $0.callouts.count } == [1, 0])
  }

  @Test func whatNoPanelShowsIsTold() throws {
    let folder = try TemporaryFolder()
    let line = ["plot", "gelu", "--y-range", "-1:2", "-o", "a.svg", "--note", "0,0: seen"]
    let seen = try Binary.run(line, in: folder.path)
    #expect(seen.error == "")
    let run = try Binary.run(
      line + ["--note", "9,1: off", "--line", "y=3", "--zone", "6:7"], in: folder.path)
    #expect(
      run.error
        == "Warning: Outside of what is shown: the note at (9, 1), the line y = 3, the zone of x.\n"
    )
  }

  @Test func aSavedFigureSaysTheSame() throws {
    let folder = try TemporaryFolder()
    let options = [
      "--x-ticks", "pi", "--y-ticks", "0,1", "--grid", "off", "--line", "y=1", "--zone", "0:1",
      "--note", "0,0.5: 'a', b", "--note", "1,1: c", "--gray", "relu", "--x-label", "", "--aspect",
      "equal",
    ]
    let run = try Binary.run(
      ["plot", "gelu"] + options + ["-o", "a.svg", "--save", "a.yaml"], in: folder.path)
    #expect(run.status == 0, "\(run.error)")
    _ = try Binary.run(["render", "a.yaml", "-o", "b.svg"], in: folder.path)
    _ = try Binary.run(["rerun", "a.svg", "-o", "c.svg"], in: folder.path)
    let pictures = try ["a.svg", "b.svg", "c.svg"].map {
      try folder.text(of: $0).components(separatedBy: "<metadata").first
    }
    #expect(pictures[0] == pictures[1] && pictures[0] == pictures[2])
  }
}
