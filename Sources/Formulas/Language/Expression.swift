import Activations

/// A formula that was understood: a list of nodes in which operands stand before what uses them.
///
/// Being a list and not a tree, it is walked by loops alone: no depth of nesting can overflow the
/// stack.
package struct Expression: Sendable {
  /// How two numbers are compared.
  package enum Comparison: String, Hashable, Sendable {
    case less = "<"
    case lessOrEqual = "<="
    case greater = ">"
    case greaterOrEqual = ">="
    case equal = "=="
    case unequal = "!="
  }

  /// A number that has a name and no last digit.
  enum Constant: String, CaseIterable, Sendable {
    case pi, e

    /// The double nearest to it.
    var value: Double {
      switch self {
      case .pi: .pi
      case .e: 2.718281828459045
      }
    }
  }

  /// What a node computes from its operands.
  enum Operation: Sendable {
    case x
    case number(Double)
    case constant(Constant)
    case parameter(String)
    case add, subtract, multiply, divide, power
    case negate
    case intrinsic(Intrinsic)
    case binary(BinaryIntrinsic)
    case maximum, minimum
    /// ln Σ e^u over any number of operands.
    case logSumExp
    /// A component of a function of all operands, by its place from 0.
    case component(Int, of: VectorFunction)
    /// left, right, then what is taken where the comparison holds, and where not.
    case select(Comparison)
    /// A function of the catalogue: x, then one operand for each of the parameters.
    case catalogue(FunctionFamily, [Parameter])
    /// A derivative of a function: x, then one operand for each of its parameters.
    case derivative(Int, of: Quote)
  }

  /// One step.
  struct Node: Sendable {
    var operation: Operation
    var operands: [Int] = []
    /// The character of the formula where it stands.
    var offset: Int
    /// Whether it changes with x.
    var varies: Bool
  }

  /// The most nodes that a formula may have, definitions written out.
  static let most = 2000

  var nodes: [Node] = []
  /// The formula's text, for errors that only values bring to light.
  var text: String
  /// The names among the parameters that functions have too: they may have been meant.
  var functionNames: Set<String> = []

  /// The names of the parameters, in the order in which they first occur.
  var parameters: [String] {
    var names: [String] = []
    for node in nodes {
      if case .parameter(let name) = node.operation, !names.contains(name) { names.append(name) }
    }
    return names
  }

  /// Appends a node and gives its index.
  mutating func append(_ operation: Operation, _ operands: [Int] = [], at offset: Int)
    throws(FormulaError) -> Int
  {
    guard nodes.count < Self.most else {
      throw FormulaError(
        "A formula has at most \(Self.most) operations, definitions written out.", in: text,
        at: offset)
    }
    if case .binary(let function) = operation, !function.variesInFirst, nodes[operands[0]].varies {
      throw FormulaError(
        "The first argument of \(function.signature) cannot depend on x: "
          + "its derivative there has no closed form.", in: text, at: nodes[operands[0]].offset)
    }
    var varies = operands.contains { nodes[$0].varies }
    if case .x = operation { varies = true }
    nodes.append(Node(operation: operation, operands: operands, offset: offset, varies: varies))
    return nodes.count - 1
  }

  /// Writes out another expression with x and its parameters replaced by nodes of this one.
  mutating func inline(
    _ body: Expression, x: Int, parameters: [String: Int], at offset: Int
  ) throws(FormulaError) -> Int {
    var places: [Int] = []
    for node in body.nodes {
      if case .x = node.operation {
        places.append(x)
      } else if case .parameter(let name) = node.operation, let value = parameters[name] {
        places.append(value)
      } else {
        places.append(
          try append(node.operation, node.operands.map { places[$0] }, at: offset))
      }
    }
    return places.last ?? x
  }
}
