import Activations
import Export
import Formulas

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
    arguments = varying
    let rest = [Quantity.gate, .density, .sign].filter(shown.contains)
    // All of them; where there is no code of gates the function, else these alone.
    let choices = [[.f, .df, .d2f] + rest, [.f, .df, .d2f], rest]
    let written = choices.lazy.filter { !$0.isEmpty }.compactMap { quantities in
      Self.written(first, quantities, values, limit).map { ($0, quantities) }
    }.first
    guard let (written, quantities) = written else { return nil }
    let file = SourceFile(written, in: .javascript, named: stem, command: "", version: "")
    text = file.declarations
    self.quantities = quantities.map {
      ($0.rawValue, $0 == .f ? stem : "\(stem)_\($0.rawValue)")
    }
  }

  /// Quantities of a function with arguments that take some values; nil where no code holds for all.
  private static func written(
    _ function: Function, _ quantities: [Quantity], _ values: [String: [Double]], _ limit: Double
  ) -> WrittenFunction? {
    guard
      let written = try? WrittenFunction(
        function, quantities: quantities, in: .javascript, arguments: values),
      written.parts.allSatisfy({ $0.measurement.worst.ulps <= limit }),
      values.allSatisfy({ written.holds(for: $0.value, of: $0.key) })
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
