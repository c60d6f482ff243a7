import Activations

/// The closed form that a quantity is had from: a function of its own, and how often that is differentiated.
///
/// f, f′ and f″ come from f, and where f is an integral f′ and f″ from what is integrated; H and H′ from the gate, H′ of what is
/// stated by its density from that; 2H − 1 from the gate, without what would cancel.
package struct ClosedForm: Sendable {
  package let function: Function
  package let order: Int

  /// - Parameters:
  ///   - arguments: The parameters that have no values.
  ///   - isTextbook: Whether it is to be read.
  /// - Throws: `CodePrograms.Obstacle` where there is none.
  package init(
    of quantity: Quantity, _ function: Function, arguments: [String] = [],
    isTextbook: Bool = false
  ) throws(CodePrograms.Obstacle) {
    guard quantity != .f else {
      (self.function, order) = (function, 0)
      return
    }
    let stated = try CodeStatement(function, arguments, isTextbook: isTextbook)
    switch quantity {
    case .f, .df, .d2f:
      if function.construction == .integral {
        self.function = function.stated(by: try stated.gate, as: "gate")
      } else if stated.kind == .slope {
        self.function = function.stated(by: stated.expression, as: "slope")
      } else {
        (self.function, order) = (function, quantity.order)
        return
      }
      order = quantity.order - 1
    case .gate:
      (self.function, order) = (function.stated(by: try stated.gate, as: "gate"), 0)
    case .density where stated.kind == .density:
      let density = try Self.density(of: function, stated, arguments)
      (self.function, order) = (function.stated(by: density, as: "density"), 0)
    case .density:
      (self.function, order) = (function.stated(by: try stated.gate, as: "gate"), 1)
    case .sign:
      let gate = try stated.gate
      guard let sign = try? gate.signOfGate() else {
        throw CodePrograms.Obstacle("2H − 1 of it is too long")
      }
      (self.function, order) = (function.stated(by: sign, as: "sign"), 0)
    }
  }

  /// What is stated up to a factor, over its integral.
  private static func density(
    of function: Function, _ stated: CodeStatement, _ arguments: [String]
  ) throws(CodePrograms.Obstacle) -> Expression {
    guard arguments.isEmpty, let whole = (function.activation as? FormulaDensity)?.wholeIntegral,
      let density = try? stated.expression.divided(by: whole)
    else {
      throw CodePrograms.Obstacle("the density that states it has no integral to be divided by")
    }
    return density
  }
}

extension CodeStatement {
  /// The gate.
  fileprivate var gate: Expression {
    get throws(CodePrograms.Obstacle) {
      switch kind {
      case .gate, .sign: return expression
      case .density:
        throw CodePrograms.Obstacle("its gate is an integral without a closed form")
      case .activation:
        if let gate = expression.gateOfProduct { return gate }
        throw CodePrograms.Obstacle("it is not of the form x·H(x)")
      case .slope: throw CodePrograms.Obstacle("it is not of the form x·H(x)")
      }
    }
  }
}

extension Function {
  /// The function that an expression of the same parameters states as f.
  fileprivate func stated(by expression: Expression, as word: String) -> Function {
    Formula(stating: expression, text: "\(word) of \(family.name)", family.parameters)
      .family(ofTwoVariables: false).function(named: name, given: settings)
  }
}

extension Formula {
  fileprivate init(stating expression: Expression, text: String, _ parameters: [Parameter]) {
    kind = .activation
    (self.text, self.expression, defaults) = (text, expression, parameters)
  }
}

extension Expression {
  fileprivate func divided(by number: Double) throws(FormulaError) -> Expression {
    var quotient = self
    let whole = nodes.count - 1
    let divisor = try quotient.append(.number(number), at: 0)
    _ = try quotient.append(.divide, [whole, divisor], at: 0)
    return quotient
  }
}
