import Activations
import FigureSpecification
import Formulas

/// The values that a parameter takes on every function that has it.
struct Sweep {
  let setting: Setting
  let name: String
  let values: [Double]
  /// The option as it was written, `alpha` or `param a`.
  let written: Sentence
}

extension FunctionReader {
  /// The values of all parameters that are set, each of one that a function has.
  ///
  /// Throws a `Problem` for another.
  func sweeps(of references: [FunctionReference]) throws -> [Sweep] {
    let sweeps = try sweeps()
    for sweep in sweeps {
      guard references.contains(where: { $0.has(sweep.name) }) else {
        let owners = references.map { reference in
          let names = reference.parameters.map(\.name)
          return "\(reference.name) has \(names.isEmpty ? "none" : names.joined(separator: ", "))"
        }
        throw sweep.setting.problem(
          "\(sweep.written) is a parameter of none of the functions: \(owners.joined(separator: "; "))."
        )
      }
      // A parameter may be fixed by some functions and set on the rest; of y that would be a mistake where none is left.
      if sweep.name == "y",
        let fixed = references.first(where: { $0.settings.contains { $0.parameter.name == "y" } }),
        !references.contains(where: { $0.parameterNames.contains("y") })
      {
        throw sweep.setting.problem(
          "y is given twice: by \(sweep.written), and by \(fixed.name) itself.")
      }
    }
    return sweeps
  }

  /// The values of all parameters that are set, each once.
  func sweeps() throws(Problem) -> [Sweep] {
    var sweeps: [Sweep] = []
    for key in Keys.sweeps {
      guard let setting = settings.last(key), let values = try settings.value(key) else { continue }
      sweeps.append(
        Sweep(setting: setting, name: key.name.text, values: values, written: "\(key.name)"))
    }
    let assignments = try settings.values(Keys.parameters)
    for (setting, value) in zip(settings.all(Keys.parameters), assignments) {
      guard !sweeps.contains(where: { $0.name == value.name }) else {
        throw setting.problem("\(value.name) is given twice.")
      }
      sweeps.append(
        Sweep(
          setting: setting, name: value.name, values: value.values,
          written: "\(Keys.parameters.name) \(value.written)"))
    }
    return sweeps
  }
}

extension FunctionReference {
  fileprivate func has(_ parameter: String) -> Bool {
    parameters.contains { $0.name == parameter }
  }
}
