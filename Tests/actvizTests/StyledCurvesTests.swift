import FigureSpecification
import Figures
import Foundation
import Testing

@testable import actviz

/// The look of single curves, palettes, the place of the legend and the size of text, as a user asks for them.
@Suite struct StyledCurvesTests {
  private func figure(_ options: String...) throws -> Figure {
    let request = try PlotRequest(try Settings(["plot"] + options))
    try request.checkStrangers()
    return request.figureRequest().figure()
  }

  private func owns(_ options: String...) throws -> [CurveStyle.Own] {
    let request = try PlotRequest(
      try Settings(["plot", "gelu", "swish:beta=2", "mish", "--show", "f"] + options))
    try request.checkStrangers()
    return request.figureRequest().figure().panels[0].curves.compactMap(\.style).map(\.own)
  }

  private func problem(_ options: String...) -> String {
    do {
      let request = try PlotRequest(try Settings(["plot", "gelu", "swish"] + options))
      try request.checkStrangers()
      return ""
    } catch {
      return Actviz.failure(for: error).sentence
    }
  }

  @Test func listsGoByOrderAndNamesByWhatIsShownOrTyped() throws {
    #expect(
      try owns("--color", "#f00,,teal").map(\.color)
        == [Color(0xff0000), nil, Color(0x008080)])
    for name in ["swish", "swish:beta=2", "Swish (β = 2)", "swish(beta=2)"] {
      #expect(
        try owns("--color", "\(name)=#0af").map(\.color) == [nil, Color(0x00aaff), nil], "\(name)")
    }
    let both = try owns("--width", "2,", "--dash", "mish=dot", "--dash", "solid,dash")
    #expect(both.map(\.points) == [2, nil, nil])
    #expect(both.map(\.dash) == [[], [4.5, 2.2], [1.2, 1.6]])
  }

  @Test func aSingleWidthOrDashIsThatOfAllCurvesButTheGreyOnes() throws {
    let all = try owns("--width", "1", "--width", "mish=3", "--dash", "dot")
    #expect(all.map(\.points) == [1, 1, 3])
    #expect(all.map(\.dash) == [[1.2, 1.6], [1.2, 1.6], [1.2, 1.6]])
    let gray = try figure("gelu", "--gray", "relu", "--width", "1", "--show", "f")
    #expect(gray.panels[0].curves.map { $0.style?.own.points } == [1, nil])
    // One colour for all would tell none from the others.
    #expect(try owns("--color", "red").map(\.color) == [Color(0xff0000), nil, nil])
  }

  @Test func whatIsWrongIsNamedWithAHint() {
    #expect(
      problem("--color", "geul=red")
        == "--color 'geul=red' names no curve of gelu, swish; did you mean 'gelu'?")
    #expect(problem("--color", "gelu=rde").hasSuffix("; did you mean 'red'?"))
    #expect(problem("--color", "#12345").contains("is #rgb, #rrggbb or a name of CSS"))
    #expect(problem("--dash", "doted").hasSuffix("; did you mean 'dot'?"))
    #expect(problem("--width", "0").contains("from 0.1 to 50"))
    #expect(problem("--palette", "red,blu").contains("'blu' is none; did you mean 'blue'?"))
    #expect(problem("--legend", "top-letf").hasSuffix("did you mean 'top-left'?"))
  }

  @Test func greyCurvesAndPointsHaveNamesToo() throws {
    let gray = try figure("gelu", "--gray", "relu", "--color", "relu=red", "--show", "f")
    #expect(gray.panels[0].curves.last?.style?.own.color == Color(0xff0000))
    let legend = Legend(of: Scene(gray), namesCurves: true).entries[0]
    #expect(legend.count == 2)
  }

  @Test func aFigureMaySpeakOfCurvesThatOnePanelHas() throws {
    func error(_ color: String) throws -> String {
      let text =
        "color: {\(color)}\npanels:\n- functions: gelu\n- functions: mish\n- notes: {a: b}\n"
      let specification = try SpecificationReader(file: "f").specification(text)
      do {
        _ = try FigureRequest(specification, from: .line(1, of: "f"))
        return ""
      } catch {
        return Actviz.failure(for: error).sentence
      }
    }
    #expect(try error("gelu: red, mish: '#00f'") == "")
    #expect(try error("gelu: red, swish: blue").hasPrefix("Line 1 of f: color 'swish=blue' names"))
  }

  @Test func palettesAreOfTheFigure() throws {
    let ordered = try figure("gelu", "swish", "mish", "--palette", "ordered", "--show", "f")
    #expect(
      ordered.panels[0].curves.compactMap(\.style).map(\.place)
        == [.step(0, of: 3), .step(1, of: 3), .step(2, of: 3)])
    let look = try Look(
      try Settings(["plot", "gelu", "--palette", "red,#00f", "--text-size", "9"]))
    #expect(look.theme(.dark).palette == [Color(0xff0000), Color(0x0000ff)])
    #expect(look.theme(.light).scaled(to: .page).textSize == 12)
    #expect(look.theme(.light).scaled(to: .standard).textSize == 12)
  }

  @Test func aSavedFigureLooksTheSame() throws {
    let folder = try TemporaryFolder()
    let options = [
      "--color", "red,#00f", "--color", "mish=teal", "--width", "gelu=3", "--dash",
      "mish=long-dash",
      "--palette", "ordered", "--legend", "bottom-right", "--text-size", "11",
    ]
    let run = try Binary.run(
      ["plot", "gelu", "swish", "mish"] + options + ["-o", "a.svg", "--save", "a.yaml"],
      in: folder.path)
    #expect(run.status == 0, "\(run.error)")
    _ = try Binary.run(["render", "a.yaml", "-o", "b.svg"], in: folder.path)
    let pictures = try ["a.svg", "b.svg"].map {
      try folder.text(of: $0).components(separatedBy: "<metadata").first
    }
    #expect(pictures[0] == pictures[1])
    #expect(try folder.text(of: "a.yaml").contains("color: [red, '#00f', mish=teal]\n"))
    #expect(try folder.text(of: "a.yaml").contains("width:\n  gelu: 3\n"))
  }

  @Test(arguments: ["right", "below", "inside", "top-right", "bottom-left", "none"])
  func theLegendStandsWhereItIsAskedFor(place: String) throws {
    let folder = try TemporaryFolder()
    for functions in [
      ["gelu", "swish"], ["form1", "form2", "--alpha", "1,2", "--facet", "function"],
    ] {
      let run = try Binary.run(
        ["plot"] + functions + ["--legend", place, "-o", "a.svg"], in: folder.path)
      #expect(run.status == 0, "\(run.error)")
      let picture = try folder.text(of: "a.svg").components(separatedBy: "<metadata").first ?? ""
      // The title names both once in a text of its own.
      if functions.count == 2 {
        #expect(picture.contains("aria-label=\"gelu\"") == (place != "none"), "\(place)")
      }
    }
  }
}
