import Activations
import Analysis

/// A format that no file tells by itself.
package enum InputFormat: String, CaseIterable, Sendable {
  case raw
}

// What commands do beside figures.
extension Keys {
  static let commands: [Key] = [
    function.key, pairFiles.key, figureFile.key, picture.key, points.key, xColumn.key, yColumn.key,
    zColumn.key, inputFormat.key, program.key, signature.key, libraryArguments.key, patience.key,
    every.key, stride.key, sample.key,
    bits.key,
    exact.key, words.key, variations.key, norm.key, limit.key, rounds.key, thresholds.key,
    flushes.key, worst.key, framework.key,
    language.key, inlines.key,
  ]

  /// The languages in which functions are written; a test holds them to what is written.
  package static let languages = [
    "c", "cuda", "javascript", "jax", "latex", "numpy", "rust", "swift", "torch", "triton",
  ]

  /// The language in which a function is written.
  package static let language = OptionalKey(
    Key(
      "to", .text, .command, .options, [.export], value: "language",
      "The language: \(languages.joined(separator: ", "))."
    ).required().completed(.words(languages)).known(as: "language", "lang", "target"),
    { text, key throws(Problem) in
      guard languages.contains(text.lowercased()) else {
        throw ValueReaders.notOne(of: languages, text, key)
      }
      return text.lowercased()
    })

  /// Whether parameters have their values in code.
  package static let inlines = FlagKey(
    Key(
      "inline", .flag, .command, .options, [.export],
      "Write the values of all parameters into the code; else those that are not given are arguments with their defaults."
    ))

  /// The one function of a command.
  package static let function = OptionalKey(
    Key(
      "function", .text, .command, .arguments, Command.single, value: "function",
      "The function, e.g. gelu or form5:gamma=0.1."
    ).help("The function to fit.", for: .fit).help("The function that was meant.", for: .check)
      .help("The function whose values are written.", for: .golden)
      .help("The function to write, e.g. gelu or 'x*sigmoid(2*x)'.", for: .export)
      .required().completed(.functions), ValueReaders.text)

  /// Files of x and y.
  package static let pairFiles = RepeatedKey(
    Key(
      "file", .texts, .command, .arguments, [.check], value: "file",
      "Files of x and y, or of x, y and z; - is standard input. LIBRARY.so:NAME is a function of a library."
    ).completed(.files([])), ValueReaders.text)

  package static let figureFile = OptionalKey(
    Key(
      "figure-file", .text, .command, .arguments, [.render], value: "figure.yaml",
      "The figure file; - is standard input."
    ).required().completed(.files(["yaml", "yml"])), ValueReaders.text)

  /// What is looked for in the catalogue.
  package static let words = RepeatedKey(
    Key(
      "words", .texts, .command, .arguments, [.list], value: "word",
      "Only functions with these words in their names, formulas, parameters or notes; gate: with a gate."
    ).completed(.functions), ValueReaders.text)

  package static let picture = OptionalKey(
    Key(
      "picture", .text, .command, .arguments, [.rerun], value: "picture",
      "A PNG, SVG, PDF or page that actviz drew."
    ).required().completed(.files(pictureFormats.filter { $0 != "text" })), ValueReaders.text)

  /// A file of numbers to evaluate at.
  package static let points = OptionalKey(
    Key(
      "at", .text, .command, .options, [.table, .check], value: "file",
      "Evaluate at the numbers in a file, one a line, a column of a CSV, or of npy or npz; - is standard input."
    ).help(
      """
      Ask the program for the numbers in a file, one a line, a column of a CSV, or of npy or npz, or for bit patterns: \
      bits:0x3f80,0xc2f8.
      """, for: .check
    ).completed(.files([])), ValueReaders.text)

  /// The column of x in a file.
  package static let xColumn = column(
    "x", [.table, .check], "The column of x in a file: its name, or its place counted from 1.")

  /// The column of the values, or of y where there are two variables.
  package static let yColumn = column(
    "y", [.table, .check],
    "The column of the values in a file, of y where there are two variables; NAME.bits reads bit patterns."
  )

  /// The column of the values of a function of two variables.
  package static let zColumn = column(
    "z", [.check], "The column of the values of a function of x and y.")

