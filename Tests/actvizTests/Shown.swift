import Foundation
import Testing

/// What a terminal showed, in which `in-terminal` ran a line of shell.
struct Shown: Decodable {
  var status: Int32
  var raw: String
  var screen: [String]

  /// The screen's lines that say something.
  var lines: [String] { screen.filter { !$0.isEmpty } }

  /// What a colour or a cursor's movement takes: every control sequence, once.
  var sequences: Set<String> {
    Set(raw.matches(of: #/\u{1B}[^A-Za-z]*[A-Za-z]/#).map { String($0.output) })
  }

  /// Runs a line in which `$actviz` is the command.
  init(_ line: String, _ actions: [String], columns: Int = 80, in folder: TemporaryFolder) throws {
    let driver = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("in-terminal").path
    let words = (["\(columns)", line] + actions).map {
      "'" + $0.replacingOccurrences(of: "'", with: "'\\''") + "'"
    }
    let run = try Binary.shell(
      "export actviz; python3 '\(driver)' \(words.joined(separator: " "))", in: folder.path)
    try #require(run.status == 0, "\(run.error)")
    self = try JSONDecoder().decode(Shown.self, from: run.output)
  }
}
