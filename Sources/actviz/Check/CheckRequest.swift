import Activations

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

  /// Reads the arguments; throws a `Failure` (64) for wrong ones.
  init(function: Function, quantity: String, type: FloatType?, limit: String?, rounds: Bool) throws
  {
    self.rounds = rounds
    self.function = function
    self.quantity = try Self.quantity(named: quantity)
    try Quantity.check([self.quantity], of: [self.function])
    self.type = type
    self.limit = try limit.map { text in
      guard let limit = NumberText.number(text), limit >= 0, limit.isFinite else {
        throw Failure(.usage, "--max-ulp must be a number of ulp from 0 up, not '\(text)'.")
      }
      return limit
    }
  }

  private static func quantity(named text: String) throws -> Quantity {
    let name = text.lowercased()
    if let quantity = Quantity(rawValue: name) { return quantity }
    let names = Quantity.allCases.map(\.rawValue)
    throw Failure(
      .usage,
      "--quantity knows \(names.joined(separator: ", ")), not '\(text)'"
        + (nearest(to: name, among: names).map { "; did you mean '\($0)'?" } ?? "."))
  }

  /// Reads the file of values and holds every one against the truth.
  ///
  /// Takes 16 bytes of memory a row. Throws a `Failure`: 66 where the file cannot be read, 65 where
  /// its content is wrong.
  func result(of path: String) throws -> CheckResult {
    var file = try PairFile(
      opening: path, columns: PairColumns(of: function, quantity), type: type)
    var tally = Tally(type: type ?? file.type ?? .f64)
    var sample = RowSample()
    while var pairs = try file.next() {
      if rounds { pairs.round(to: tally.type) }
      let truths = function.activation.columns([quantity], at: pairs.xs, as: tally.type)[0]
      tally.add(pairs, truths: truths)
      sample.add(pairs)
    }
    guard !tally.rows.isEmpty else {
      throw Failure(.data, "There is no row in \(file.name); give x and y.")
    }
    return CheckResult(self, path: path, tally: consume tally, sample: sample)
  }
}
