import Activations
import FigureSpecification

/// The programs that are asked for values, and the inputs.
struct ProgramRequest {
  let programs: [Program]
  let inputs: Inputs

  /// The files among what stands for one: all but functions of libraries.
  let files: [String]

  /// What settings ask for.
  ///
  /// Throws a `Problem`, or a `Failure` for a file of inputs that cannot be read.
  init(_ settings: Settings, isOfPlane: Bool) throws {
    let patience = try settings.value(Keys.patience)
    let command = try settings.value(Keys.program)
    let signature = try settings.value(Keys.signature)
    let arguments = try settings.value(Keys.libraryArguments) ?? []
    let named = try settings.values(Keys.pairFiles).map {
      (path: $0, function: LibraryFunction($0, signature, arguments))
    }
    files = named.filter { $0.function == nil }.map(\.path)
    let functions = named.compactMap(\.function)
    try Self.refuse(
      Self.forLibraries, settings, where: functions.isEmpty, "a function of a library")
    guard let asked = command ?? functions.first?.name else {
      try Self.refuse(
        Self.forPrograms, settings, where: true, "a program or a library; a file has its own x")
      (programs, inputs) = ([], Inputs([], .f64))
      return
    }
    guard !isOfPlane else {
      throw settings.problem(
        Keys.program, or: Keys.pairFiles,
        "'\(asked)' is asked for a function of x alone; give a file of x, y and z.")
    }
    guard let type = try settings.value(Keys.type) else {
      throw settings.problem(
        Keys.program, or: Keys.pairFiles,
        "'\(asked)' needs \(Keys.type.name), the type of the numbers that it takes and gives.")
    }
    programs =
      functions.map { Program($0, type, patience: patience) }
      + (command.map { [Program(command: $0, type, patience: patience)] } ?? [])
    inputs = try Inputs(settings, type)
  }

  private static let forLibraries: [any TypedKey] = [Keys.signature, Keys.libraryArguments]
  private static let forPrograms: [any TypedKey] = [
    Keys.every, Keys.stride, Keys.sample, Keys.points, Keys.xRange, Keys.patience,
  ]

  /// Refuses what means nothing without something else.
  private static func refuse(
    _ keys: [any TypedKey], _ settings: Settings, where isMissing: Bool, _ wanted: String
  ) throws(Problem) {
    for key in keys where isMissing && settings.has(key) {
      throw settings.problem(key, "\(key.name) is for \(wanted).")
    }
  }
}

extension Inputs {
  /// The most that are asked for one after another: what takes a day at the speed of pipes.
  private static let most = 1 << 40
  /// How many are asked for where nothing else is said and the type has more than can be waited for.
  private static let usual = 1_000_000

  /// The inputs that settings ask for: all of a 16-bit type, and some of others, where they say nothing.
  fileprivate init(_ settings: Settings, _ type: FloatType) throws {
    let range = settings.has(Keys.xRange) ? try settings.value(Keys.xRange) : nil
    let choices: [any TypedKey] = [Keys.every, Keys.stride, Keys.sample, Keys.points]
    let given = choices.filter { settings.has($0) }
    guard given.count < 2 else {
      throw settings.problem(
        given[1], "\(given[0].name) and \(given[1].name) both choose the inputs; give one.")
    }
    if let points = try settings.value(Keys.points) {
      guard range == nil else {
        throw settings.problem(
          Keys.xRange,
          "\(Keys.points.name) gives the inputs, so that \(Keys.xRange.name) has no meaning.")
      }
      self.init(try Self.bits(points, settings, type), type)
    } else if let count = try settings.value(Keys.sample) {
      self.init(sample: count, of: type, in: range)
    } else if let stride = try settings.value(Keys.stride) {
      self.init(every: UInt64(stride), of: type, in: range)
    } else if settings[Keys.every] || type.bitWidth == 16 {
      self.init(every: 1, of: type, in: range)
    } else {
      self.init(sample: Self.usual, of: type, in: range)
    }
    guard count > 0 else { throw settings.noValue(of: type) }
    guard count <= Self.most else {
      let keys: [any TypedKey] = given + [Keys.every]
      throw settings.problem(
        keys[0],
        "These are \(count) values of \(type.rawValue), more than can be waited for; give \(Keys.sample.name) N."
      )
    }
  }

  /// The bit patterns behind `bits:`, or those of a file's numbers, rounded to the type.
  private static func bits(_ points: String, _ settings: Settings, _ type: FloatType) throws
    -> [UInt64]
  {
    if points.hasPrefix("bits:") {
      return try points.dropFirst("bits:".count).split(
        separator: ",", omittingEmptySubsequences: false
      ).map { text in
        if let bits = type.bits(ofText: text) { return bits }
        throw settings.problem(
          Keys.points,
          "'\(text)' is no bit pattern of \(type.rawValue): \(type.bitWidth / 4) hexadecimal digits behind 0x, such as \(type.text(ofBits: type.bitPattern(of: 1)))."
        )
      }
    }
    let columns = PairColumns.coordinates(try ColumnChoice(settings))
    var file = try PointFile(
      opening: points,
      PairReading(columns: columns, type: type, rawType: try settings.isRaw ? type : nil))
    var bits: [UInt64] = []
    while let batch = try file.nextBatch() { bits += batch.map(type.bitPattern) }
    return bits
  }
}
