import Activations
import FigureSpecification
import Figures
import Foundation
import Testing

@testable import actviz

/// `actviz plot` of functions of x and y in colour and as contour lines.
@Suite struct PlaneTests {
  private func request(_ arguments: [String]) throws -> FigureRequest {
    try PictureRequest(Settings(["plot"] + arguments)).figure
  }

  private static let nonsense: [(arguments: [String], sentence: String)] = [
    (["swiglu", "relu"], "relu is a function of x alone, and swiglu one of x and y: --as slices"),
    (["swiglu", "--mark", "zero"], "--mark means nothing of functions of x and y"),
    (["swiglu", "--facet", "beta"], "every function and every quantity has a panel of its own"),
    (["swiglu", "--band", "1,2"], "--band means nothing of functions of x and y"),
    (["swiglu", "--gray", "relu"], "a field has nothing behind it; --as slices draws curves"),
    (["swiglu", "--gray-reference"], "--gray-reference means nothing"),
    (["swiglu", "--color", "red"], "--palette has the colours of a field"),
    (["swiglu", "--width", "3"], "--width means nothing"),
    (["swiglu", "--dash", "dot"], "--dash means nothing"),
    (["swiglu", "--free-x"], "panels show the same x and y"),
    (["swiglu", "--free-y"], "panels show the same x and y"),
    (["swiglu", "--label", "direct"], "--label direct is of curves"),
    (["swiglu", "--zone", "0:1"], "a field covers it; --as contours shows it"),
    (["swiglu", "--as", "field", "--slices", "1"], "--slices are curves, and --as asks for field"),
    (["swiglu", "--y-scale", "log"], "give an --y-range such as 0.001:1000"),
    (["swiglu", "--x-scale", "log"], "give an --x-range such as 0.001:1000"),
    (["swiglu", "--samples", "1x5"], "--samples of two variables is NxM"),
    (["swiglu", "--samples", "20000"], "--samples of a field are at most 10000x10000"),
    (["swiglu", "--z-range", "1:0"], "--z-range must be two finite numbers LO:HI that rise"),
    (["swiglu", "--y-range", "1:0"], "--y-range must rise"),
    (["swiglu", "--show", "f,df"], "--show knows f, fx, fy, fxx, fxy, fyy, not 'df'"),
    (
      ["swiglu", "--slices", "1,2", "--gray", "glu"], "gray is one function, and glu is one for"
    ),
  ]

  @Test(arguments: nonsense)
  func whatMeansNothingIsOneSentence(arguments: [String], sentence: String) throws {
    let folder = try TemporaryFolder()
    let run = try Binary.run(["plot"] + arguments + ["-o", "a.svg"], in: folder.path)
    #expect(run.status == 64 && run.error.contains(sentence), "\(run.error)")
    #expect(run.error.split(separator: "\n").filter { $0.hasPrefix("Error:") }.count == 1)
    #expect(try folder.names() == [])
  }

