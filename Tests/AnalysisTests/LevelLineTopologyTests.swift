import Activations
import Formulas
import Foundation
import Testing

@testable import Analysis

/// Level lines held to those that contourpy finds on a grid eight times as fine: see make-contours.
@Suite struct LevelLineTopologyTests {
  struct Row {
    let text: String
    let domain: ClosedRange<Double>
    let level: Double
    let open: Int
    let closed: Int
    /// At which sides the open lines end.
    let ends: [String]
    /// Of all lines, in pixels of 300 to a side.
    let length: Double
  }

  private static func rows() throws -> [Row] {
    let url = try #require(
      Bundle.module.url(forResource: "contours", withExtension: "csv", subdirectory: "Reference"))
    let lines = try String(contentsOf: url, encoding: .utf8).split(whereSeparator: \.isNewline)
    try #require(lines.first == "formula;low;high;level;open;closed;ends;length")
    return try lines.dropFirst().map { line in
      let cells = line.split(separator: ";", omittingEmptySubsequences: false).map(String.init)
      func number(_ place: Int) throws -> Double { try #require(Double(cells[place])) }
      return Row(
        text: cells[0], domain: try number(1)...number(2), level: try number(3),
        open: Int(try number(4)), closed: Int(try number(5)),
        ends: cells[6].split(separator: " ").map(String.init), length: try number(7))
    }
  }

  @Test func `Continuous functions have the lines that contourpy finds`() throws {
    let rows = try Self.rows()
    #expect(Set(rows.map(\.text)).count >= 30)
    for (text, rows) in Dictionary(grouping: rows, by: \.text) {
      let picture = try LevelLineTests.Picture(text, rows[0].domain, at: rows.map(\.level))
      for row in rows {
        let found = picture.count(row.level)
        #expect(found == (row.open, row.closed), "\(text) at \(row.level)")
        #expect(ends(picture, row.level) == row.ends, "\(text) at \(row.level)")
        let error = abs(picture.length(row.level) - row.length)
        #expect(error < 0.3 + 0.002 * row.length, "\(text) at \(row.level)")
      }
      #expect(picture.strays.isEmpty, "\(text)")
    }
  }

  /// The sides at which the open lines of a level end, as the table has them.
  private func ends(_ picture: LevelLineTests.Picture, _ level: Double) -> [String] {
    let lines = picture.lines.filter { $0.level == level && !$0.isClosed }
    return lines.map { line -> String in
      let sides = [line.points[0], line.points[line.points.count - 1]].map { end -> String in
        let pixel = picture.pixel(end)
        let near = [("L", pixel.u), ("R", 300 - pixel.u), ("B", pixel.v), ("T", 300 - pixel.v)]
        return near.min { $0.1 < $1.1 }.map(\.0) ?? ""
      }
      return sides.sorted().joined()
    }.sorted()
  }
}
