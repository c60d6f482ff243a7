import Foundation
import Testing

@testable import Figures

/// The documentation lists the commands that there are.
///
/// With `ACTVIZ_RECORD_SNAPSHOTS=1` in the environment the list is written anew and the run fails.
@Suite("Documentation of typesetting")
struct TypesettingDocumentationTests {
  private static let (start, end) = ("<!-- commands -->\n", "<!-- end of commands -->")

  private static var list: String {
    MathCommand.groups.map { group in
      let commands = group.commands.map { "`\\\($0.name)`" + sign($0.meaning) }
      return "**\(group.title)**: " + commands.joined(separator: ", ") + "\n"
    }.joined(separator: "\n")
  }

  /// What a command shows, where its name does not say it.
  private static func sign(_ meaning: MathCommand.Meaning) -> String {
    switch meaning {
    case .symbol(let text, _, _), .largeSign(let text, _), .accent(.character(let text)):
      // Markdown would take some of these for its own.
      (text.utf8.count == 1 ? " \\" : " ") + text
    default: ""
    }
  }

  @Test("All commands are listed, and no others")
  func commands() throws {
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
      .appendingPathComponent("Documentation/typesetting.md")
    let page = try String(contentsOf: file, encoding: .utf8)
    let head = try #require(page.components(separatedBy: Self.start).first)
    let tail = try #require(page.components(separatedBy: Self.end).last)
    let current = head + Self.start + Self.list + Self.end + tail
    if ProcessInfo.processInfo.environment["ACTVIZ_RECORD_SNAPSHOTS"] == "1" {
      try current.write(to: file, atomically: true, encoding: .utf8)
      Issue.record("recorded the commands; run again without ACTVIZ_RECORD_SNAPSHOTS")
      return
    }
    #expect(page == current)
  }

  @Test("Every command is understood where it belongs")
  func understood() throws {
    for command in MathCommand.groups.flatMap(\.commands) {
      let name = "\\" + command.name
      let formula =
        switch command.meaning {
        case .symbol, .largeSign, .function, .space, .level, .alphabetSwitch, .over: "a\(name) b"
        case .modulo(isBinary: true, _), .ignored(hasArgument: false): "a\(name) b"
        case .fraction, .binomial, .stack: "\(name){a}{b}"
        case .root, .accent, .text, .operatorName, .alphabet, .brace, .conditions, .arrow, .not,
          .atomClass, .phantom, .modulo, .ignored:
          "\(name){a}"
        case .color: "\(name){red}{a}"
        case .length: "\(name){1em}"
        case .left, .middle, .right: "\\left(a\\middle|b\\right)"
        case .big: "\(name)("
        case .limits: "\\sum\(name)_a^b"
        case .begin, .end, .newRow, .rowRule: "\\begin{matrix}a\\\\\\hline b\\end{matrix}"
        }
      #expect(throws: Never.self) { try RichText.check("$\(formula)$") }
    }
  }

  @Test("No command is there twice")
  func unique() {
    let names = MathCommand.groups.flatMap(\.commands).map(\.name)
    #expect(Set(names).count == names.count)
  }
}
