import Activations
import Tables

/// What the columns of a table of functions are called, and whether bits stand beside numbers.
struct TableHeader {
  /// What every number is rounded to.
  let type: FloatType
  let showsBits: Bool
  private let names: [String]

  /// The variables, then `LABEL.QUANTITY` for each function and quantity.
  init<Quantity: RawRepresentable<String>>(
    _ variables: [String], _ functions: [Function], _ quantities: [Quantity], _ type: FloatType,
    showsBits: Bool
  ) {
    self.type = type
    self.showsBits = showsBits
    names =
      variables
      + functions.flatMap { function in
        quantities.map { "\(function.title ?? function.label).\($0.rawValue)" }
      }
  }

  /// The columns, each with `.bits` behind it where bits are asked for.
  var columns: [TableColumn] {
    names.flatMap { name in
      let column = TableColumn(name, of: type)
      return showsBits ? [column, TableColumn(name + ".bits", .bits, of: type)] : [column]
    }
  }

  /// The numbers of the columns, given those of the names.
  func numbers(_ columns: [[Double]]) -> [[Double]] {
    showsBits ? columns.flatMap { [$0, $0] } : columns
  }
}
