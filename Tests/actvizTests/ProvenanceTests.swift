import FigureSpecification
import Foundation
import Testing

@testable import actviz

/// What a picture tells of how it came about, and drawing it again.
@Suite struct ProvenanceTests {
  private func bytes(_ name: String, in folder: TemporaryFolder) throws -> [UInt8] {
    Array(try Data(contentsOf: URL(fileURLWithPath: folder.path(name))))
  }

  @Test(arguments: ["png", "svg", "pdf"])
  func aPictureDrawnAgainIsTheSameToTheByte(format: String) throws {
    let folder = try TemporaryFolder()
    for arguments in [
      ["plot", "gelu", "swish", "--beta", "1,2", "--title", #"Ünï (x) \ y <&>"#],
      ["compare", "x*tanh(a*x)", "--param", "a=1,2", "--size", "85x60mm", "-q"],
      ["plot", "bell(x) = exp(-x^2)\n", "bell", "--transparent"],
    ] {
      let first = try Binary.run(arguments + ["-o", "a.\(format)"], in: folder.path)
      #expect(first.status == 0, "\(first.error)")
      let again = try Binary.run(["rerun", "a.\(format)", "-o", "b.\(format)"], in: folder.path)
      #expect(again.status == 0, "\(again.error)")
      #expect(try bytes("a.\(format)", in: folder) == bytes("b.\(format)", in: folder))
    }
  }

  @Test func aPictureCarriesItsCommandWithoutThePlaceOfTheResult() throws {
    let folder = try TemporaryFolder()
    _ = try Binary.run(
      ["plot", "x*sin(x)", "--title", "it's", "-o", "a.svg", "--samples=99", "-q"], in: folder.path)
    let provenance = try #require(ProvenanceReader.provenance(in: bytes("a.svg", in: folder)))
    #expect(provenance.command == #"actviz plot 'x*sin(x)' --title 'it'\''s' --samples 99"#)
    #expect(provenance.version == Version.current)
    #expect(provenance.date == nil)
    #expect(provenance.figureFile == "title: it's\nfunctions: x*sin(x)\nsamples: 99\n")
  }

  @Test func definitionsFromStandardInputStayWithThePicture() throws {
    let folder = try TemporaryFolder()
    let first = try Binary.run(
      ["compare", "bell", "--reference", "bell", "--define", "-", "-o", "a.svg", "-q"],
      in: folder.path, input: "bell(x) = exp(-x^2)\n")
    #expect(first.status == 0, "\(first.error)")
    _ = try Binary.run(["rerun", "a.svg", "-o", "b.svg"], in: folder.path)
    #expect(try bytes("a.svg", in: folder) == bytes("b.svg", in: folder))
  }

  @Test func shortOptionsInOneAreNoPartOfTheFigure() throws {
    let folder = try TemporaryFolder()
    _ = try Binary.run(["plot", "gelu", "-qo", "a.svg"], in: folder.path)
    let provenance = try #require(ProvenanceReader.provenance(in: bytes("a.svg", in: folder)))
    #expect(provenance.command == "actviz plot gelu")
  }

  @Test func anotherFormatShowsTheSameFigure() throws {
    let folder = try TemporaryFolder()
    _ = try Binary.run(["plot", "gelu", "-o", "a.pdf"], in: folder.path)
    _ = try Binary.run(["plot", "gelu", "-o", "a.png"], in: folder.path)
    _ = try Binary.run(["rerun", "a.pdf", "-o", "b.png"], in: folder.path)
    #expect(try bytes("a.png", in: folder) == bytes("b.png", in: folder))
  }

  @Test func aFileOfAPairIsDrawnAlone() throws {
    let folder = try TemporaryFolder()
    _ = try Binary.run(["plot", "gelu", "--theme", "both", "-o", "a.png"], in: folder.path)
    let again = try Binary.run(["rerun", "a-dark.png", "-o", "b.png"], in: folder.path)
    #expect(again.text == "b.png\n")
    #expect(try bytes("a-dark.png", in: folder) == bytes("b.png", in: folder))
  }

  @Test func theFigureFileAloneCanBeSaved() throws {
    let folder = try TemporaryFolder()
    _ = try Binary.run(["plot", "gelu", "--alpha", "1", "swish", "-o", "a.png"], in: folder.path)
    let saved = try Binary.run(["rerun", "a.png", "--save", "a.yaml"], in: folder.path)
    #expect(saved.status == 0 && saved.text.isEmpty)
    #expect(try folder.text(of: "a.yaml") == "functions:\n- gelu\n- swish\nalpha: 1\n")
  }

  /// Commands that draw beside what they print.
  static let besides = [
    ["inspect", "x*sin(x)", "--x-range", "-3:3", "--theme", "dark"],
    ["inspect", "bell(x; a=1) = x*exp(-a*x^2)", "--param", "a=2", "--title", "its $a$"],
    ["inspect", "softplus", "--beta", "2"], ["inspect", "relu"],
    ["fit", "swish", "--reference", "gelu", "--over", "beta=0.5:5"],
    ["fit", "gate: sigmoid(k*x)", "--to", "gelu", "--show", "gate", "--over", "k=0.5:5"],
    [
      "fit", "x*sigmoid(k*x+b)", "--to", "mish", "--over", "k=0.5:2", "--param", "b=0", "--size",
      "column",
    ],
  ]

  @Test(arguments: besides)
  func aPictureBesideAResultIsDrawnAgain(_ arguments: [String]) throws {
    let folder = try TemporaryFolder()
    let first = try Binary.run(arguments + ["-o", "a.svg"], in: folder.path)
    #expect(first.status == 0, "\(first.error)")
    let again = try Binary.run(
      ["rerun", "a.svg", "-o", "b.svg", "--save", "c.yaml"], in: folder.path)
    #expect(again.status == 0, "\(again.error)")
    #expect(try bytes("a.svg", in: folder) == bytes("b.svg", in: folder))
    #expect(try Binary.run(["render", "c.yaml", "-o", "c.svg"], in: folder.path).status == 0)
    #expect(
      try folder.text(of: "a.svg").components(separatedBy: "<metadata")[0]
        == folder.text(of: "c.svg").components(separatedBy: "<metadata")[0])
  }

