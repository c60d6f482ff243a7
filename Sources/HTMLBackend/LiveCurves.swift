import Tables

/// What computes a page's curves in the page: functions in JavaScript, and which curve shows what of them.
package struct LiveCurves: Sendable {
  /// A function with its parameters as they are at first.
  package struct Function: Sendable {
    /// What it is called.
    package let name: String
    /// Declarations in JavaScript; their names are the page's own.
    package let code: String
    /// The names in the code that compute quantities, by these: `f`, `df`, `d2f`, `gate`, `density`; of functions of x and y `f`, `fx`, `fy`
    /// and so on.
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

  /// A function that pages compute by a routine of their own, for any values of its parameters.
  package enum Routine: String, Sendable {
    case gennorm, rational

    /// What computes its quantities from x and all parameters, as a declaration in JavaScript.
    package func declaration(named name: String) -> String {
      let text =
        switch self {
        case .gennorm: PageResource.gennorm
        case .rational: PageResource.rational
        }
      return "const \(name) = (() => {\n\(text)return \(rawValue);\n})();\n"
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

  /// A part of the command that draws the view again.
  package struct Word: Sendable {
    let json: JSON

    /// A text that stands as it is, unless all functions that it stands for are hidden.
    package init(_ text: String, of functions: [Int] = []) {
      json = .object(
        [("text", .string(text))]
          + (functions.isEmpty ? [] : [("functions", .numbers(functions.map(Double.init)))]))
    }

    /// A text before the value of a slider.
    package init(_ text: String, slider: String) {
      json = .object([("text", .string(text)), ("slider", .string(slider))])
    }

    /// A text before a list, of which what stands for hidden functions alone is left out.
    package init(_ text: String, choices: [Word]) {
      json = .object([("text", .string(text)), ("choices", .array(choices.map(\.json)))])
    }

    /// A text that gives way to the domain of an axis, `x` or `y`, where that is another one.
    package init(_ text: String, axis: String) {
      json = .object([("text", .string(text)), ("axis", .string(axis))])
    }
  }

  /// The command that draws the view; empty where there is none.
  package var command: [Word] = []
  /// Which function each curve shows, by panels, as the command's words count them.
  package var owners: [[Int?]] = []
  /// The parameters that readers move.
  package var sliders: [Slider] = []
  /// The functions that are computed.
  package var functions: [Function]
  /// What curves show, by panels and by their places in these; nil for those that are drawn from points alone.
  package var sources: [[Source?]]
  /// What functions of x and y show, by panels; nil for those that are pictures alone.
  package var fields: [Source?] = []

  /// Curves of which none is computed, unless functions are given.
  package init(functions: [Function] = [], sources: [[Source?]] = []) {
    (self.functions, self.sources) = (functions, sources)
  }

  func source(of curve: Int, in panel: Int) -> Source? { Self.entry(curve, panel, of: sources) }

  func owner(of curve: Int, in panel: Int) -> Int? { Self.entry(curve, panel, of: owners) }

  private static func entry<Entry>(_ curve: Int, _ panel: Int, of entries: [[Entry?]]) -> Entry? {
    guard entries.indices.contains(panel), entries[panel].indices.contains(curve) else {
      return nil
    }
    return entries[panel][curve]
  }

  func field(in panel: Int) -> Source? { fields.indices.contains(panel) ? fields[panel] : nil }

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
