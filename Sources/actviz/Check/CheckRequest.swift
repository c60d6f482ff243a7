import Activations
import Blocks
import Exact
import FigureSpecification

/// What to check and against what, in plain values.
struct CheckRequest {
  let function: Function
  let quantity: CheckedQuantity
  /// The type of the results, where it was given.
  let type: FloatType?
  /// The largest error that is allowed, in ulp, if one is.
  let limit: Double?
  /// Whether all numbers of a file are rounded to the type before anything is made of them.
  let rounds: Bool
  /// How many of the worst rows are told.
  private let worstCount: Int
  /// Whether 0 is right for what is subnormal.
  private let flushes: Bool
  /// Whether the truth is proved.
  let isExact: Bool
  /// Which columns of the files are meant.
  private let columns: ColumnChoice
  /// Whether files are nothing but numbers.
  let isRaw: Bool

  /// What settings ask for, of a function.
  ///
  /// Throws a `Problem`.
  init(_ settings: Settings, of function: Function) throws {
    self.function = function
    quantity = try CheckedQuantity(settings, of: function)
    type = try settings.value(Keys.type)
    limit = try settings.value(Keys.limit)
    rounds = settings[Keys.rounds]
    isExact = settings[Keys.exact]
    worstCount = try settings.value(Keys.worst) ?? 0
    flushes = settings[Keys.flushes]
    columns = try ColumnChoice(settings)
    isRaw = try settings.isRaw
    if !quantity.isOfTwoVariables {
      try ColumnChoice.refuse(
        [Keys.zColumn], settings, "\(function.name) is a function of x alone")
    }
  }

  /// How values of a type are counted, where it is known of how many.
  private func rules(in type: FloatType, count: Int? = nil) -> TallyRules {
    var rules = TallyRules(type: type, threshold: limit ?? 1, worstCount: worstCount)
    rules.mirror = TallyRules.Mirror(of: function, quantity)
    // A picture shows a hundred thousand rows as well as more.
    rules.chunk = max(1, (count ?? 0) >> 17)
    if flushes, !quantity.isOfTwoVariables {
      var truths = Truths(of: function, quantity)
      let zeros = truths.values(at: Answers(at: [-0.0, 0]), as: type)
      rules.flushed = (zeros[0], zeros[1])
    }
    return rules
  }

  /// Reads the file of values and holds every one against the truth.
  ///
  /// Takes the same memory however many rows there are. Throws a `Failure`: 66 where the file cannot be read, 65 where
  /// its content is wrong.
  func result(of group: FileGroup, telling progress: WorkProgress = .untold) throws -> CheckResult {
    progress.begin(.init(group.shortName, counting: "rows"))
    let reading = PairReading(
      columns: .values(ValueColumns(of: function, quantity.name, columns)), type: type,
      rawType: isRaw ? type : nil)
    var file = try group.open(reading)
    let type = type ?? file.type ?? .f64
    let (rounds, isOfPlane) = (rounds, quantity.isOfTwoVariables)
    let work = try CheckWork(
      self, rules(in: type), telling: progress, on: try BlockEngine.asked()
    ) {
      () throws -> CheckWork.Block? in
      guard let rows = try file.nextRows(CheckWork.rows) else { return nil }
      return { () throws(Failure) in
        var pairs = try rows.pairs()
        if rounds { pairs.round(to: type) }
        return Answers(pairs, isOfPlane: isOfPlane)
      }
    }
    guard work.tally.count > 0 else {
      let columns = isOfPlane ? "x, y and z" : "x and y"
      throw Failure(.data, "There is no row in \(file.name); give \(columns).")
    }
    return CheckResult(
      self, work, fileName: group.shortName, path: group.paths.joined(separator: " "))
  }

  /// Asks a program for its values and holds every one against the truth.
  ///
  /// A program that fails on the way is told with what came before. Throws a `Failure` where nothing came: 66 where it could
  /// not be started or found, else 65.
  func result(of program: Program, at inputs: Inputs, telling progress: WorkProgress = .untold)
    throws
    -> CheckResult
  {
    Interrupt.note()
    progress.begin(.init(program.name, counting: "values", total: inputs.count))
    var (run, failure, number) = (nil as ProgramRun?, nil as ProgramFailure?, 0)
    let work = try CheckWork(
      self, rules(in: program.type, count: inputs.count), telling: progress,
      on: try BlockEngine.asked()
    ) {
      () -> CheckWork.Block? in
      do throws(ProgramFailure) {
        if run == nil { run = try ProgramRun(program, inputs) }
        guard let answers = try run?.next() else { return nil }
        defer { number += 1 }
        return { [number] in Answers(inputs, block: number, answers) }
      } catch {
        failure = error
        return nil
      }
    }
    // The program is ended before others of its kind are started.
    run = nil
    let fault = failure.map { ProgramFault($0, of: program, at: inputs, telling: progress) }
    if let fault, work.tally.count == 0 { throw fault.failure }
    return CheckResult(
      self, work, fileName: program.name, path: program.name, isOfProgram: true, fault)
  }
}
