import Activations
import Exact
import FigureSpecification

/// What to check and against what, in plain values.
struct CheckRequest {
  let function: Function
  let quantity: Quantity
  /// The type of the results, where it was given.
  let type: FloatType?
  /// The largest error that is allowed, in ulp, if one is.
  let limit: Double?
  /// Whether x and y are rounded to the type before anything is made of them.
  let rounds: Bool
  /// Whether the truth is proved.
  let isExact: Bool

  /// What settings ask for, of a function.
  ///
  /// Throws a `Problem`.
  init(_ settings: Settings, of function: Function) throws {
    self.function = function
    quantity = try settings.value(Keys.checkQuantity)
    type = try settings.value(Keys.type)
    limit = try settings.value(Keys.limit)
    rounds = settings[Keys.rounds]
    isExact = settings[Keys.exact]
    try settings.check([quantity], of: [function], by: Keys.checkQuantity)
  }

  /// Reads the file of values and holds every one against the truth.
  ///
  /// Takes 16 bytes of memory a row. Throws a `Failure`: 66 where the file cannot be read, 65 where
  /// its content is wrong.
  func result(of path: String, telling progress: WorkProgress = .untold) throws -> CheckResult {
    progress.begin(.init(PairFile.shortName(path), counting: "rows"))
    var file = try PairFile(
      opening: path, columns: PairColumns(of: function, quantity), type: type)
    var tally = Tally(type: type ?? file.type ?? .f64)
    var sample = RowSample()
    var proved = ProvedColumns(function, isExact ? .all : .roundings)
    proved.progress = progress
    while var pairs = try file.next() {
      if rounds { pairs.round(to: tally.type) }
      let truths = proved.columns([quantity], at: pairs.xs, as: tally.type)
      tally.add(pairs, truths: truths[0])
      sample.add(pairs)
    }
    guard !tally.rows.isEmpty else {
      throw Failure(.data, "There is no row in \(file.name); give x and y.")
    }
    return CheckResult(
      self, path: path, tally: consume tally, sample: sample, undecided: proved.undecided)
  }
}
