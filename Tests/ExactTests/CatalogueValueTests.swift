import Activations
import Foundation
import Formulas
import Testing

@testable import Exact

/// The catalogue's definitions, proved, against its reference tables of correctly rounded values.
struct CatalogueValueTests {
  private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../ActivationsTests/Reference").standardized

  /// So many rows of a table are looked at, from its beginning to its end; ACTVIZ_EXACT_ROWS says another number.
  private static let rows =
    ProcessInfo.processInfo.environment["ACTVIZ_EXACT_ROWS"].flatMap { Int($0) } ?? 200

  @Test("Every function of the catalogue has a definition that can be proved")
  func all() throws {
    for family in Catalogue.all {
      var function = try ExactFunction.formula(family.name)
      let outcomes = function.values(at: 0.75, upTo: 2)
      #expect(outcomes.filter { !$0.isKnown }.isEmpty, "\(family.name)")
    }
  }

  @Test("H, f, f′ and f″ of definitions are those of the reference tables, to the last bit")
  func tables() throws {
    let files = try FileManager.default.contentsOfDirectory(atPath: Self.folder.path)
    var count = 0
    for file in files.sorted() where file.hasSuffix(".csv") {
      let text = try String(contentsOf: Self.folder.appending(path: file), encoding: .utf8)
      let name = String(file.dropLast(4).split(separator: "-")[0])
      var functions: [Substring: ExactFunction] = [:]
      let rows = text.split(separator: "\n").dropFirst()
      for (index, row) in rows.enumerated() where index % max(1, rows.count / Self.rows) == 0 {
        let cells = row.split(separator: ",", omittingEmptySubsequences: false)
        var function = try functions[cells[0]] ?? Self.function(name, cells[0])
        count += try check(&function, cells, "\(file): \(row)")
        functions[cells[0]] = function
      }
    }
    #expect(count > 40_000)
  }

  private static func function(_ name: String, _ settings: Substring) throws -> ExactFunction {
    let parameters = settings.split(separator: ";").map { $0.split(separator: "=") }
    let pairs = parameters.map { (String($0[0]), Double(String($0[1])) ?? .nan) }
    return try .formula(name, parameters: Dictionary(pairs) { $1 })
  }

  private func check(_ function: inout ExactFunction, _ cells: [Substring], _ place: String) throws
    -> Int
  {
    let numbers = cells.dropFirst().map { Double(String($0)) }
    let x = try #require(numbers[0])
    var pairs = Array(zip(function.values(at: x, upTo: 2), numbers[2...]))
    if let gate = numbers[1] { pairs.append((function.gates(at: x, upTo: 0)[0], gate)) }
    var count = 0
    for (outcome, expected) in pairs {
      guard let expected else { continue }
      #expect(outcome == .known(expected), "\(place): \(outcome)")
      count += 1
    }
    return count
  }
}
