import Activations
import Export
import Formulas
import HTMLBackend
import Tables

/// Functions of one family in JavaScript: f, f′ and f″, and of H, δ and 2H − 1 what is shown.
struct PageCode {
  /// The declarations.
  let text: String
  /// What computes each quantity.
  let quantities: [(quantity: String, name: String)]
  /// The names of the parameters that are arguments, in order: those in which the functions differ, and those that have sliders.
  let arguments: [String]

  /// Writes functions of one name; nil where there is no code that holds for all of them, or that errs by more ulp than a limit.
  init?(
    of functions: [Function], named stem: String, _ shown: Set<Quantity>, _ sliders: Sliders,
    _ limit: Double
  ) {
    guard let first = functions.first,
      functions.allSatisfy({ $0.construction == first.construction })
    else { return nil }
    let varying = first.settings.map(\.parameter.name).filter { name in
      !sliders.ends(of: name).isEmpty
        || functions.contains { $0.value(of: name) != first.value(of: name) }
    }
    let values = Dictionary(
      uniqueKeysWithValues: varying.map { name in
        (name, functions.map { $0.value(of: name) } + sliders.ends(of: name))
      })
    guard values.values.joined().allSatisfy(\.isFinite) else { return nil }
    let rest = [Quantity.gate, .density, .sign].filter(shown.contains)
    if let routine = Self.routine(of: first, varying) {
      self.init(routine, of: first, named: stem, [.f, .df, .d2f] + rest, varying)
      return
    }
    guard let written = Self.written(first, [.f, .df, .d2f] + rest, values, limit) else {
      return nil
    }
    let file = SourceFile(written, in: .javascript, named: stem, command: "", version: "")
    self.init(file.declarations, stem, written.parts.map(\.quantity), varying)
  }

  private init(_ text: String, _ stem: String, _ quantities: [Quantity], _ arguments: [String]) {
    (self.text, self.arguments) = (text, arguments)
    self.quantities = quantities.map { ($0.rawValue, Self.name($0, stem)) }
  }

  /// The routine of the page that computes a function of which no code holds for what varies; nil for most.
  private static func routine(of function: Function, _ varying: [String]) -> LiveCurves.Routine? {
    guard function.construction == .product,
      let routine = LiveCurves.Routine(rawValue: function.family.name)
    else { return nil }
    switch routine {
    case .gennorm: return varying.contains("beta") ? routine : nil
    case .rational: return routine
    }
  }

  /// A function that the page computes by a routine of its own.
  private init(
    _ routine: LiveCurves.Routine, of function: Function, named stem: String,
    _ quantities: [Quantity], _ varying: [String]
  ) {
    let parameters = function.settings.map { setting in
      let name = setting.parameter.name
      return varying.contains(name) ? name : DecimalText.shortest(setting.value)
    }
    let list = (["x"] + varying).joined(separator: ", ")
    let call = (["x"] + parameters).joined(separator: ", ")
    let text = quantities.reduce(routine.declaration(named: "\(stem)_all")) { text, quantity in
      text
        + "const \(Self.name(quantity, stem)) = (\(list)) => \(stem)_all(\(call)).\(quantity.rawValue);\n"
    }
    self.init(text, stem, quantities, varying)
  }

  private static func name(_ quantity: Quantity, _ stem: String) -> String {
    quantity == .f ? stem : "\(stem)_\(quantity.rawValue)"
  }

  /// Writes quantities of a function of x and y, its parameters with their values; nil where there is no code, or none of what is
  /// shown that errs by fewer ulp than a limit.
  init?(
    ofXAndY function: Function, named stem: String, _ quantities: [SurfaceQuantity], _ limit: Double
  ) {
    let (syntax, type) = (Language.javascript.syntax, FloatType.f64)
    guard
      let written = try? WrittenFunction(
        function, type, quantities: quantities, isInline: true, for: syntax.dialect(type)),
      written.parts.allSatisfy({ $0.measurement.worst.ulps <= limit })
    else { return nil }
    let file = SourceFile(written, in: .javascript, named: stem, command: "", version: "")
    text = file.declarations
    arguments = []
    self.quantities = zip(quantities, written.parts).map {
      ($0.rawValue, stem + written.ending(of: $1))
    }
  }

  /// Those of some quantities of a function with arguments that have code and err by no more than a limit; nil where there are none.
  private static func written(
    _ function: Function, _ quantities: [Quantity], _ values: [String: [Double]], _ limit: Double
  ) -> WrittenFunction? {
    guard
      let written = try? WrittenFunction(
        function, quantities: quantities, in: .javascript, taking: values
      ).within(limit),
      !written.parts.isEmpty
    else { return nil }
    return written
  }
}

extension Function {
  /// The value of a parameter; NaN where it has none of the name.
  fileprivate func value(of name: String) -> Double {
    settings.first { $0.parameter.name == name }?.value ?? .nan
  }
}