  @Test func aPictureOfErrorsNamesItsCommand() throws {
    let folder = try TemporaryFolder()
    try folder.write("0,0\n1,1\n", to: "v.csv")
    _ = try Binary.run(["check", "relu", "v.csv", "-o", "a.png", "-q"], in: folder.path)
    let again = try Binary.run(["rerun", "a.png", "-o", "b.png"], in: folder.path)
    #expect(again.status == 65)
    #expect(
      again.error
        == "Error: 'a.png' carries no figure file, but its command; run this again: actviz check relu v.csv.\n"
    )
  }

  @Test func theDateIsThatOfTheEnvironment() throws {
    let folder = try TemporaryFolder()
    let line = "SOURCE_DATE_EPOCH=1700000000 $actviz plot gelu -q -o"
    _ = try Binary.shell("\(line) a.pdf; \(line) a.png; \(line) a.svg", in: folder.path)
    let pdf = String(decoding: try bytes("a.pdf", in: folder), as: UTF8.self)
    #expect(pdf.contains("20231114221320Z"))
    let png = try bytes("a.png", in: folder)
    // tIME: year, month, day, hour, minute, second.
    let date: [UInt8] = Array("tIME".utf8) + [0x07, 0xe7, 11, 14, 22, 13, 20]
    #expect(png.indices.contains { png[$0...].starts(with: date) })
    #expect(try folder.text(of: "a.svg").contains("# date 1700000000\n"))
    // The date stays with the picture.
    _ = try Binary.run(["rerun", "a.pdf", "-o", "b.pdf"], in: folder.path)
    #expect(try bytes("a.pdf", in: folder) == bytes("b.pdf", in: folder))
    let bad = try Binary.shell("SOURCE_DATE_EPOCH=today $actviz plot gelu", in: folder.path)
    #expect(bad.status == 64)
    #expect(
      bad.error
        == "Error: SOURCE_DATE_EPOCH must be a whole number of seconds since 1970, not 'today'.\n")
  }

  @Test func whatCarriesNoFigureIsRefused() throws {
    let folder = try TemporaryFolder()
    try folder.write("<svg xmlns=\"http://www.w3.org/2000/svg\"/>", to: "a.svg")
    try folder.write(
      [0x89, 0x50, 0x4E, 0x47, 13, 10, 26, 10, 0xff, 0xff, 0xff, 0xff, 1], to: "a.png")
    try folder.write("%PDF-1.5 /Keywords (\\", to: "a.pdf")
    for name in ["a.svg", "a.png", "a.pdf"] {
      let result = try Binary.run(["rerun", name, "-o", "b.svg"], in: folder.path)
      #expect(result.status == 65)
      #expect(
        result.error
          == "Error: '\(name)' carries no figure; it must be a PNG, SVG, PDF or page drawn by actviz.\n"
      )
    }
    #expect(try Binary.run(["rerun", "none.png", "-o", "b.svg"], in: folder.path).status == 66)
    _ = try Binary.run(["plot", "gelu", "-o", "c.png"], in: folder.path)
    let nowhere = try Binary.run(["rerun", "c.png"], in: folder.path)
    #expect(nowhere.status == 64)
    #expect(nowhere.error == "Error: Give the new picture a file with -o.\n")
  }
}
