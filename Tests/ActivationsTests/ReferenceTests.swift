import Foundation
import Testing

@testable import Activations

@Suite struct ReferenceTests {
  /// The names of the tables in the folder.
  static let tables = (try? ReferenceTable.names()) ?? []

  @Test func everyFunctionHasATable() {
    let families = Set(Self.tables.map(ReferenceTable.family))
    for name in Catalogue.all.map(\.name) {
      #expect(
        families.contains(name),
        "There is no table for \(name): add its formula to make-catalogue-tables, run Scripts/update-catalogue."
      )
    }
  }

  @Test func everyTableIsAboutAFunction() {
    for name in Self.tables {
      #expect(
        Catalogue.family(named: ReferenceTable.family(name))?.name == ReferenceTable.family(name),
        "The table \(name).csv is about no function of the catalogue: delete or rename it.")
    }
  }

  /// The largest error of H, f, f′ and f″ in ulp.
  static let limits = [4.0, 4, 8, 16]

  @Test(arguments: tables)
  func everyValueIsWithinTheLimit(name: String) throws {
    let table = try ReferenceTable(name)
    try #require(table.rows.count >= 100)
    var functions: [[String: Double]: Function] = [:]
    var worst = [0.0, 0, 0, 0]
    for row in table.rows {
      let function = try functions[row.parameters] ?? table.function(for: row)
      functions[row.parameters] = function
      let values = function.activation.columns([.gate, .f, .df, .d2f], at: [row.x]).map { $0[0] }
      let summands = ErrorInUlp.summands(row, of: name)
      for column in 0..<4 {
        guard let reference = row.values[column] else { continue }
        guard function.family.kernel != nil else {
          // A definition has the digits of its formula, no more.
          #expect(
            abs(values[column] - reference) <= 1e-12 * max(abs(reference), 1),
            "\(function.label).\(ReferenceTable.columns[column]) at \(row.x): \(values[column])")
          continue
        }
        let error = ErrorInUlp.of(values[column], against: reference, summand: summands[column])
        worst[column] = max(worst[column], error)
        #expect(
          error <= Self.limits[column],
          "\(function.label).\(ReferenceTable.columns[column]) at \(row.x): \(values[column])")
      }
    }
    if ProcessInfo.processInfo.environment["ACTVIZ_DENSE_POINTS"] != nil { print(name, worst) }
  }

  @Test func theValueAloneIsTheValueOfTheJet() throws {
    for name in Self.tables {
      let table = try ReferenceTable(name)
      for row in table.rows where row.parameters == table.rows[0].parameters {
        let activation = try table.function(for: row).activation
        #expect(
          activation.value(at: row.x) == activation.jet(at: row.x).value, "\(name) at \(row.x)")
      }
    }
  }
}
