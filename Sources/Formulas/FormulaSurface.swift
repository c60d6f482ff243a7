import Activations

/// A function of two variables that a formula in x and y states.
///
/// It is run as a function of one variable with the other held fixed: f, f_x and f_xx along x, f_y and f_yy along y, and f_xy as
/// the slope along x of f_y, which the rules of calculus write. So kernels, bounds on errors and proofs are those of functions
/// of x alone.
package struct FormulaSurface: Surface {
  /// Along x, with functions of the catalogue written out, for what its form tells.
  let writtenOut: Program?
  /// The formula with its parameters' values; nil for NaN everywhere.
  let source: Program.Source?
  private var alongX: Slice
  private var alongY: Slice
  /// f_y as it changes with x; nil where the language has no word for it.
  private var mixed: Slice?

  /// - Throws: `FormulaError` for a parameter of a function of the catalogue that changes with y, or is outside its domain.
  init(_ expression: Expression, parameters: [String: Double]) throws {
    try expression.checkThatFirstArgumentsKeep(parameters)
    let source = Program.Source(expression: expression, parameters: parameters)
    self.source = source
    var builder = ProgramBuilder()
    (builder.axis, builder.writesOut) = (.x, true)
    let result = try? builder.emit(expression, parameters: parameters)
    writtenOut = result.map { builder.program(of: $0) }
    alongX = try Slice(source, along: .x)
    alongY = try Slice(source, along: .y)
    mixed = try? Slice(source, along: .x, isMixed: true)
  }

  /// NaN everywhere.
  package init() {
    (alongX, alongY, mixed) = (.undefined, .undefined, .undefined)
    (writtenOut, source) = (nil, nil)
  }

  /// The same surface, its values proved where doubles lose digits; a proof is made from what a slice is said to be.
  package func proved(by proofs: (Statement) -> Proofs.Values?) -> FormulaSurface {
    var surface = self
    if let values = proofs(alongX.statement) { surface.alongX.prove(by: values) }
    if let values = proofs(alongY.statement) { surface.alongY.prove(by: values) }
    if let values = mixed.flatMap({ proofs($0.statement) }) { surface.mixed?.prove(by: values) }
    return surface
  }

  /// The same surface as far as a picture shows it, for what takes a great many values.
  package var pictured: FormulaSurface { withEverySlice { $0.settleForPictures() } }

  /// The same surface in doubles alone, for what takes many values.
  package var quick: FormulaSurface { withEverySlice { $0.settleNothing() } }

  private func withEverySlice(_ change: (inout Slice) -> Void) -> FormulaSurface {
    var surface = self
    change(&surface.alongX)
    change(&surface.alongY)
    if var slice = mixed {
      change(&slice)
      surface.mixed = slice
    }
    return surface
  }

  /// Whether the language has no word for a quantity of it.
  package func lacks(_ quantity: SurfaceQuantity) -> Bool { slice(quantity.course) == nil }

  /// What is said to be run on a course.
  package func statement(of course: SurfaceQuantity.Course) -> Statement? {
    slice(course)?.statement
  }

  /// What evaluates it along an axis.
  func program(along axis: Axis) -> Program {
    switch axis {
    case .x: alongX.program
    case .y: alongY.program
    }
  }

  /// The function as it changes with one variable, the other one held at a number.
  package func held(_ axis: Axis, at value: Double) -> HeldSlice {
    switch axis {
    case .x: HeldSlice(alongX, at: value)
    case .y: HeldSlice(alongY, at: value)
    }
  }

  private func slice(_ course: SurfaceQuantity.Course) -> Slice? {
    switch course {
    case .alongX: alongX
    case .alongY: alongY
    case .mixed: mixed
    }
  }

  package func columns(_ quantities: [SurfaceQuantity], at points: [Point]) -> [[Double]] {
    let none = Array(repeating: Double.nan, count: points.count)
    var columns = Array(repeating: none, count: quantities.count)
    for course in SurfaceQuantity.Course.allCases {
      let places = quantities.indices.filter { quantities[$0].course == course }
      guard let order = places.map({ quantities[$0].order }).max(), let slice = slice(course) else {
        continue
      }
      let run = points.map(course.place)
      let values = slice.columns(upTo: order, at: run.map(\.x), held: run.map(\.held))
      for place in places { columns[place] = values[Partial(x: quantities[place].order)] }
    }
    return columns
  }
}

extension SurfaceQuantity {
  /// Along which variable a quantity is had, the other one held fixed.
  package enum Course: CaseIterable, Sendable {
    case alongX, alongY
    /// Along x, of f_y.
    case mixed

    /// Where a program runs at a point.
    package func place(_ point: Point) -> RunPlace {
      self == .alongY ? RunPlace(point.y, held: point.x) : RunPlace(point.x, held: point.y)
    }
  }

  /// How it is had.
  package var course: Course {
    switch self {
    case .f, .fx, .fxx: .alongX
    case .fy, .fyy: .alongY
    case .fxy: .mixed
    }
  }

  /// How often it is differentiated on its course.
  package var order: Int {
    switch self {
    case .f: 0
    case .fx, .fy, .fxy: 1
    case .fxx, .fyy: 2
    }
  }
}

extension Expression {
  /// The name of the second variable.
  static let secondVariable = "y"

  /// Whether it is a function of x and y where parameters have values: y stands in it and is none of them.
  func hasTwoVariables(_ parameters: some Collection<String>) -> Bool {
    self.parameters.contains(Self.secondVariable) && !parameters.contains(Self.secondVariable)
  }

  /// Refuses a first argument of P(a, x), or a parameter of a function, that changes with y.
  func checkThatFirstArgumentsKeep(_ parameters: [String: Double]) throws(FormulaError) {
    var changes: [Bool] = []
    for node in nodes {
      var isChanging = node.operands.contains { changes[$0] }
      switch node.operation {
      case .parameter(Self.secondVariable): isChanging = parameters[Self.secondVariable] == nil
      case .binary(let function) where !function.variesInFirst && changes[node.operands[0]]:
        throw FormulaError(
          "The first argument of \(function.signature) cannot depend on y: "
            + "its derivative there has no closed form.", in: text,
          at: nodes[node.operands[0]].offset)
      case .catalogue, .derivative:
        if let place = node.operands.dropFirst().first(where: { changes[$0] }) {
          throw FormulaError(
            "A parameter cannot depend on y.", in: text, at: nodes[place].offset)
        }
      case .x, .number, .constant, .parameter, .add, .subtract, .multiply, .divide, .power, .negate,
        .intrinsic, .binary, .maximum, .minimum, .logSumExp, .component, .select:
        break
      }
      changes.append(isChanging)
    }
  }
}
