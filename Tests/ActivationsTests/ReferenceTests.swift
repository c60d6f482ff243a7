import Foundation
import Testing

@testable import Activations

@Suite struct ReferenceTests {
  static let tables = [
    "arctan", "celu", "elu", "erf", "form1", "form2", "form3", "form4", "form5", "form6", "form7",
    "gelu_sigmoid", "gelu_tanh", "gennorm", "hardsigmoid", "hardsigmoid_keras2", "hardswish",
    "hardtanh",
    "leaky_relu", "logsigmoid", "relu", "relu6", "selu", "sigmoid", "softplus", "softsign",
    "squareplus", "swish",
    "swish_beta", "tanh", "tanhshrink", "uniform",
  ]

  /// The wider part of the catalogue, whose tables are `make-catalogue-tables`'s.
  static let catalogueTables = [
    "acon_a", "acon_b", "acon_c", "aglu", "bent_identity", "dsilu", "e_swish", "elish",
    "exponential", "gaussian", "gcu", "golu", "hard_elish", "hard_mish", "hardshrink", "identity",
    "isrlu", "isru", "laplace", "lecun_tanh", "lisht", "logish", "phish", "prelu", "rational",
    "relu2", "rrelu", "sau", "serf", "sinc", "sine", "smelu", "smish", "smu", "smu1", "snake",
    "soft_exponential",
    "softshrink", "sqrtsoftplus", "star_relu", "tanhexp", "threshold", "xielu",
  ]

  /// The largest error of H, f, f′ and f″ in ulp.
  static let limits = [4.0, 4, 8, 16]

  @Test(arguments: tables + catalogueTables)
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
    for name in Self.tables + Self.catalogueTables {
      let table = try ReferenceTable(name)
      for row in table.rows where row.parameters == table.rows[0].parameters {
        let activation = try table.function(for: row).activation
        #expect(
          activation.value(at: row.x) == activation.jet(at: row.x).value, "\(name) at \(row.x)")
      }
    }
  }
}
