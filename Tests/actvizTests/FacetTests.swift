import FigureSpecification
import Figures
import Foundation
import Testing

@testable import actviz

@Suite struct FacetTests {
  private func plot(_ line: String) throws -> FigureRequest {
    try PlotRequest(line: "plot \(line)").figureRequest()
  }

  private func compare(_ line: String) throws -> FigureRequest {
    try PlotRequest(line: "compare \(line)").figureRequest()
  }

  @Test func aPanelPerValueNamesInItsLegendWhatItsTitleDoesNot() throws {
    let figure = try plot("gennorm --alpha 0.5,2 --beta 1,2,inf --facet alpha --show f")
    #expect(figure.panels.map(\.plainTitle) == ["α = 0.5", "α = 2"])
    for panel in figure.panels {
      #expect(panel.curves.map(\.plainName) == ["β = 1", "β = 2", "β = ∞"])
      #expect(panel.curves.map(\.style) == (0..<3).map { .step($0, of: 3) })
      #expect(panel.curves.map(\.value?.plainText) == ["1", "2", "∞"])
      #expect(panel.curves.allSatisfy { $0.value?.plainHeading == "β" })
    }
    #expect(figure.sharesYDomain && figure.columns == nil)
  }

  @Test func severalQuantitiesAreRowsAndFewValuesColumns() throws {
    let figure = try plot("form1 form2 --alpha 1,2,4 --facet alpha --show f,gate")
    #expect(figure.columns == 3)
    #expect(figure.panels.map(\.plainLabel) == ["f(x)", "f(x)", "f(x)", "H(x)", "H(x)", "H(x)"])
    #expect(figure.panels[0].curves.map(\.plainName) == ["form1", "form2"])
  }

  @Test func manyValuesFollowOneAnotherWithAllTheirQuantities() throws {
    let figure = try plot("form1 --alpha 1,2,3,4,5,6,7,8 --facet alpha")
    #expect(figure.columns == 4)
    #expect(figure.panels.prefix(4).map(\.plainLabel) == ["f(x)", "f′(x)", "f(x)", "f′(x)"])
    #expect(figure.panels.prefix(4).map(\.plainTitle) == ["α = 1", "α = 1", "α = 2", "α = 2"])
    #expect(try plot("form1 --alpha 1,2 --facet alpha --columns 1").columns == 1)
    #expect(try plot("gelu --columns 2").columns == 2)
  }

