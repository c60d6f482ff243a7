import Activations
import Formulas

extension WrittenFunction {
  /// Writes quantities of a function of x and y, each along the variable along which it errs least.
  ///
  /// - Parameter isInline: Whether parameters that were not given have their values in the code too.
  /// - Throws: `CodePrograms.Obstacle` where there is no code.
  package init(
    _ function: Function, _ type: FloatType, quantities: [SurfaceQuantity], isInline: Bool,
    for dialect: Dialect
  ) throws(CodePrograms.Obstacle) {
    guard !quantities.contains(.fxy) else {
      throw CodePrograms.Obstacle("fxy is a slope of a slope in another variable")
    }
    let free = function.settings.filter { !isInline && !function.given.contains($0) }
    let parameters = free.map { Argument($0, of: function.family, type) }
    let variable = Argument(variable: Axis.x.held, type)
    func parts(_ parameters: [Argument]) throws(CodePrograms.Obstacle) -> [Part] {
      let writer = SurfaceWriter(
        function: function, type: type, parameters: parameters, dialect: dialect)
      var parts: [Part] = []
      for quantity in quantities {
        parts.append(try writer.part(quantity, isStrict: !parameters.isEmpty))
      }
      return parts
    }
    let oneSided = parameters.map(\.oneSided)
    for parameters in oneSided == parameters ? [parameters] : [parameters, oneSided]
    where !parameters.isEmpty {
      guard let parts = try? parts(parameters) else { continue }
      self.init(function, type, [variable] + parameters, parts)
      return
    }
    self.init(function, type, [variable], try parts([]))
    settled = free
  }

  /// What the names of a quantity end with: `_df`, `_gate`; of a function of two variables `_dx` and `_dy`.
  package func ending(of part: Part) -> String {
    guard part.quantity != .f else { return "" }
    return !arguments.contains(where: \.isVariable)
      ? "_\(part.quantity.rawValue)" : "_d" + String(repeating: "\(part.slope)", count: part.order)
  }
}

/// Writes quantities of a function of two variables.
private struct SurfaceWriter {
  let function: Function
  let type: FloatType
  let parameters: [Argument]
  let dialect: Dialect

  /// The code that holds its bar first: along one variable or the other, in one piece or in two; else the best, where that will do.
  func part(_ quantity: SurfaceQuantity, isStrict: Bool) throws(CodePrograms.Obstacle)
    -> WrittenFunction.Part
  {
    let slope: Axis = quantity.course == .alongY ? .y : .x
    let other: Axis = slope == .x ? .y : .x
    var benches: [(axis: Axis, order: Int, bench: Workbench)] = []
    var best: WrittenFunction.Part?
    func consider(_ part: WrittenFunction.Part, along axis: Axis) {
      var part = WrittenFunction.Part(
        order: quantity.order, code: part.code, result: part.result,
        measurement: part.measurement, isHarmless: part.isHarmless)
      (part.axis, part.slope) = (axis, slope)
      part.quantity = [.f, .df, .d2f][quantity.order]
      let isBetter = best.map {
        $0.isHarmless == part.isHarmless
          ? part.measurement.isBetter(than: $0.measurement) : part.isHarmless
      }
      if isBetter ?? true { best = part }
    }
    for axis in quantity.order < 2 ? [slope, other] : [slope] {
      let isAcross = axis != slope && quantity.order == 1
      let order = isAcross ? 0 : quantity.order
      let bench = try bench(axis, order, isAcross: isAcross)
      consider(try bench.part(order), along: axis)
      if let best, best.measurement.excess <= 1, best.isHarmless { return best }
      benches.append((axis, order, bench))
    }
    guard !isStrict else {
      if let best, best.measurement.excess <= 1 { return best }
      throw CodePrograms.Obstacle("no form of it holds for all values of its arguments")
    }
    for (axis, order, bench) in benches { consider(try bench.halved(order), along: axis) }
    guard let best else { throw CodePrograms.Obstacle("nothing was measured") }
    return best
  }

  private func bench(_ axis: Axis, _ order: Int, isAcross: Bool) throws(CodePrograms.Obstacle)
    -> Workbench
  {
    guard let along = function.along(axis), let exchanged = function.exchanged else {
      throw CodePrograms.Obstacle("f is no formula of x and y")
    }
    return try Workbench(
      along, type, upTo: order, [Argument(variable: axis.held, type)] + parameters,
      across: isAcross ? axis == .x ? function : exchanged : nil, dialect)
  }
}
