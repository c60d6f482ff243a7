import Activations
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
    columns = try ColumnChoice(settings)
    isRaw = try settings.isRaw
    if !quantity.isOfTwoVariables {
      try ColumnChoice.refuse(
        [Keys.zColumn], settings, "\(function.name) is a function of x alone")
    }
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
    var tally = Tally(type: type ?? file.type ?? .f64, threshold: limit ?? 1)
    var sample = RowSample()
    var truths = Truths(
      of: function, quantity, isExact ? .all : .roundings, telling: progress)
    while var rows = try file.next() {
      if rounds { rows.round(to: tally.type) }
      let answers = Answers(rows, isOfPlane: quantity.isOfTwoVariables)
      tally.add(answers, truths: truths.values(at: answers, as: tally.type))
      sample.add(answers)
    }
    guard tally.count > 0 else {
      let columns = quantity.isOfTwoVariables ? "x, y and z" : "x and y"
      throw Failure(.data, "There is no row in \(file.name); give \(columns).")
    }
    return CheckResult(
      self, files: group, tally: consume tally, sample: sample, undecided: truths.undecided)
  }
}
