import Activations

/// A function of two variables as it changes with one of them.
struct Slice: Sendable {
  /// What evaluates it.
  let program: Program
  /// What it is said to be, from which exact values can be had.
  let statement: Statement
  private var settlement: Settlement?

  /// f along a variable; or where `isMixed`, along x its slope in y.
  ///
  /// - Throws: `FormulaError` for a parameter of a function of the catalogue that is outside its domain; `Underivable` for a slope
  ///   that the language has no word for.
  init(_ source: Program.Source, along axis: Axis, isMixed: Bool = false) throws {
    program = try Self.program(ProgramBuilder(Rewrite.all), source, axis, isMixed)
    statement = Statement(of: try Self.program(ProgramBuilder(), source, axis, isMixed))
    let precise = try? Self.program(.precise, source, axis, isMixed)
    self.precise = precise.map(PreciseProgram.init)
  }

  private let precise: PreciseProgram?

  /// NaN everywhere.
  static let undefined = Slice()

  private init() {
    (program, statement, precise) = (.undefined, Statement(of: .undefined), nil)
  }

  private static func program(
    _ builder: ProgramBuilder, _ source: Program.Source, _ axis: Axis, _ isMixed: Bool
  ) throws -> Program {
    var builder = builder
    builder.axis = axis
    guard isMixed else {
      let result = try builder.emit(source.expression, parameters: source.parameters)
      return builder.program(of: result)
    }
    // The rules of calculus know plain programs, with functions of the catalogue written out.
    var plain = ProgramBuilder()
    (plain.axis, plain.writesOut) = (.y, true)
    let f = try plain.emit(source.expression, parameters: source.parameters)
    let slope = try plain.slope(of: f)
    let result = builder.emit(plain.program(of: slope).turned, of: builder.emit(.x))
    return builder.program(of: result)
  }

  /// Has values proved where doubles lose digits.
  mutating func prove(by proofs: @escaping Proofs.Values) {
    settlement = Settlement(precise, proofs)
  }

  /// Has values as a picture shows them, whose colours tell a thousandth: of pairs of doubles where a millionth may be lost.
  mutating func settleForPictures() {
    settlement = Settlement(precise, slack: 0x1p30) { $0.map(\.plain) }
  }

  /// Has values of doubles alone.
  mutating func settleNothing() { settlement = nil }

  /// The value and as many derivatives as are asked for, at every place.
  func columns(upTo order: Int, at xs: [Double], held: [Double]) -> JetColumns {
    program.columns(.upTo(order), at: xs, held: held, settlement)
  }
}
