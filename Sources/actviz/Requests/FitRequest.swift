import Activations
import Analysis
import FigureSpecification
import Figures
import Formulas

/// What to fit, in plain values.
struct FitRequest {
  var reference: FunctionReference
  var target: Function
  var quantity: Quantity
  var variations: [Variation]
  /// The values of the parameters that are not varied.
  var fixed: [String: Double]
  var norm: Norm
  /// The type whose ulp the norm counts.
  var type: FloatType
  var domain: ClosedRange<Double>

  /// What settings ask for.
  ///
  /// Throws a `Problem`.
  init(_ settings: Settings) throws {
    guard let own = settings.last(Keys.function), let to = settings.last(Keys.reference) else {
      throw settings.problem(Keys.reference, "\(Keys.reference.name) is missing.")
    }
    let reader = try FunctionReader(settings)
    var references = try reader.references([own, to])
    references[1].construction = .product
    reference = references[0]
    norm = try settings.value(Keys.norm)
    type = try Self.type(settings, norm)
    domain = try settings.value(Keys.xRange)
    quantity = try settings.value(Keys.fitQuantity)
    variations = try Self.variations(settings, of: reference, own)
    let sweeps = try reader.sweeps(of: references)
    target = try reader.function(to, references[1], sweeps, role: "\(Keys.reference.name)")
    fixed = try Self.fixed(sweeps, beside: variations)
    let start = fixed.merging(variations.map { ($0.name, $0.range.lowerBound) }) { $1 }
    let functions: [Function]
    do {
      functions = try reference.functions(sweeping: start.mapValues { [$0] })
    } catch {
      throw own.problem(for: error)
    }
    if let function = functions.first(where: { $0.surface != nil }) {
      throw own.problem(ofTwoVariables: function)
    }
    try settings.check([quantity], of: functions + [target], by: Keys.fitQuantity)
  }

  /// The type whose ulp are counted; it is given for nothing else.
  private static func type(_ settings: Settings, _ norm: Norm) throws -> FloatType {
    guard let type = try settings.value(Keys.type) else { return .f32 }
    guard norm == .ulp else {
      throw settings.problem(
        Keys.type,
        "\(Keys.type.name) is the type whose ulp \(Keys.norm.name) ulp counts, not \(norm.rawValue)."
      )
    }
    return type
  }

  /// The parameters that are varied, each once, all of the function.
  private static func variations(
    _ settings: Settings, of reference: FunctionReference, _ function: Setting
  ) throws -> [Variation] {
    let given = settings.all(Keys.variations)
    guard (1...6).contains(given.count) else {
      throw settings.problem(
        Keys.variations, "\(Keys.variations.name) is given for one to six parameters.")
    }
    let variations = try settings.values(Keys.variations)
    let names = reference.parameterNames
    for (setting, variation) in zip(given, variations) where !names.contains(variation.name) {
      let has = names.isEmpty ? "none" : names.joined(separator: ", ")
      throw setting.problem(
        "\(Keys.variations.name) names '\(variation.name)', but \(function.value) has \(has) to vary."
      )
    }
    guard Set(variations.map(\.name)).count == variations.count else {
      throw settings.problem(
        Keys.variations, "\(Keys.variations.name) names a parameter twice.")
    }
    return variations
  }

  /// The values that are set, one each, none of them of a parameter that is varied.
  private static func fixed(_ sweeps: [Sweep], beside variations: [Variation]) throws(Problem)
    -> [String: Double]
  {
    var fixed: [String: Double] = [:]
    for sweep in sweeps {
      guard !variations.contains(where: { $0.name == sweep.name }) else {
        throw sweep.setting.problem(
          """
          '\(sweep.name)' is varied by \(Keys.variations.name) and set by \(sweep.setting.key.name); give one of them.
          """)
      }
      guard sweep.values.count == 1 else {
        throw sweep.setting.problem(
          """
          \(sweep.setting.key.name) sets one value beside \(Keys.variations.name), not a list of \(sweep.values.count).
          """)
      }
      fixed[sweep.name] = sweep.values[0]
    }
    return fixed
  }

  /// Searches; the command's errors stay its own.
  func fit(telling progress: WorkProgress = .untold) throws -> Fit {
    try Fit(
      reference, to: target, quantity, over: variations.map { ($0.name, $0.range) }, fixing: fixed,
      norm: norm, in: type, domain: domain, telling: progress)
  }

  /// The figure file of both functions and their difference: `compare` of what was found.
  ///
  /// Nil where parameters cannot be said so that either function has its own.
  static func specification(of fit: Fit, to target: Function, _ settings: Settings)
    -> Specification?
  {
    guard let own = settings.last(Keys.function) else { return nil }
    var specification = Specification(settings)
    // It is what ulp were counted in, not what is drawn.
    specification.settings.all.removeAll { $0.key.name == Keys.type.name }
    let found = fit.parameters.map {
      Setting(Keys.parameters.key, "\($0.name)=\(Decimal.text($0.value))")
    }
    specification.settings.all += [Setting(Keys.functions.key, own.value)] + found
    specification.settings = specification.settings.with(Keys.quantities, Quantity.f.rawValue)
    guard let request = try? PlotRequest(specification.settings), request.functions.count == 1,
      request.functions[0].isTwin(of: fit.function), request.reference?.isTwin(of: target) == true
    else { return nil }
    return specification
  }

  /// Both functions and their difference; the title is made from them where nil.
  func figure(of fit: Fit, look: Look, title: String?) -> FigureRequest {
    var request = PlotRequest(
      functions: [fit.function], reference: target, quantities: [quantity], domain: domain)
    request.look = look
    request.title = title
    return request.figureRequest()
  }
}
