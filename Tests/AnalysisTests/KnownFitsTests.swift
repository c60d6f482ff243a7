import Foundation
import Testing

@testable import Activations
@testable import Analysis
@testable import Formulas

/// Fits whose best is known: Reference/fits.csv, written by make-fits.
@Suite struct KnownFitsTests {
  struct Row: CustomTestStringConvertible {
    let cells: [String: String]
    var testDescription: String { "\(self["function"]) to \(self["reference"]), \(self["norm"])" }

    subscript(_ name: String) -> String { cells[name] ?? "" }

    var names: [String] {
      self["over"].split(separator: ";").map { String($0.split(separator: "=")[0]) }
    }

    var ranges: [(name: String, range: ClosedRange<Double>)] {
      self["over"].split(separator: ";").map { part in
        let sides = part.split(separator: "=")
        return (String(sides[0]), Self.range(String(sides[1])))
      }
    }

    var domain: ClosedRange<Double> { Self.range(self["domain"]) }
    var error: Double { Double(self["error"]) ?? .nan }
    var bound: [String] { self["bound"].split(separator: " ").map(String.init) }
    var idle: [String] { self["idle"].split(separator: " ").map(String.init) }

    /// The best points; NaN for what does not matter.
    var optima: [[Double]] {
      self["optima"].split(separator: "|").map { optimum in
        zip(names, optimum.split(separator: ";")).map { name, value in
          idle.contains(name) ? .nan : Double(value) ?? .nan
        }
      }
    }

    private static func range(_ text: String) -> ClosedRange<Double> {
      let ends = text.split(separator: ":").map { Double($0) ?? .nan }
      return ends[0]...ends[1]
    }
  }

  static let rows: [Row] = {
    guard
      let url = Bundle.module.url(
        forResource: "fits", withExtension: "csv", subdirectory: "Reference"),
      let text = try? String(contentsOf: url, encoding: .utf8)
    else { return [] }
    let lines = text.split(whereSeparator: \.isNewline).map(Self.cells)
    return lines.dropFirst().map { line in
      Row(cells: Dictionary(zip(lines[0], line), uniquingKeysWith: { first, _ in first }))
    }
  }()

  /// The cells of a line of CSV.
  private static func cells(_ line: Substring) -> [String] {
    line.split(separator: "\"", omittingEmptySubsequences: false).enumerated().reduce(into: [""]) {
      cells, part in
      guard part.offset % 2 == 0 else {
        cells[cells.count - 1] += part.element
        return
      }
      let parts = part.element.split(separator: ",", omittingEmptySubsequences: false)
      cells[cells.count - 1] += parts[0]
      cells += parts.dropFirst().map(String.init)
    }
  }

  @Test func thereAreSixtyAndMore() { #expect(Self.rows.count >= 76) }

  @Test(arguments: rows)
  func theBestIsFound(row: Row) throws {
    let quantity = try #require(Quantity(rawValue: row["show"]))
    let norm = try #require(Norm(rawValue: row["norm"]))
    let fit = try Fit(
      FunctionReference(parsing: row["function"]), to: Function(parsing: row["reference"]),
      quantity,
      over: row.ranges, norm: norm, domain: row.domain)
    #expect(abs(fit.error - row.error) <= 1e-9 * row.error + 1e-12, "\(fit.error)")
    let found = fit.parameters.map(\.value)
    let optima = row.optima
    #expect(optima.isEmpty || optima.contains { Self.isNear(found, $0) }, "\(found)")
    if optima.count > 1 {
      for optimum in optima {
        #expect(([found] + fit.equals).contains { Self.isNear($0, optimum) }, "\(fit.equals)")
      }
    } else {
      #expect(fit.equals.isEmpty)
    }
    #expect(fit.bounded == row.bound && fit.idle == row.idle)
    #expect((row["kind"] == "level") == (fit.flat.count > fit.idle.count))
  }

  /// To eight digits.
  private static func isNear(_ a: [Double], _ b: [Double]) -> Bool {
    zip(a, b).allSatisfy { $1.isNaN || abs($0 - $1) <= 1e-8 * max(abs($1), 1e-6) }
  }
}
