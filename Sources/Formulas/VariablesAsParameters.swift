import Activations

// Functions of two variables as functions of one, of which the other variable is a parameter.

extension Axis {
  /// What the other variable is called.
  package var held: String { self == .x ? "y" : "x" }
}

extension Function {
  /// The function along one of its variables, with the other one as its first parameter; nil for a function of x alone.
  package func along(_ axis: Axis) -> Function? {
    guard let source = (surface as? FormulaSurface)?.source else { return nil }
    let expression = axis == .x ? source.expression : source.expression.exchanged
    let held = Parameter(axis.held, axis.held, default: 1, .finite)
    let formula = Formula(
      Definition(
        name: family.name, parameters: [held] + family.parameters, body: expression,
        hasTwoVariables: false))
    return formula.family(ofTwoVariables: false).function(named: name, given: given)
  }
}

extension Function {
  /// The function of two variables with x and y exchanged; nil for one of x alone.
  package var exchanged: Function? {
    guard let source = (surface as? FormulaSurface)?.source,
      let other = try? FormulaSurface(source.expression.exchanged, parameters: source.parameters)
    else { return nil }
    return Function(self, surface: other)
  }
}

extension Expression {
  /// The formula with x and y exchanged.
  fileprivate var exchanged: Expression {
    var expression = self
    for (place, node) in nodes.enumerated() {
      if case .x = node.operation {
        expression.nodes[place].operation = .parameter("x")
        expression.nodes[place].varies = false
      } else if case .parameter(Self.secondVariable) = node.operation {
        expression.nodes[place].operation = .x
        expression.nodes[place].varies = true
      } else {
        expression.nodes[place].varies = node.operands.contains {
          expression.nodes[$0].varies
        }
      }
    }
    return expression
  }
}