  @Test func aRowForEveryQuantityAndAColumnForEveryFunction() throws {
    let figure = try request(["swiglu", "reglu", "--show", "f,fx", "--size", "1600x1000"])
    #expect(figure.columns == 2)
    #expect(
      figure.panels.map(\.title) == [
        "swiglu", "reglu", #"swiglu, $\partial f/\partial x$"#, #"reglu, $\partial f/\partial x$"#,
      ])
    #expect(figure.panels.map { $0.field?.quantity } == [.f, .f, .fx, .fx])
    // Upright pages have a row for every function.
    let upright = try request(["swiglu", "reglu", "glu", "--show", "f,fx", "--size", "600x1600"])
    #expect(upright.columns == 2 && upright.panels.map { $0.field?.quantity }[1] == .fx)
  }

  @Test func anOnlyFunctionIsNamedAboveAll() throws {
    let one = try request(["x*y"])
    #expect(one.title.contains("x") && one.title.contains("y"))
    #expect(one.panels[0].title == nil && one.panels[0].yLabel == "$y$")
    let two = try request(["swiglu", "--show", "f,fy"])
    #expect(two.panels.map(\.title) == ["$f(x,y)$", #"$\partial f/\partial y$"#])
  }

  @Test func unitsAreEqualWhereDomainsAre() throws {
    #expect(try request(["swiglu"]).panels[0].hasEqualUnits)
    #expect(try !request(["swiglu", "--aspect", "fill"]).panels[0].hasEqualUnits)
    #expect(try !request(["swiglu", "--y-range", "0:1"]).panels[0].hasEqualUnits)
    #expect(
      try request(["swiglu", "--y-range", "0:1", "--aspect", "equal"]).panels[0].hasEqualUnits)
  }

  @Test func panelsOfOneQuantityHaveTheirColoursInCommon() throws {
    let figure = try request(["x*y", "2*x*y", "--show", "f,fx", "--samples", "20x10"]).figure()
    let scales = figure.panels.map { $0.field?.scale.domain }
    #expect(scales[0] == scales[1] && scales[2] == scales[3] && scales[1] != scales[2])
    let grid = try #require(figure.panels[0].field?.grid)
    #expect(grid.columns == 20 && grid.rows == 10 && !grid.isSmooth)
    // From the top: small x, large y.
    #expect((grid.values[0] - -4.75 * 4.5).magnitude < 1e-12)
  }

  @Test func coloursSpanWhatIsAskedFor() throws {
    let field = try request(["x*y", "--z-range", "-1:1"]).figure().panels[0].field
    #expect(field?.scale.domain == -1...1)
    #expect(field?.scale.exceedsAbove == true && field?.scale.exceedsBelow == true)
  }

  @Test func contoursHaveNoColours() throws {
    let field = try #require(request(["x+y", "--as", "contours"]).figure().panels[0].field)
    #expect(field.grid == nil && !field.lines.isEmpty)
    for line in field.lines {
      #expect(line.points.allSatisfy { ($0.x + $0.y - line.level).magnitude < 0.01 })
    }
  }

  @Test(arguments: [
    (["log(-1-x*x-y*y)"], "nothing to show: no values in this range"),
    (["x*y", "--z-range", "100:200"], ""),
  ])
  func whereNothingIsSeenItIsSaid(arguments: [String], message: String) throws {
    let panel = try request(arguments).figure().panels[0]
    #expect(panel.message == message && panel.warnings.count == 1, "\(panel.warnings)")
  }

  @Test func aDifferenceIsThatFromTheReference() throws {
    let settings = try Settings([
      "compare", "swiglu", "--reference", "reglu", "--show", "f,fx", "--samples", "4x4",
    ])
    let request = try PictureRequest(settings).figure
    #expect(request.title == "swiglu against reglu")
    #expect(
      request.panels.map { $0.field?.name } == [
        "$f(x,y)-{}$reglu", #"$\partial f/\partial x-\partial$reglu$/\partial x$"#,
      ])
    let grid = try #require(request.figure().panels[0].field?.grid)
    let x = 3.75
    #expect((grid.values[3] - (x / (1 + exp(-x)) - x) * 3.75).magnitude < 1e-12)
  }

  @Test(arguments: ["svg", "png", "pdf"])
  func aSavedFigureDrawsTheSame(format: String) throws {
    let folder = try TemporaryFolder()
    let first = try Binary.run(
      [
        "plot", "swiglu", "x*y", "--show", "f,fy", "--as", "field", "--y-range", "-1:2",
        "--z-range",
        "-3:3", "--samples", "30x20", "-q", "-o", "a.\(format)", "--save", "a.yaml",
      ], in: folder.path)
    #expect(first.status == 0, "\(first.error)")
    for arguments in [["render", "a.yaml"], ["rerun", "a.\(format)"]] {
      let second = try Binary.run(
        arguments
          + ["-q", "-o", "b.\(format)", "--save", "b.yaml"].prefix(
            arguments[0] == "rerun" ? 5 : 3), in: folder.path)
      #expect(second.status == 0, "\(second.error)")
      #expect(try !Data(contentsOf: URL(fileURLWithPath: folder.path + "/b.\(format)")).isEmpty)
    }
    let saved = try ["a", "b"].map {
      try String(contentsOfFile: "\(folder.path)/\($0).yaml", encoding: .utf8)
        .split(separator: "\n").filter { !$0.hasPrefix("#") }
    }
    #expect(saved[0] == saved[1])
  }

  @Test func panelsOfAFileMayBeFieldsBesideCurves() throws {
    let folder = try TemporaryFolder()
    let run = try Binary.run(
      ["render", "-", "-o", "a.svg"], in: folder.path,
      input: "panels:\n- functions: gelu\n- functions: geglu\n  as: contours\n")
    #expect(run.status == 0, "\(run.error)")
  }
}
