import Activations
import Exact
import Formulas

/// What code is composed from: the programs of a function and its derivatives, and proved values for each set of its arguments' values.
struct Workbench {
  private let programs: [Program]
  private var truths: [Truth]
  /// Lines of a function of two variables between those of which code was made.
  private var others: [Truth] = []
  private let kinks: [Double]
  private let turns: [[Double]]
  private let gates: [Double: GammaGate]
  private let dialect: Dialect
  /// Up to which |x| is looked.
  ///
  /// Not infinite where arguments of waves are rounded beyond, but in two variables.
  let reach: Double

  /// Operations of a function of which forms are tried: 100 take a minute.
  private static let most = 200
  /// Kinks at which code is taken apart.
  private static let mostKinks = 24

  /// - Parameter surface: Where that is given, what is written is its slope in y, as it changes with x.
  init(
    _ function: Function, _ type: FloatType, upTo highest: Int, _ arguments: [Argument],
    across surface: Function? = nil, _ dialect: Dialect, _ care: Care = .published
  ) throws(CodePrograms.Obstacle) {
    let names = arguments.map(\.name)
    programs =
      surface == nil
      ? try CodePrograms(function, upTo: highest, arguments: names).programs
      : try CodePrograms(slopeInArgumentOf: function, arguments: names).programs
    let size = programs[0].instructions.count
    guard size <= Self.most else {
      throw CodePrograms.Obstacle(
        "it has \(size) operations, and forms are tried of at most \(Self.most)")
    }
    gates = Dictionary(
      Set(programs.flatMap(\.shapes)).compactMap { shape in
        GammaGate(shape, type).map { (shape, $0) }
      }, uniquingKeysWith: { $1 })
    let sets = Argument.sets(arguments)
    let members = arguments.isEmpty ? [function] : sets.map { function.setting(arguments, to: $0) }
    let all = Seams.shared(by: members.map { $0.activation.kinks.map(\.x) })
    // Stairs have them without end, and need no code of their own between two.
    let kinks = all.count > Self.mostKinks ? [] : all
    let turns = programs.map { Seams.turns(of: $0, sets) }
    let seams = Array(Set(all + turns.flatMap { $0 })).sorted()
    let isSliced = arguments.contains(where: \.isVariable)
    let reach =
      isSliced
      ? .infinity : min(WaveReach.reach(of: programs, sets, type), care.reach)
    self.reach = reach
    func truths(_ members: [Function], _ sets: [[Double]], step: Int) throws(CodePrograms.Obstacle)
      -> [Truth]
    {
      var truths: [Truth] = []
      for (place, (member, values)) in zip(members, sets).enumerated() {
        guard
          let truth = Truth(
            member, type, upTo: highest, around: seams, arguments: values, upTo: reach,
            beside: truths.first,
            slice: isSliced ? .init(place: place, step: step) : nil,
            stated: surface.flatMap { Self.slope(of: $0, arguments, values) }, care)
        else { throw CodePrograms.Obstacle("its values cannot be proved") }
        truths.append(truth)
      }
      return truths
    }
    self.truths = try truths(members, sets, step: 4)
    (self.kinks, self.turns) = (kinks, turns)
    self.dialect = dialect
    guard isSliced else { return }
    let denser = arguments.map { $0.isVariable ? $0.denser(type) : $0 }
    let more = Argument.sets(denser)
    others = try truths(more.map { function.setting(denser, to: $0) }, more, step: 32)
  }

  /// Proved values of the slope in y of a function of two variables along x, y being the first of its arguments.
  private static func slope(of surface: Function, _ arguments: [Argument], _ values: [Double])
    -> ExactFunction?
  {
    let member = surface.setting(Array(arguments.dropFirst()), to: Array(values.dropFirst()))
    guard let along = member.surface as? FormulaSurface,
      let statement = along.statement(of: .mixed)
    else { return nil }
    var exact = ExactFunction(statement)
    exact.held = values[0]
    return exact
  }

  /// The code of the derivative of an order, made anew as long as more errors are seen where its own comparisons turn.
  mutating func settledPart(_ order: Int, _ arguments: [Argument]) throws(CodePrograms.Obstacle)
    -> WrittenFunction.Part
  {
    var (part, rounds) = (try part(order, truths), 3)
    while part.look(&truths), rounds > 0 {
      (part, rounds) = (try self.part(order, truths), rounds - 1)
    }
    guard arguments.isEmpty || part.measurement.excess <= 1 else {
      throw CodePrograms.Obstacle("no form of it holds for all values of its arguments")
    }
    return part
  }

  /// The same; where not all are needed nil of one without code.
  mutating func part(of order: Int, _ arguments: [Argument], _ isNeeded: Bool)
    throws(CodePrograms.Obstacle) -> WrittenFunction.Part?
  {
    do {
      return try settledPart(order, arguments)
    } catch  where !isNeeded {
      return nil
    }
  }

  /// The code of the derivative of an order of a function of two variables.
  func part(_ order: Int) throws(CodePrograms.Obstacle) -> WrittenFunction.Part {
    measured(try part(order, truths))
  }

  /// Code that stands for the derivative of an order, measured as it is.
  func part(_ order: Int, _ code: Code, _ result: Int) -> WrittenFunction.Part {
    let (kept, places) = code.pruned(to: [result])
    return WrittenFunction.Part(
      order: order, code: kept, result: places[0],
      measurement: Measurement(kept, places[0], truths, order: order))
  }

  /// With the errors on all lines, of a function of two variables.
  private func measured(_ part: WrittenFunction.Part) -> WrittenFunction.Part {
    guard !others.isEmpty else { return part }
    return WrittenFunction.Part(
      order: part.order, code: part.code, result: part.result,
      measurement: Measurement(part.code, part.result, truths + others, order: part.order),
      isHarmless: part.isHarmless)
  }

  private func part(_ order: Int, _ truths: [Truth]) throws(CodePrograms.Obstacle)
    -> WrittenFunction.Part
  {
    try Composer(
      programs[order], order, truths, seams: Array(Set(kinks + turns[order])).sorted(),
      gates: gates, dialect
    ).part()
  }

  /// The same, with forms of their own for both signs of the first argument.
  func halved(_ order: Int) throws(CodePrograms.Obstacle) -> WrittenFunction.Part {
    let left = try part(order, truths.filter { $0.arguments[0] < 0 })
    let right = try part(order, truths.filter { $0.arguments[0] > 0 })
    var code = right.code
    let other = code.take(left.code, left.result)
    let isLeft = (code.emit(.argument(0)), code.number(0))
    let result = code.emit(.select(.less, isLeft.0, isLeft.1, other, otherwise: right.result))
    let (kept, places) = code.pruned(to: [result])
    return measured(
      WrittenFunction.Part(
        order: order, code: kept, result: places[0], measurement: left.measurement,
        isHarmless: left.isHarmless && right.isHarmless))
  }
}

extension Program {
  /// The shapes of all gennorm that it calls.
  fileprivate var shapes: [Double] {
    callees.filter { $0.family.name == "gennorm" }.compactMap(\.values.last)
  }
}
