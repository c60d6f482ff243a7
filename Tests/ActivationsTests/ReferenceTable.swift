import Foundation
import Testing

@testable import Activations
@testable import Formulas

/// A table of correctly rounded values: `params,x,H,f,df,d2f`, numbers as C hex floats.
struct ReferenceTable {
  struct Row {
    let parameters: [String: Double]
    let x: Double
    /// H, f, f′ and f″; nil where the value is undefined.
    let values: [Double?]
  }

  static let columns = ["H", "f", "df", "d2f"]

  let name: String
  let rows: [Row]

  init(_ name: String) throws {
    self.name = name
    let url = try #require(
      Bundle.module.url(forResource: name, withExtension: "csv", subdirectory: "Reference"))
    let lines = try String(contentsOf: url, encoding: .utf8).split(whereSeparator: \.isNewline)
    try #require(lines.first == "params,x,H,f,df,d2f")
    rows = try lines.dropFirst().map { line in
      let cells = line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
      try #require(cells.count == 6)
      let settings = cells[0].split(separator: ";").map { $0.split(separator: "=") }
      return Row(
        parameters: Dictionary(
          uniqueKeysWithValues: try settings.map {
            (String($0[0]), try #require(Double($0[1])))
          }),
        x: try #require(Double(cells[1])),
        values: cells[2...].map { Double($0) })
    }
  }

  /// The names of all tables there are, in alphabetical order.
  static func names() throws -> [String] {
    let folder = try #require(
      Bundle.module.url(forResource: "Reference", withExtension: nil), "there are no tables")
    return try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
      .filter { $0.pathExtension == "csv" }
      .map { $0.deletingPathExtension().lastPathComponent }.sorted()
  }

  /// The function that a table of this name is about: what stands before a hyphen, as in `gennorm-uniform`.
  static func family(_ name: String) -> String { String(name.prefix { $0 != "-" }) }

  /// The function of the catalogue that a row is about.
  func function(for row: Row) throws -> Function {
    let reference = try FunctionReference(parsing: Self.family(name))
    return try #require(
      reference.functions(sweeping: row.parameters.mapValues { [$0] }).first)
  }
}

/// Errors in ulp as the reference's own checker counts them.
enum ErrorInUlp {
  /// |v − r| / ulp(max(|r|, S/16)), where S is the largest summand of a derivative.
  ///
  /// NaN and infinity against a finite reference, and the reverse, are infinite errors.
  static func of(_ value: Double, against reference: Double, summand: Double) -> Double {
    if value == reference || (value.isNaN && reference.isNaN) { return 0 }
    guard value.isFinite, reference.isFinite else { return .infinity }
    return abs(value - reference) / max(abs(reference), summand / 16).ulp
  }

  /// S for H, f, f′ and f″ of a row.
  static func summands(_ row: ReferenceTable.Row, of table: String) -> [Double] {
    if let waves = waves(row, of: table) { return waves }
    guard row.x != 0, let gate = row.values[0], let slope = row.values[2] else {
      return [0, 0, 0, 0]
    }
    if table == "form3" { return form3(row) }
    let product = slope - gate
    guard let curvature = row.values[3], (product / row.x).isFinite else {
      return [0, 0, max(abs(gate), abs(product)), 0]
    }
    let density = product / row.x
    return [
      0, 0, max(abs(gate), abs(product)), max(abs(2 * density), abs(curvature - 2 * density)),
    ]
  }

  /// Sixteen times what the derivatives of the waves are sums of, so that it is their unit: they
  /// pass through zero again and again, and a sine is no better than a double.
  private static func waves(_ row: ReferenceTable.Row, of table: String) -> [Double]? {
    let (x, sine, cosine) = (row.x, Foundation.sin(row.x), Foundation.cos(row.x))
    guard let value = row.values[1], let slope = row.values[2], x != 0 else { return nil }
    switch table {
    case "snake": return [0, 0, 16, 0]
    case "gcu":
      return [0, 0, 16 * max(abs(cosine), abs(x * sine)), 16 * max(abs(2 * sine), abs(x * cosine))]
    case "sinc":
      // Below 1.5 they are series, and keep their digits.
      guard abs(x) >= 1.5 else { return nil }
      return [
        0, 0, 16 * max(abs(cosine), abs(value)) / abs(x), 16 * max(abs(value), abs(2 * slope / x)),
      ]
    default: return nil
    }
  }

  /// Form 3's gate changes sign, so that its own summands count.
  private static func form3(_ row: ReferenceTable.Row) -> [Double] {
    let alpha = row.parameters["alpha"] ?? 1
    let u = alpha * row.x
    let e = abs(u) < 800 ? Foundation.exp(-abs(u)) : 0
    let s = (u >= 0 ? 1 : e) / (1 + e)
    let p = e / ((1 + e) * (1 + e))
    let first = p * (1 - e) / (1 + e)
    let second = abs(p * (1 - 6 * p))
    let x = abs(row.x)
    let gate = max(s, x * p)
    return [
      gate, x * gate, max(s, (alpha + 2) * x * p, alpha * x * x * first),
      max(
        2 * (alpha + 1) * p, (alpha * alpha + 4 * alpha) * x * first,
        alpha * alpha * x * x * second),
    ].map { $0.isFinite ? $0 : 0 }
  }
}
