import Activations
import Export
import Formulas

/// Functions of one family in JavaScript: f, f′ and f″, and of H, δ and 2H − 1 what is shown.
struct PageCode {
  /// The declarations.
  let text: String
  /// What computes each quantity.
  let quantities: [(quantity: String, name: String)]
  /// The names of the parameters that are arguments, in order: those in which the functions differ.
  let arguments: [String]

  /// Writes functions of one name; nil where there is no code that holds for all of them, or that errs by more ulp than a limit.
  init?(
    of functions: [Function], named stem: String, _ shown: Set<Quantity>, _ limit: Double
  ) {
    guard let first = functions.first,
      functions.allSatisfy({ $0.construction == first.construction })
    else { return nil }
    let varying = first.settings.map(\.parameter.name).filter { name in
      functions.contains { $0.value(of: name) != first.value(of: name) }
    }
    arguments = varying
    let rest = [Quantity.gate, .density, .sign].filter(shown.contains)
    // All of them, where there is no code of gates the function, else these alone.
    let choices = [[.f, .df, .d2f] + rest, [.f, .df, .d2f], rest]
    let written = choices.lazy.filter { !$0.isEmpty }.compactMap { quantities in
      Self.written(functions, quantities, varying, limit).map { ($0, quantities) }
    }.first
    guard let (written, quantities) = written else { return nil }
    let file = SourceFile(written, in: .javascript, named: stem, command: "", version: "")
    text = file.declarations
    self.quantities = quantities.map {
      ($0.rawValue, $0 == .f ? stem : "\(stem)_\($0.rawValue)")
    }
  }

  /// Quantities of functions with arguments at the values that these have; nil where no code holds for all.
  private static func written(
    _ functions: [Function], _ quantities: [Quantity], _ arguments: [String], _ limit: Double
  ) -> WrittenFunction? {
    guard
      let written = try? WrittenFunction(
        functions[0], quantities: quantities, in: .javascript, arguments: arguments),
      written.parts.allSatisfy({ $0.measurement.worst.ulps <= limit }),
      arguments.allSatisfy({ name in
        written.holds(for: functions.map { $0.value(of: name) }, of: name)
      })
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
