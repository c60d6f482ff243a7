import Activations
import FigureSpecification
import Foundation
import Tables
import Testing

@testable import actviz

@Suite struct ListTests {
  @Test func everyFunctionIsListedInEveryFormat() throws {
    for format in ReportFormat.allCases {
      let text = List.catalogue(as: format)
      for family in List.all { #expect(text.contains(family.name)) }
    }
  }

  @Test func jsonHoldsParametersWithDefaultsAndLegalValues() throws {
    let object = try JSONSerialization.jsonObject(with: Data(List.catalogue(as: .json).utf8))
    let entries = try #require(object as? [[String: Any]])
    #expect(entries.count == List.all.count)
    let gennorm = try #require(entries.first { $0["name"] as? String == "gennorm" })
    let beta = try #require((gennorm["parameters"] as? [[String: Any]])?.last)
    #expect(beta["name"] as? String == "beta")
    #expect(beta["default"] as? Double == 2)
    #expect(beta["legal"] as? String == "> 0, or inf")
    #expect(gennorm["gated"] as? Bool == true)
    #expect(gennorm["variables"] as? [String] == ["x"])
    let geglu = try #require(entries.first { $0["name"] as? String == "geglu" })
    #expect(geglu["variables"] as? [String] == ["x", "y"] && geglu["gated"] as? Bool == false)
  }

  @Test func wordsChooseFunctions() throws {
    let folder = try TemporaryFolder()
    func names(_ line: String) throws -> [String] {
      let run = try Binary.shell("$actviz list --report csv \(line)", in: folder.path)
      #expect(run.status == 0, "\(run.error)")
      return run.text.split(separator: "\n").dropFirst().map { String($0.prefix { $0 != "," }) }
    }
    #expect(try names("leaky").contains("leaky_relu"))
    #expect(try names("Leaky-ReLU").first == "leaky_relu")
    #expect(try names("'x and y'") == Catalogue.ofTwoVariables.map(\.name))
    #expect(try names("").count == List.all.count)
    let torch = try names("--framework torch gelu")
    #expect(!torch.isEmpty && torch.count < 5)
    let none = try Binary.run(["list", "gleu"], in: folder.path)
    #expect(none.status == 64 && none.error.contains("did you mean 'gelu'?"))
  }

  @Test func whatWordsDoNotFindIsSaid() throws {
    let folder = try TemporaryFolder()
    let cases = [
      ("zzz", "No function has 'zzz' in what is listed. 'actviz list' shows all."),
      (
        "relu tnah",
        "No function has 'relu' and 'tnah' in what is listed; did you mean 'tanh'?"
      ),
      ("--framework torch golu", "No function of torch has 'golu' in what is listed"),
    ]
    for (words, sentence) in cases {
      let run = try Binary.shell("$actviz list \(words) -o a.csv", in: folder.path)
      #expect(run.status == 64 && run.text.isEmpty && run.error.contains(sentence), "\(run.error)")
    }
    #expect(try folder.names().isEmpty)
  }

  @Test func aListGoesToAFileInTheFormOfItsExtension() throws {
    let folder = try TemporaryFolder()
    for (file, format) in [
      ("a.txt", "text"), ("a.csv", "csv"), ("a.md", "markdown"), ("a.json", "json"),
      ("a.csv --format markdown", "markdown"), ("a --report json", "json"),
    ] {
      let run = try Binary.shell("$actviz list gelu -o \(file)", in: folder.path)
      #expect(run.status == 0 && run.text.isEmpty && run.error.isEmpty, "\(run.error)")
      let printed = try Binary.shell("$actviz list gelu -q --report \(format)", in: folder.path)
      #expect(try folder.text(of: String(file.prefix { $0 != " " })) == printed.text)
    }
    let picture = try Binary.run(["list", "-o", "a.png"], in: folder.path)
    #expect(picture.status == 64 && picture.error.contains("none of text, csv, json, markdown"))
  }

  @Test(arguments: [20, 39, 79, 119, 300, 1000])
  func aListFitsTheTerminal(width: Int) {
    let texts =
      [List.catalogue(as: .text, width: width)]
      + Framework.all.map { $0.map(as: .text, width: width) }
    for text in texts {
      let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
      #expect(lines.allSatisfy { $0.count <= width && $0.last != " " })
    }
    // No name is torn apart from its letters where it has room.
    if width > 40 {
      for family in List.all { #expect(texts[0].contains(family.name)) }
    }
    if width == 1000 { #expect(texts[0] == List.catalogue(as: .text)) }
  }

  @Test func everyFrameworkIsListedInEveryFormat() throws {
    for framework in Framework.all {
      for format in ReportFormat.allCases {
        let text = framework.map(as: format)
        for variant in framework.variants { #expect(text.contains(variant.names[0])) }
      }
    }
    let object = try JSONSerialization.jsonObject(
      with: Data(#require(Framework.named("KERAS")).map(as: .json).utf8))
    let entries = try #require(object as? [[String: Any]])
    let leaky = try #require(entries.first { ($0["names"] as? [String]) == ["leaky_relu"] })
    #expect(leaky["function"] as? String == "leaky_relu")
    #expect((leaky["parameters"] as? [String: Double]) == ["negative_slope": 0.2])
  }

  @Test func helpNamesEveryOptionOfTheContract() throws {
    let folder = try TemporaryFolder()
    let options = [
      "--alpha", "--beta", "--sigma", "--gamma", "--show", "--x-range", "--samples", "--output",
      "--format", "--quiet",
    ]
    for command in ["plot", "compare", "table"] {
      let run = try Binary.run([command, "--help"], in: folder.path)
      #expect(run.status == 0)
      for option in options { #expect(run.text.contains(option), "\(command) \(option)") }
    }
  }
}
