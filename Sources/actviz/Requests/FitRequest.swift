import Activations
import Analysis
import Formulas
import Figures

/// What to fit, in plain values.
struct FitRequest {
  var reference: FunctionReference
  var target: Function
  var quantity: Quantity
  var ranges: [(name: String, range: ClosedRange<Double>)]
  /// The values of the parameters that are not varied.
  var fixed: [String: Double]
  var norm: Norm
  var domain: ClosedRange<Double>

  init(_ command: FitCommand) throws {
    let references = try command.formulas.references([command.function, command.to])
    reference = references[0]
    reference.construction = command.construction.by
    norm = command.norm
    domain = try DomainOptions.domain(command.xRange)
    guard let quantity = Quantity(rawValue: command.quantity.lowercased()),
      [.f, .df, .gate].contains(quantity)
    else { throw Failure(.usage, "--quantity is f, df or gate, not '\(command.quantity)'.") }
    self.quantity = quantity
    guard (1...3).contains(command.over.count) else {
      throw Failure(.usage, "--over is given for one, two or three parameters.")
    }
    ranges = try command.over.map(Self.range)
    let names = reference.parameterNames
    for (name, _) in ranges where !names.contains(name) {
      let has = names.isEmpty ? "none" : names.joined(separator: ", ")
      throw Failure(.usage, "--over names '\(name)', but \(command.function) has \(has) to vary.")
    }
    guard Set(ranges.map(\.name)).count == ranges.count else {
      throw Failure(.usage, "--over names a parameter twice.")
    }
    try command.formulas.check(references)
    let values = try command.formulas.values()
    target = try references[1].function(values, role: "--to")
    fixed = try Self.fixed(values, beside: ranges.map(\.name), of: reference)
    let start = fixed.merging(ranges.map { ($0.name, $0.range.lowerBound) }) { $1 }
    try Quantity.check(
      [quantity], of: reference.functions(sweeping: start.mapValues { [$0] }) + [target])
  }

  /// The values of `--param`, one each, none of them of a parameter that is varied.
  private static func fixed(
    _ values: [String: [Double]], beside varied: [String], of reference: FunctionReference
  ) throws -> [String: Double] {
    if let name = varied.first(where: { values[$0] != nil }) {
      throw Failure(.usage, "'\(name)' is varied by --over and set by --param; give one of them.")
    }
    return try values.mapValues { list in
      guard list.count == 1 else {
        throw Failure(.usage, "--param sets one value beside --over, not a list of \(list.count).")
      }
      return list[0]
    }
  }

  /// `NAME=LO:HI`, the ends finite and ascending.
  private static func range(_ text: String) throws -> (name: String, range: ClosedRange<Double>) {
    let sides = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    guard sides.count == 2, let (low, high) = NumberText.ends(sides[1]), low < high else {
      throw Failure(.usage, "--over must be NAME=LO:HI with LO below HI, not '\(text)'.")
    }
    return (sides[0].lowercased(), low...high)
  }

  /// Searches; the command's errors stay its own.
  func fit() throws -> Fit {
    try Fit(
      reference, to: target, quantity, over: ranges, fixing: fixed, norm: norm, domain: domain)
  }

  /// Both functions and their difference; the title is made from them where nil.
  func figure(of fit: Fit, look: Look, title: String?) -> Figure {
    var request = PlotRequest(
      functions: [fit.function], reference: target, quantities: [quantity], domain: domain)
    request.look = look
    request.title = title
    return request.figureRequest().figure()
  }
}
