import Foundation
import Testing

@testable import Activations
@testable import Analysis
import Exact
@testable import Formulas

/// Distances that are known: Reference/measures.csv, written by make-measures.
@Suite struct KnownMeasuresTests {
  struct Row: CustomTestStringConvertible {
    let cells: [String: String]
    subscript(_ name: String) -> String { cells[name] ?? "" }
    var testDescription: String {
      "\(self["show"]) of \(self["function"]) from \(self["reference"]) over \(self["domain"])"
    }
    var domain: ClosedRange<Double> {
      let ends = self["domain"].split(separator: ":").map { Double($0) ?? .nan }
      return ends[0]...ends[1]
    }
  }

  static let rows: [Row] = {
    guard
      let url = Bundle.module.url(
        forResource: "measures", withExtension: "csv", subdirectory: "Reference"),
      let text = try? String(contentsOf: url, encoding: .utf8)
    else { return [] }
    let lines = text.split(whereSeparator: \.isNewline).map {
      $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
    return lines.dropFirst().map { line in
      Row(cells: Dictionary(zip(lines[0], line), uniquingKeysWith: { first, _ in first }))
    }
  }()

  @Test func thereAreFiftyAndMore() { #expect(Self.rows.count >= 50) }

  @Test(arguments: rows.filter { $0["show"] == "f" })
  func measuresAreTrue(row: Row) throws {
    let measures = Measures(
      of: try Function(parsing: row["function"]).proved,
      against: try Function(parsing: row["reference"]).proved, over: row.domain)
    Self.expect(row, "min", measures.minimum.value, measures.standing(of: .minimum))
    Self.expectPlace(row, "argmin", measures.minimum.x)
    Self.expect(
      row, "max_error", measures.supremumDistance.value, measures.standing(of: .supremumDistance))
    Self.expectPlace(row, "argmax_error", measures.supremumDistance.x)
    Self.expect(
      row, "squared_error", measures.squaredDistance, measures.standing(of: .squaredDistance))
    Self.expect(row, "max_slope", measures.slopeBound.value, .equal)
    Self.expectPlace(row, "argmax_slope", measures.slopeBound.x)
  }

  @Test(arguments: rows.filter { $0["show"] != "f" })
  func distancesOfOtherQuantitiesAreTrue(row: Row) throws {
    let quantity = try #require(Quantity(rawValue: row["show"]))
    let distance = Distance(
      quantity, of: try Function(parsing: row["function"]).proved,
      from: try Function(parsing: row["reference"]).proved, over: row.domain)
    Self.expect(row, "max_error", distance.supremum.value, distance.supremumIs)
    Self.expectPlace(row, "argmax_error", distance.supremum.x)
    Self.expect(row, "squared_error", distance.square, distance.squareIs)
  }

  /// To nine digits; what is 0 or infinite, exactly.
  private static func expect(_ row: Row, _ name: String, _ value: Double, _ standing: Standing) {
    let message = Comment(rawValue: "\(name): \(value) \(standing), not \(row[name])")
    switch row[name] {
    case "": return
    case "below":
      #expect(value.magnitude == .leastNonzeroMagnitude && standing == .below, message)
    case "above": #expect(value == .infinity && standing == .above, message)
    case "bound": #expect(value > 0 && value < 1e-13 && standing == .atMost, message)
    default:
      let wanted = Double(row[name]) ?? .nan
      let isNear = value == wanted || abs(value - wanted) <= 1e-9 * abs(wanted)
      #expect(isNear && standing == .equal, message)
    }
  }

  /// To six digits, which is as many as an extremum has by its values.
  private static func expectPlace(_ row: Row, _ name: String, _ x: Double) {
    guard let wanted = Double(row[name]) else { return }
    #expect(x == wanted || abs(x - wanted) <= 1e-6 * abs(wanted), "\(name): \(x)")
  }
}
