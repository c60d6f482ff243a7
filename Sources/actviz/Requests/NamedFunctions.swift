import Activations
import FigureSpecification

extension Settings {
  /// Functions under the names that are given to them.
  ///
  /// Throws a `Problem` for a name that has no curve.
  func named(_ functions: [Function], by key: RepeatedKey<String> = Keys.names) throws(Problem)
    -> [Function]
  {
    let names = try values(key)
    guard names.count <= functions.count else {
      let curves = functions.count == 1 ? "is 1 curve" : "are \(functions.count) curves"
      throw all(Keys.names)[functions.count].problem(
        "\(Keys.names.name) stands there \(names.count) times, but there \(curves) to name.")
    }
    return functions.enumerated().map { index, function in
      var function = function
      if index < names.count { function.title = names[index] }
      return function
    }
  }

  /// Refuses a name for the columns of a table that those of another function have.
  func checkNames(of functions: [Function]) throws(Problem) {
    var labels: Set<String> = []
    for (index, function) in functions.enumerated() {
      let label = function.title ?? function.label
      guard !labels.insert(label).inserted, has(Keys.columnNames) else { continue }
      let given = all(Keys.columnNames)
      throw given[min(index, given.count - 1)].problem(
        "\(Keys.columnNames.name) gives '\(label)' to two functions; columns have names of their own."
      )
    }
  }

  /// Refuses a quantity that one of the functions lacks.
  func check(_ quantities: [Quantity], of functions: [Function], by key: some TypedKey)
    throws(Problem)
  {
    for quantity in quantities {
      if let function = functions.first(where: { !$0.has(quantity) }) {
        throw problem(
          key, or: Keys.functions,
          "\(function.name) has no \(quantity.rawValue): it is not of the form x·H(x).")
      }
    }
  }
}
