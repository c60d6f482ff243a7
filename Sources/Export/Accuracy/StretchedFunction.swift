import Activations
import Formulas

extension WrittenFunction {
  /// Writes a function that one of its arguments p stretches, f(x; p) = f(s·x; 1)·s^k with a power s of p, by its code for p = 1.
  ///
  /// Whether one does, and by which powers, tells the measurement: nil where nothing holds the bar.
  static func stretched(
    _ function: Function, _ type: FloatType, quantities: [Quantity], arguments: [Argument],
    for dialect: Dialect, _ care: Care
  ) -> WrittenFunction? {
    for place in arguments.indices {
      let unit = function.setting([arguments[place]], to: [1])
      let others = arguments.enumerated().filter { $0.offset != place }.map(\.element)
      guard
        let code = try? WrittenFunction(
          unit, type, quantities: quantities, arguments: others, isHeld: false, for: dialect, care)
      else { continue }
      let parts = code.parts.compactMap {
        stretched($0, by: place, of: function, type, arguments, dialect, care)
      }
      guard parts.count == code.parts.count else { continue }
      return WrittenFunction(function, type, arguments, parts)
    }
    return nil
  }

  private static func stretched(
    _ part: Part, by place: Int, of function: Function, _ type: FloatType, _ arguments: [Argument],
    _ dialect: Dialect, _ care: Care
  ) -> Part? {
    guard
      let form = try? ClosedForm(
        of: part.quantity, function, arguments: arguments.map(\.name)),
      let bench = try? Workbench(
        form.function == function ? function : form.function.proved, type, upTo: form.order,
        arguments, dialect, care)
    else { return nil }
    let choices = Stretching.all(by: place).map { stretching in
      var code = Code(type, dialect)
      let result = stretching.apply(to: part.code, part.result, &code)
      return bench.part(form.order, code, result)
    }
    var best = choices.min { $0.measurement.excess < $1.measurement.excess }
    best?.quantity = part.quantity
    return best.flatMap { $0.measurement.excess <= 1 ? $0 : nil }
  }
}

/// How an argument p stretches a function: x is multiplied by s and the value by s^degree, where s is a power of p.
private struct Stretching {
  enum Power: CaseIterable {
    case whole, inverse, root, inverseRoot
  }

  /// The argument, by its place behind x.
  let place: Int
  let power: Power
  let degree: Int

  /// All that are tried: slopes of a function that is itself divided by s have the next degree.
  static func all(by place: Int) -> [Stretching] {
    Power.allCases.flatMap { power in
      (-1...2).map { Stretching(place: place, power: power, degree: $0) }
    }
  }

  /// Adds the stretched code of a function that has the other arguments.
  func apply(to other: Code, _ result: Int, _ code: inout Code) -> Int {
    let argument = code.emit(.argument(place))
    let isRoot = power == .root || power == .inverseRoot
    let isInverse = power == .inverse || power == .inverseRoot
    let factor = isRoot ? code.emit(.root(argument)) : argument
    let x = code.emit(.x)
    let inner = code.emit(isInverse ? .divide(x, factor) : .multiply(x, factor))
    var value = code.take(other, result) { code, step in
      switch step {
      case .x: inner
      case .argument(let other) where other >= place: code.emit(.argument(other + 1))
      default: nil
      }
    }
    for _ in 0..<degree.magnitude {
      value = code.emit(
        (degree > 0) == isInverse ? .divide(value, factor) : .multiply(value, factor))
    }
    return value
  }
}

extension Code {
  /// Takes over a result of other code, some steps replaced by what stands here.
  fileprivate mutating func take(
    _ other: Code, _ result: Int, replacing replacement: (inout Code, Step) -> Int?
  ) -> Int {
    var places: [Int] = []
    for step in other.steps {
      places.append(replacement(&self, step) ?? emit(step.mapOperands { places[$0] }))
    }
    return places[result]
  }
}
