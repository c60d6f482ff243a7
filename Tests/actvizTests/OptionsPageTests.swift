import FigureSpecification
import Foundation
import Testing

/// The page that shows which command has which option, made from the table of keys.
///
/// `ACTVIZ_RECORD_SNAPSHOTS=1` writes it anew.
@Suite struct OptionsPageTests {
  @Test func thePageOfOptionsIsThatOfTheKeys() throws {
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("../../Documentation/options.md")
    let page = try String(contentsOf: file, encoding: .utf8)
    let start = try #require(page.range(of: "<!-- options -->\n")).upperBound
    let end = try #require(page.range(of: "<!-- end of options -->")).lowerBound
    let isRecording = ProcessInfo.processInfo.environment["ACTVIZ_RECORD_SNAPSHOTS"] == "1"
    if isRecording {
      let recorded = page.replacingCharacters(in: start..<end, with: Self.table + Self.spellings)
      try recorded.write(to: file, atomically: true, encoding: .utf8)
    }
    #expect(!isRecording, "Recorded; run again without ACTVIZ_RECORD_SNAPSHOTS.")
    #expect(page[start..<end] == Self.table + Self.spellings)
  }

  /// Every option once, though commands declare a few of them apart, in the order of help.
  private static var options: [(group: Key.Group, label: String, commands: [Command])] {
    var names: [String] = []
    for key in Keys.all where !key.isPositional && !key.commands.isEmpty {
      if !names.contains(key.name.text) { names.append(key.name.text) }
    }
    let rows = names.map { name in
      let keys = Keys.all.filter { !$0.isPositional && $0.name.text == name }
      let letter = keys[0].letter.map { "`-\($0)`, " } ?? ""
      return (
        group: keys[0].group, label: letter + "`--\(name)`", commands: keys.flatMap(\.commands)
      )
    }
    return Key.Group.allCases.flatMap { group in rows.filter { $0.group == group } }
  }

  private static var table: String {
    let commands = Command.allCases
    let head = "| | \(commands.map(\.rawValue).joined(separator: " | ")) |\n"
    let rule = "| --- |" + commands.map { _ in " :-: |" }.joined() + "\n"
    var group: Key.Group?
    return options.reduce(into: head + rule) { text, option in
      if option.group != group {
        group = option.group
        let title = option.group.rawValue.lowercased()
        text += "| **\(title)** |" + commands.map { _ in " |" }.joined() + "\n"
      }
      let cells = commands.map { option.commands.contains($0) ? " • |" : " |" }
      text += "| \(option.label) |\(cells.joined())\n"
    }
  }

  /// What goes on working beside the names that help tells.
  private static var spellings: String {
    let lines = Keys.all.flatMap { key in
      key.spellings.map { spelling in
        let commands = spelling.commands.isEmpty ? key.commands : spelling.commands
        let values = spelling.values.isEmpty ? "" : " " + spelling.values.joined(separator: "\\|")
        let owners = commands.map(\.rawValue).joined(separator: ", ")
        return "| `--\(spelling.name)\(values)` | `--\(key.name.text)` | \(owners) |\n"
      }
    }
    return "\nThese go on working:\n\n| | is | of |\n| --- | --- | --- |\n" + lines.joined()
  }
}
