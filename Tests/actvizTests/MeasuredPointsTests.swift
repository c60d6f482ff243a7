import FigureSpecification
import Figures
import Foundation
import Testing

@testable import actviz

/// Measured values over the curves.
@Suite struct MeasuredPointsTests {
  private func figure(_ options: [String], in folder: TemporaryFolder) throws -> Figure {
    let settings = try Settings(["plot", "gelu", "--show", "f"] + options).readingFiles()
    return try PlotRequest(settings).figureRequest().figure()
  }

  private func points(_ text: String, _ columns: String = "") throws -> Measured? {
    let folder = try TemporaryFolder()
    try folder.write(text, to: "runs.csv")
    return try figure(["--points", folder.path("runs.csv") + columns], in: folder)
      .panels[0].measured.first
  }

  @Test func columnsAreFoundByNameOrPlace() throws {
    let plain = Measured(name: "runs", points: [Point(x: 1, y: 2), Point(x: 3, y: 4)])
    #expect(try points("1,2\n3,4\n")?.points == plain.points)
    #expect(try points("1,2,0.1\n3,4,0.2\n")?.errors == [0.1, 0.2])
    #expect(try points("y,x,sd\n2,1,0.1\n4,3,0.2\n")?.points == plain.points)
    #expect(try points("y,x,sd\n2,1,0.1\n4,3,0.2\n")?.errors == [0.1, 0.2])
    #expect(
      try points("{\"x\":1,\"v\":2,\"err\":0.1}\n{\"x\":3,\"v\":4,\"err\":0.2}\n")?.errors == [
        0.1, 0.2,
      ])
    let named = try points("step,loss,acc\n1,9,2\n3,9,4\n", ":step,acc")
    #expect(named?.points == plain.points && named?.name == "runs, acc")
    #expect(try points("step,loss,acc\n1,9,2\n3,9,4\n", ":1,3")?.points == plain.points)
  }

  @Test func whatIsUncertainIsAsked() throws {
    func sentence(_ text: String, _ columns: String = "") -> String {
      do {
        _ = try points(text, columns)
        return ""
      } catch {
        return Actviz.failure(for: error).sentence
      }
    }
    #expect(
      sentence("step,loss,acc\n1,2,3\n").contains(
        "has the columns step, loss, acc; say which are x and y"))
    #expect(sentence("step,loss\n1,2\n", ":step,los").hasSuffix("did you mean 'loss'?"))
    #expect(sentence("1,2\n", ":a,b").contains("has 2 columns without names"))
    #expect(sentence("x,y\n1,2\n1,b\n").contains("Line 3 of"))
    #expect(sentence("1,2\n", ":1,").contains("takes two columns or three"))
  }

  @Test func domainsHoldThem() throws {
    let folder = try TemporaryFolder()
    try folder.write("8,9,2\n0,0,1\n", to: "a.csv")
    let figure = try figure(["--points", folder.path("a.csv")], in: folder)
    #expect(figure.xDomain.lowerBound == -5 && figure.xDomain.contains(8))
    #expect(Scene(figure).panels[0].y.domain.contains(11))
    let given = try self.figure(
      ["--points", folder.path("a.csv"), "--x-range", "-1:1"], in: folder)
    #expect(given.xDomain == -1...1 && !Scene(given).panels[0].y.domain.contains(9))
  }

  @Test func picturesCarryThemAndNoFileIsLost() throws {
    let folder = try TemporaryFolder()
    try folder.write("x,y,error\n0,0.5,0.1\n1,1.25,nan\n", to: "mine.csv")
    let line = ["plot", "gelu", "--points", "mine.csv"]
    let run = try Binary.run(line + ["-o", "a.svg", "--save", "a.yaml"], in: folder.path)
    #expect(run.status == 0, "\(run.error)")
    #expect(try folder.text(of: "a.svg").contains("aria-label=\"mine\""))
    #expect(
      try folder.text(of: "a.yaml").contains("data: |\n  mine\n  0,0.5,0.1\n  1,1.25,nan\n"))
    let over = try Binary.run(line + ["-o", "mine.csv", "--format", "svg"], in: folder.path)
    #expect(over.status == 64)
    let yaml = "functions: gelu\npoints: mine.csv\n"
    let drawn = try Binary.run(["render", "-", "-o", "b.svg"], in: folder.path, input: yaml)
    #expect(drawn.status == 0, "\(drawn.error)")
    try FileManager.default.removeItem(atPath: folder.path("mine.csv"))
    for command in [["rerun", "a.svg", "-o", "c.svg"], ["render", "a.yaml", "-o", "d.svg"]] {
      let again = try Binary.run(command, in: folder.path)
      #expect(again.status == 0, "\(again.error)")
    }
    let pictures = try ["a.svg", "c.svg", "d.svg"].map {
      try folder.text(of: $0).components(separatedBy: "<metadata").first
    }
    #expect(pictures[0] == pictures[1] && pictures[0] == pictures[2])
    let stolen = try folder.text(of: "a.svg").replacing(
      "functions: gelu\n", with: "functions: gelu\npoints: a.yaml\n")
    try folder.write(stolen, to: "e.svg")
    let refused = try Binary.run(["rerun", "e.svg", "-o", "f.svg"], in: folder.path)
    #expect(
      refused.status == 65 && refused.error.contains("points names a file"), "\(refused.error)")
  }

  @Test func aMissingFileIsNamed() throws {
    let folder = try TemporaryFolder()
    let run = try Binary.run(["plot", "gelu", "--points", "none.csv"], in: folder.path)
    #expect(run.status == 66 && run.error.contains("'none.csv'"))
    let file = try Binary.run(
      ["render", "-"], in: folder.path, input: "functions: gelu\npoints: none.csv\n")
    #expect(file.status == 66 && file.error.contains("Line 2 of standard input"), "\(file.error)")
  }
}