  /// How files are to be read that do not tell it themselves.
  package static let inputFormat: OptionalKey<InputFormat> = OptionalKey(
    Key(
      "input-format", .text, .command, .options, [.table, .check], value: "name",
      """
      raw: a file is nothing but little-endian numbers of --dtype, x and y in turn; of two files the first holds x, \
      the second y. All other formats are told by what is in the file.
      """
    ).help(
      "raw: the file is nothing but little-endian numbers of --dtype.", for: .table
    ).completed(.words(words(InputFormat.self)))
      // check draws: there --format is that of its picture, and of no picture is it raw.
      .spelled("format", for: [.check], values: ["raw"]), ValueReaders.choice)

  private static func column(_ name: String, _ commands: [Command], _ help: String)
    -> OptionalKey<String>
  {
    OptionalKey(
      Key(name, .text, .command, .options, commands, value: "column", help), ValueReaders.text)
  }

  package static let bits = FlagKey(
    Key(
      "bits", .flag, .command, .options, [.table],
      "Add a column of bit patterns in hexadecimal behind every column."))

  package static let exact = FlagKey(
    Key(
      "exact", .flag, .command, .options, [.table, .check, .compare],
      """
      Prove every value: correctly rounded, functions of the catalogue by their definitions. What cannot be decided is \
      counted, and the exit status is 1.
      """
    ).help(
      """
      Prove every value that y is held against; what cannot be decided is counted, and the exit status is 1.
      """, for: .check
    ).help(
      """
      Prove every value that is measured: correctly rounded, functions of the catalogue by their definitions. What       cannot be decided is counted, and the exit status is 1.
      """, for: .compare))

  package static let variations = RepeatedKey(
    Key(
      "over", .texts, .command, .options, [.fit], value: "name=lo:hi",
      "A parameter and its range; up to six of them."
    ).required().hyphened().completed(.parameters), ValueReaders.variation)

  package static let norm = DefaultedKey(
    Key(
      "norm", .text, .command, .options, [.fit], value: "name",
      """
      supremum, relative or ulp beside the reference, and l2 over the x-range; gaussian for a standard normal x.
      """
    ).standard("supremum").completed(.words(words(Norm.self))), Norm.supremum, ValueReaders.choice)

  package static let limit = OptionalKey(
    Key(
      "max-ulp", .text, .command, .options, [.check, .export], value: "n",
      "The largest error that is allowed."
    ).help("Write nothing where a measured error is larger.", for: .export)
      .hyphened().known(as: "tolerance"), ValueReaders.ulps)

  package static let rounds = FlagKey(
    Key(
      "round", .flag, .command, .options, [.check],
      """
      Round all numbers of a file to the type first, where a file holds its values in few digits (0.1 for the single nearest \
      to it).
      """))

  /// Whether the boundaries in float types are told instead of the sheet.
  package static let thresholds = FlagKey(
    Key(
      "thresholds", .flag, .command, .options, [.inspect],
      """
      Print instead from where on f and f' round to x, to a constant, to 0 or to an infinity in bf16, f16 and f32, or in \
      --dtype, with bits.
      """))

  /// Whether 0 counts as right for what is subnormal.
  package static let flushes = FlagKey(
    Key(
      "flush-subnormals", .flag, .command, .options, [.check],
      """
      Take 0 for right where the result is subnormal, and the value at 0 where x is: what hardware gives that flushes them.
      """
    ).known(as: "ftz", "daz"))

  /// How many of the worst rows are told.
  package static let worst = OptionalKey(
    Key(
      "worst", .text, .command, .options, [.check], value: "n",
      "List the n rows with the largest errors, with bits."
    ), { text, key throws(Problem) in try ValueReaders.whole(text, key, 1...1000) })

  package static let framework = OptionalKey(
    Key(
      "framework", .text, .command, .options, [.list], value: "name",
      "The functions of a framework instead: "
        + Framework.all.map(\.name).joined(separator: ", ") + "."
    ).completed(.words(Framework.all.map(\.name))), frameworkReader)

  private static func frameworkReader(_ text: String, _ key: KeyName) throws(Problem) -> Framework {
    if let framework = Framework.named(text) { return framework }
    let names = Framework.all.map(\.name)
    let list = names.joined(separator: ", ")
    throw Problem(
      key, "\(key) knows \(list), not '\(text)'\(Suggestion.end(for: text, among: names))")
  }
}
