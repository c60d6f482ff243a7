import Activations
import FigureSpecification
import Figures
import Foundation
import Testing

@testable import actviz

/// `actviz plot` of functions of x and y as curves over x.
@Suite struct SliceTests {
  private func request(_ arguments: [String]) throws -> FigureRequest {
    try PictureRequest(Settings(["plot"] + arguments)).figure
  }

  private func plot(_ arguments: [String]) throws -> Binary.Run {
    let folder = try TemporaryFolder()
    return try Binary.run(["plot"] + arguments + ["-o", "a.svg"], in: folder.path)
  }

  private static let manyNumbers = (1...101).map(String.init).joined(separator: ",")

  private static let nonsense: [(arguments: [String], sentence: String)] = [
    (["gelu", "--as", "field"], "--as is of functions of x and y, and gelu is a function of x"),
    (["gelu", "--z-range", "0:1"], "--z-range is of functions of x and y"),
    (
      ["swiglu", "--param", "y=1", "--slices", "2"],
      "swiglu is a function of x alone, as y has a value"
    ),
    (["swiglu:y=1", "--param", "y=2"], "y is given twice: by --param y, and by swiglu itself"),
    (["x*y", "--param", "y=1", "--param", "y=2"], "y is given twice"),
    (["x*y*z", "--as", "slices"], "'z' has no value; give it one with --param z=1"),
    (["swiglu", "--slices", "nan"], "--slices are finite values of y, not nan"),
    (["swiglu", "--slices", "a"], "--slices must be a number or a list of them, not 'a'"),
    (
      ["swiglu", "--slices", manyNumbers],
      "--slices are at most 100 values"
    ),
    (
      ["swiglu", "--slices", "1", "--y-range", "0:1"],
      "--y-range is the domain of y, and --slices lists its values"
    ),
    (["swiglu", "--as", "pie"], "--as is one of field, contours, slices, not 'pie'"),
    (["swiglu", "--slices", "1", "--show", "df"], "--show knows f, fx, fy, fxx, fxy, fyy"),
    (["swiglu", "--slices", "1", "--samples", "9x9"], "--samples must be a whole number"),
  ]

  @Test func aCurveForEveryValueOfY() throws {
    let figure = try request(["swiglu", "--as", "slices"])
    #expect(figure.panels.count == 1 && figure.title == "swiglu")
    let curves = figure.panels[0].curves
    #expect(curves.map(\.style) == (0..<5).map { .step($0, of: 5) })
    #expect(curves.map(\.value?.plainText) == ["−2", "−1", "0", "1", "2"])
    #expect(curves.allSatisfy { $0.value?.plainHeading == "swiglu, y" })
  }

  @Test func valuesOfYAreListedOrDivideItsDomain() throws {
    let listed = try request(["x*y", "--slices", "3,1,3"])
    #expect(listed.panels[0].curves.map(\.value?.plainText) == ["3", "1"])
    let divided = try request(["x*y", "--as", "slices", "--y-range", "0:1"])
    #expect(
      divided.panels[0].curves.map(\.value?.plainText) == ["0", "0.25", "0.5", "0.75", "1"])
  }

  @Test func everyPartialDerivativeIsExact() throws {
    // f = x²·eʸ, of which each derivative is a multiple of f.
    let figure = try request([
      "x^2*exp(y)", "--slices", "1", "--show", "f,fx,fy,fxx,fxy,fyy", "--y-label", "value",
    ])
    let e = M_E
    let expected: [(Double) -> Double] = [
      { $0 * $0 * e }, { 2 * $0 * e }, { $0 * $0 * e }, { _ in 2 * e }, { 2 * $0 * e },
      { $0 * $0 * e },
    ]
    for (panel, expected) in zip(figure.panels, expected) {
      let trace = try #require(panel.curves[0].trace)
      for x in [-3.0, 0.5, 2] {
        #expect((trace.values([x])[0] - expected(x)).magnitude < 1e-12 * 50)
      }
    }
    #expect(
      figure.panels.map(\.yLabel) == [
        "value", #"$\partial f/\partial x$"#, #"$\partial f/\partial y$"#,
        #"$\partial^2f/\partial x^2$"#, #"$\partial^2f/\partial x\,\partial y$"#,
        #"$\partial^2f/\partial y^2$"#,
      ])
  }

  @Test func severalFunctionsHaveAPanelEach() throws {
    let figure = try request(["swiglu", "relu", "--as", "slices", "--show", "f,fy"])
    #expect(figure.panels.map(\.title) == ["swiglu", "relu", "swiglu", "relu"])
    #expect(figure.panels.map(\.curves.count) == [5, 1, 5, 1])
    // What has no y does not change with it.
    #expect(figure.panels[3].curves[0].trace?.values([-1, 2]) == [0, 0])
    let together = try request(["swiglu", "relu", "--as", "slices", "--facet", "quantity"])
    #expect(together.panels.map(\.curves.count) == [6])
  }

  @Test func theValuesAreTheAxisOfY() throws {
    let figure = try request(["swiglu", "--as", "slices", "--z-range", "-1:2"])
    #expect(figure.panels[0].yRange == -1...2)
  }

  @Test(arguments: nonsense)
  func whatMeansNothingIsOneSentence(arguments: [String], sentence: String) throws {
    let run = try plot(arguments)
    #expect(run.status == 64 && run.error.contains(sentence), "\(run.error)")
    #expect(run.error.split(separator: "\n").filter { $0.hasPrefix("Error:") }.count == 1)
  }

  @Test func aSavedFigureDrawsTheSame() throws {
    let folder = try TemporaryFolder()
    let arguments = [
      "plot", "swiglu", "--slices", "-1,0.5", "--show", "f,fy", "--z-range", "-3:3", "-q", "-o",
    ]
    let first = try Binary.run(arguments + ["a.svg", "--save", "a.yaml"], in: folder.path)
    #expect(first.status == 0, "\(first.error)")
    let file = try String(contentsOfFile: folder.path + "/a.yaml", encoding: .utf8)
    #expect(file.contains("slices: [-1, 0.5]") && file.contains("z-range: -3:3"), "\(file)")
    for arguments in [["render", "a.yaml"], ["rerun", "a.svg"]] {
      let second = try Binary.run(arguments + ["-q", "-o", "b.svg"], in: folder.path)
      #expect(second.status == 0, "\(second.error)")
      let pictures = try ["a", "b"].map {
        try String(contentsOfFile: "\(folder.path)/\($0).svg", encoding: .utf8)
          .split(separator: "\n").filter { $0.hasPrefix("<path") || $0.hasPrefix("<use") }
      }
      #expect(pictures[0] == pictures[1])
    }
  }
}
