import Foundation
import Testing

/// A file that a program wrote, as `make-input-files` tells of it.
private struct InputCase: Decodable, CustomTestStringConvertible {
  var files: [String]
  var function: String
  var options: [String]
  /// How many rows are read, all of them right; nil where the file is refused.
  var rows: Int?
  /// A part of the sentence that refuses it.
  var refused: String?

  var testDescription: String { (files + options).joined(separator: " ") }

  static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("Input")

  static let all: [InputCase] = {
    guard let text = try? Data(contentsOf: folder.appendingPathComponent("cases.json")) else {
      return []
    }
    return (try? JSONDecoder().decode([InputCase].self, from: text)) ?? []
  }()
}

/// What NumPy, pandas, spreadsheets, C and Fortran write is read right, or refused with a sentence that says what to do.
@Suite struct InputFilesTests {
  @Test func thereAreFilesOfAllKinds() {
    #expect(InputCase.all.count > 100)
  }

  @Test(arguments: InputCase.all.indices)
  func everyFileIsReadRightOrRefused(index: Int) throws {
    let file = InputCase.all[index]
    let run = try Binary.run(
      ["check", file.function] + file.files + file.options + ["--report", "json"],
      in: InputCase.folder.path)
    if let sentence = file.refused {
      #expect(run.status == 65, "\(file.testDescription)")
      #expect(run.error.contains(sentence), "\(file.testDescription): \(run.error)")
      #expect(run.error.filter { $0 == "\n" }.count == 1 && run.output.isEmpty)
      let isVisible = run.error.unicodeScalars.allSatisfy { $0 == "\n" || $0.value >= 0x20 }
      #expect(isVisible, "\(run.error.debugDescription)")
      return
    }
    #expect(run.status == 0, "\(file.testDescription): \(run.error)")
    let json = try #require(try JSONSerialization.jsonObject(with: run.output) as? [String: Any])
    #expect(json["rows"] as? Int == file.rows, "\(file.testDescription)")
    let worst = try #require(json["worst"] as? [String: Any], "\(file.testDescription)")
    #expect(worst["ulp"] as? Int == 0, "\(file.testDescription): \(worst)")
  }
}
