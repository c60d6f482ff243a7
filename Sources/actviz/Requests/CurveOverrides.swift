import Activations
import FigureSpecification
import Figures

/// What is asked of the look of single curves.
struct CurveOverrides {
  /// Something said of a curve that is called by its name, and where.
  private struct Named {
    let setting: Setting
    let name: String
    let change: @Sendable (inout CurveStyle.Own) -> Void
  }

  private var common = CurveStyle.Own()
  private var listed: [Int: [@Sendable (inout CurveStyle.Own) -> Void]] = [:]
  private var named: [Named] = []

  init() {}

  /// What settings ask for.
  ///
  /// Throws a `Problem`.
  init(_ settings: Settings) throws(Problem) {
    try take(Keys.color, settings) { $0.color = $1 }
    try take(Keys.width, settings) { $0.points = $1 }
    try take(Keys.dash, settings) { $0.dash = $1.pattern }
  }

  private mutating func take<Value: Sendable>(
    _ key: RepeatedKey<CurveChoice<Value>>, _ settings: Settings,
    _ change: @escaping @Sendable (inout CurveStyle.Own, Value) -> Void
  ) throws(Problem) {
    for (setting, choice) in zip(settings.all(key), try settings.values(key)) {
      switch choice {
      case .all(let value): change(&common, value)
      case .list(let values):
        for (index, value) in values.enumerated() {
          if let value { listed[index, default: []].append { change(&$0, value) } }
        }
      case .named(let name, let value):
        named.append(
          Named(setting: setting, name: Self.canonical(name)) { change(&$0, value) })
      }
    }
  }

  /// What is asked of a curve: of its place, and of its names.
  func own(at index: Int?, called names: [String], isGray: Bool = false) -> CurveStyle.Own {
    var own = isGray ? CurveStyle.Own() : common
    for change in index.flatMap({ listed[$0] }) ?? [] { change(&own) }
    guard !named.isEmpty else { return own }
    let names = names.map(Self.canonical)
    for change in named where names.contains(change.name) { change.change(&own) }
    return own
  }

  /// What is said of curves that are not among those with these names.
  func strangers(among names: [String], shown: [String]) -> [Stranger] {
    guard !named.isEmpty else { return [] }
    let known = Set(names.map(Self.canonical))
    return named.filter { !known.contains($0.name) }.map { stranger in
      var unique: [String] = []
      for name in (shown.isEmpty ? names : shown).map(RichText.linear)
      where !name.isEmpty && !unique.contains(name) {
        unique.append(name)
      }
      let list = unique.prefix(12).joined(separator: ", ") + (unique.count > 12 ? ", …" : "")
      let wanted = stranger.setting.value.prefix { $0 != "=" }
      let end = NearestName.question(wanted.lowercased(), among: unique).map { "; \($0)" } ?? "."
      let problem = stranger.setting.problem(
        "\(stranger.setting.key.name) '\(stranger.setting.value)' names no curve of \(list)\(end)")
      return Stranger(value: stranger.setting.value, problem: problem)
    }
  }

  /// A name without what typing it may leave out: case, blanks, and that a formula was typeset.
  private static func canonical(_ name: String) -> String {
    String(RichText.linear(name).lowercased().map { $0 == "-" ? "_" : $0 }.filter { $0 != " " })
  }
}

/// What is said of a curve that is not there.
struct Stranger {
  /// The value that says it.
  let value: String
  let problem: Problem

  /// Whether both are of the same value at the same place.
  func isSame(as other: Stranger) -> Bool {
    value == other.value && problem.place == other.problem.place && problem.key == other.problem.key
  }
}

extension Function {
  /// What a user may call it: its name with its parameters as they are typed or shown, or what it was named.
  var calls: [String] {
    let parameters = given.map { "\($0.parameter.name)=\(Decimal.text($0.value))" }
    return [legend, name, label, "\(name):\(parameters.joined(separator: ","))"]
  }
}
