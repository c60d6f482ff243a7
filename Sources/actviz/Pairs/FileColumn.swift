import FigureSpecification

/// A column of a file that is meant, and how its numbers are written.
struct FileColumn: Equatable, Sendable {
  enum Form: Equatable, Sendable {
    case number
    /// Bit patterns of a type: `0x3f80`, or a whole number.
    case bits
  }

  /// Counted from 0.
  var index: Int
  var form = Form.number
}

/// Which columns were asked for, by name or by place counted from 1.
struct ColumnChoice {
  var x: String?
  var y: String?
  var z: String?

  init() {}

  /// What settings ask for.
  ///
  /// Throws a `Problem`.
  init(_ settings: Settings) throws(Problem) {
    x = try settings.value(Keys.xColumn)
    y = try settings.value(Keys.yColumn)
    z = try settings.value(Keys.zColumn)
  }

  /// Throws a `Problem` where a column is asked for that has no meaning.
  static func refuse(_ keys: [OptionalKey<String>], _ settings: Settings, _ why: String)
    throws(Problem)
  {
    for key in keys where settings.has(key) {
      throw settings.problem(key, "\(key.name) names a column of a file, and \(why).")
    }
  }

  /// How the three are asked for, in a sentence.
  static func options(_ names: some Sequence<String>) -> String {
    names.map { "--\($0) NAME" }.joined(separator: " ")
  }
}

extension Settings {
  /// Whether a file is nothing but numbers of the type that is given.
  ///
  /// Throws a `Problem` where none is, or where columns are to be chosen.
  var isRaw: Bool {
    get throws(Problem) {
      guard try value(Keys.inputFormat) != nil else { return false }
      guard has(Keys.type) else {
        throw problem(
          Keys.inputFormat,
          "\(Keys.inputFormat.name) raw needs \(Keys.type.name), the type of the numbers.")
      }
      try ColumnChoice.refuse(
        [Keys.xColumn, Keys.yColumn, Keys.zColumn], self, "a raw file has none that could be chosen"
      )
      return true
    }
  }
}

/// The columns of a file: what they are called, or how many there are.
struct ColumnNames {
  /// The names as they are written, or what the first row holds.
  let all: [String]
  /// Whether they are names.
  let areNames: Bool
  /// The columns that may be meant: not the count of rows that pandas puts first, nor what has no name.
  private(set) var candidates: [FileColumn] = []
  /// The names in lower case, without the ending that tells of bit patterns.
  private let bare: [String]

  init(_ all: [String], areNames: Bool) {
    self.all = all
    self.areNames = areNames
    let parsed = all.map { Self.parsed($0.lowercased()) }
    bare = areNames ? parsed.map(\.name) : all
    guard areNames else {
      candidates = all.indices.map { FileColumn(index: $0) }
      return
    }
    let numbers = Set(parsed.filter { $0.form == .number }.map(\.name))
    candidates = parsed.indices.compactMap { index in
      let (name, form) = parsed[index]
      guard !Self.counts.contains(name) else { return nil }
      // The same values stand beside as numbers.
      if form == .bits, numbers.contains(name) { return nil }
      return FileColumn(index: index, form: form)
    }
  }

  /// What programs call a column that counts rows; pandas leaves its name empty.
  private static let counts: Set = ["", "unnamed: 0", "index", "idx", "row", "id"]

  /// The endings of the names of bit patterns.
  private static let endings = [".bits", "_bits", " bits", ".hex", "_hex", " hex"]

  /// A name, and what its ending tells.
  private static func parsed(_ name: String) -> (name: String, form: FileColumn.Form) {
    for ending in endings where name.hasSuffix(ending) {
      return (String(name.dropLast(ending.count)), .bits)
    }
    return (name, .number)
  }

  /// The first column that may be meant and is called so; the name in lower case.
  func named(_ name: String) -> FileColumn? { candidates.first { bare[$0.index] == name } }

  /// The one column that may be meant and whose name ends so; nil where several do.
  func named(endingIn suffix: String, among columns: [FileColumn]) -> FileColumn? {
    let found = columns.filter { bare[$0.index].hasSuffix(suffix) }
    return found.count == 1 ? found[0] : nil
  }

  /// The name of a column in lower case, without the ending of bit patterns.
  func bareName(of column: FileColumn) -> String { bare[column.index] }

  /// The column of x: called so, or by another word for what goes in.
  var x: FileColumn? {
    for word in ["x", "xs", "in", "input", "inputs", "arg", "argument"] {
      if let column = named(word) { return column }
    }
    return nil
  }

  /// The candidates but for some columns.
  func others(than taken: FileColumn?...) -> [FileColumn] {
    candidates.filter { column in !taken.contains { $0?.index == column.index } }
  }

  /// The column that is asked for by its name or its place, `.bits` behind it where its numbers are bit patterns.
  func chosen(_ text: String?) throws(ColumnProblem) -> FileColumn? {
    guard let text else { return nil }
    if let column = try column(called: text) { return column }
    let (bare, form) = Self.parsed(text.lowercased())
    if form == .bits, let column = try column(called: String(text.prefix(bare.count))) {
      return FileColumn(index: column.index, form: .bits)
    }
    throw areNames ? .unknown(text, all) : .unnamed(text, all.count)
  }

  /// The column of a name or a place.
  private func column(called text: String) throws(ColumnProblem) -> FileColumn? {
    if areNames {
      let lowercased = text.lowercased()
      for isSought in [{ all[$0] == text }, { all[$0].lowercased() == lowercased }]
        as [(Int) -> Bool]
      {
        let found = all.indices.filter(isSought)
        guard found.count < 2 else { throw .twice(text) }
        if let index = found.first {
          return FileColumn(index: index, form: Self.parsed(all[index].lowercased()).form)
        }
      }
      if let column = candidates.first(where: { bare[$0.index] == lowercased }) { return column }
    }
    guard let place = Int(text), all.indices.contains(place - 1) else { return nil }
    let form = areNames ? Self.parsed(all[place - 1].lowercased()).form : .number
    return FileColumn(index: place - 1, form: form)
  }
}