  @Test func aPanelPerFunctionHoldsItsParameterValues() throws {
    let figure = try plot("form1 mish gelu --alpha 1,2 --facet function --show f")
    #expect(figure.panels.map(\.plainTitle) == ["form1", "mish", "gelu"])
    #expect(
      figure.panels.map { $0.curves.map(\.plainName) } == [
        ["α = 1", "α = 2"], ["α = 1", "α = 2"], [""],
      ])
    #expect(figure.panels[1].curves.map(\.style) == [.step(0, of: 2), .step(1, of: 2)])
    let single = try plot("gelu swish:beta=2 --facet function --show f")
    #expect(single.panels.map(\.plainTitle) == ["gelu", "swish (β = 2)"])
  }

  @Test func functionsWithoutTheParameterAreInEveryPanel() throws {
    let figure = try plot("form1 relu --alpha 1,2 --facet alpha --show f")
    #expect(
      figure.panels.map { $0.curves.map(\.plainName) } == [["form1", "relu"], ["form1", "relu"]])
    let byDefault = try plot("form1 --facet alpha --show f")
    #expect(byDefault.panels.map(\.plainTitle) == ["α = 1"])
    let formula = try plot("x*tanh(a*x) --param a=1,2 --facet a --show f")
    #expect(formula.panels.map(\.plainTitle) == ["a = 1", "a = 2"])
  }

  @Test func aComparisonHasItsReferenceInGreyInEveryPanelAndErrorsBelow() throws {
    let figure = try compare(
      "gelu_tanh gelu_sigmoid gelu --reference gelu --facet function --show f")
    #expect(figure.columns == 2)
    #expect(
      figure.panels.map(\.plainTitle) == ["gelu_tanh", "gelu_sigmoid", "gelu_tanh", "gelu_sigmoid"])
    #expect(figure.panels[0].curves.map(\.plainName) == ["", "gelu"])
    #expect(figure.panels[0].curves.map(\.role) == [.subject, .reference])
    #expect(figure.panels[2].plainLabel == "f(x) − gelu" && figure.panels[2].curves.count == 1)
  }

  @Test func freeDomainsFitEachFacet() throws {
    let figure = try plot("form4 --sigma 0.01,1 --facet sigma --free-x --free-y --show f,df")
    let domains = figure.panels.map(\.domain)
    let narrow = try #require(domains[0])
    #expect(narrow.lowerBound < -0.02 && narrow.lowerBound > -0.3)
    #expect(narrow.upperBound > 0.02 && narrow.upperBound < 0.3)
    #expect(domains[0] == domains[2] && domains[1] == domains[3])
    #expect(!figure.sharesYDomain)
    #expect(try plot("relu --facet function --free-x").panels[0].domain == nil)
  }

  @Test func greyIsReluOrHAndNothingForADensity() throws {
    let figure = try plot("gelu --gray-reference --show f,df,gate,density")
    #expect(
      figure.panels.map { $0.curves.dropFirst().map(\.name) } == [["relu"], ["$H$"], ["$H$"], []])
    #expect(figure.panels[0].curves[1].role == .reference)
    let named = try plot("relu gelu --gray-reference --show f")
    #expect(named.panels[0].curves.map(\.role) == [.reference, .subject])
  }

  @Test func marksAreNumberedAndTellTheirPlaces() throws {
    let panel = try plot("gelu hardswish --mark minimum,kink --show f").figure().panels[0]
    #expect(
      panel.marks.map(\.name) == [
        "minimum (−0.752, −0.17)", "kink (−3, 0)", "minimum (−1.5, −0.375)", "kink (3, 3)",
      ])
    #expect(panel.marks.map(\.number) == [1, 2, 3, 4])
    #expect(panel.marks.map(\.style) == [0, 1, 1, 1])
  }

  @Test(arguments: ["gelu,relu", "1,3", "GELU,relu", "3,gelu", "relu, gelu"])
  func aBandIsNamedByNameOrPlace(band: String) throws {
    let arguments = ["plot", "gelu", "swish", "relu", "--show", "f", "--band", band]
    let figure = try PlotRequest(Settings(arguments)).figureRequest()
    let pair = try #require(figure.panels[0].band)
    #expect(Set([pair.first, pair.second]) == [0, 2])
    let polygons = figure.figure().panels[0].bands[0].polygons
    #expect(polygons.count == 1 && polygons[0].count > 20)
  }

  @Test func aBandKnowsFunctionsByTheirParameters() throws {
    let request = try PlotRequest(
      line: "plot gennorm:alpha=1,beta=2 relu --band gennorm:alpha=1,beta=2,relu")
    let aids = request.aids
    #expect(aids.band?.sides.map { $0.map(\.label) } == [["gennorm(alpha=1,beta=2)"], ["relu"]])
  }

  @Test func theYRangeClipsQuantitiesButNotErrors() throws {
    let figure = try compare("gelu --y-range -1:2 --show f")
    #expect(figure.panels.map(\.yRange) == [-1...2, nil])
  }

  @Test func facetsAreDrawnInEveryFormat() throws {
    let folder = try TemporaryFolder()
    for format in ["png", "svg", "pdf"] {
      let run = try Binary.run(
        [
          "compare", "gelu", "mish", "--facet", "function", "--mark", "minimum,zero", "--band",
          "1,relu", "--label", "direct", "-q", "-o", "a.\(format)",
        ], in: folder.path)
      #expect(run.status == 0, "\(run.error)")
    }
    #expect(try folder.names() == ["a.pdf", "a.png", "a.svg"])
  }
}
