import Tables

/// What computes a page's curves in the page: functions in JavaScript, and which curve shows what of them.
package struct LiveCurves: Sendable {
  /// A function with its parameters as they are at first.
  package struct Function: Sendable {
    /// What it is called.
    package let name: String
    /// Declarations in JavaScript; their names are the page's own.
    package let code: String
    /// The names in the code that compute quantities, by these: `f`, `df`, `d2f`, `gate`, `density`.
    package let quantities: [(quantity: String, name: String)]
    /// The arguments behind x, in order.
    package let parameters: [(name: String, value: Double)]

    /// Whether a slider is to move it and does not, as no code holds for all its values.
    package let isFixed: Bool

    /// Makes a function.
    package init(
      name: String, code: String, quantities: [(quantity: String, name: String)],
      parameters: [(name: String, value: Double)], isFixed: Bool = false
    ) {
      self.isFixed = isFixed
      (self.name, self.code) = (name, code)
      (self.quantities, self.parameters) = (quantities, parameters)
    }

    var json: JSON {
      .object([
        ("name", .string(name)), ("isFixed", .flag(isFixed)),
        (
          "parameters",
          .array(
            parameters.map { .object([("name", .string($0.name)), ("value", .number($0.value))]) })
        ),
      ])
    }
  }

  /// What a curve shows.
  package struct Source: Sendable {
    /// The function's place.
    package let function: Int
    /// What of it.
    package let quantity: String
    /// The place of the function whose quantity is subtracted, if one is.
    package let reference: Int?
    /// Whether differences stand without their sign.
    package let isUnsigned: Bool

    /// Makes a source.
    package init(function: Int, quantity: String, reference: Int? = nil, isUnsigned: Bool = false) {
      (self.function, self.quantity) = (function, quantity)
      (self.reference, self.isUnsigned) = (reference, isUnsigned)
    }

    var members: [(String, JSON)] {
      [("function", .number(Double(function))), ("quantity", .string(quantity))]
        + (reference.map { [("from", .number(Double($0)))] } ?? [])
        + (isUnsigned ? [("unsigned", .flag(true))] : [])
    }
  }

  /// A parameter that readers move.
  package struct Slider: Sendable {
    let json: JSON

    /// Makes a slider; `symbol` is what stands beside it.
    package init(name: String, symbol: String, range: ClosedRange<Double>, start: Double) {
      json = .object([
        ("name", .string(name)), ("symbol", .string(symbol)), ("low", .number(range.lowerBound)),
        ("high", .number(range.upperBound)), ("start", .number(start)),
      ])
    }
  }

  /// The parameters that readers move.
  package var sliders: [Slider] = []
  /// The functions that are computed.
  package var functions: [Function]
  /// What curves show, by panels and by their places in these; nil for those that are drawn from points alone.
  package var sources: [[Source?]]

  /// Curves of which none is computed, unless functions are given.
  package init(functions: [Function] = [], sources: [[Source?]] = []) {
    (self.functions, self.sources) = (functions, sources)
  }

  func source(of curve: Int, in panel: Int) -> Source? {
    guard sources.indices.contains(panel), sources[panel].indices.contains(curve) else {
      return nil
    }
    return sources[panel][curve]
  }

  /// The declarations, and a list `codes` of what computes each function's quantities.
  var script: String {
    let tables = functions.map { function in
      "  { " + function.quantities.map { "\($0.quantity): \($0.name)" }.joined(separator: ", ")
        + " },\n"
    }
    return functions.map(\.code).joined(separator: "\n") + "\nconst codes = [\n"
      + tables.joined() + "];\n"
  }
}
