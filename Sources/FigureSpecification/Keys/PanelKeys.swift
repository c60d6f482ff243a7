import Activations
import Analysis
import Figures

// What the panels of a figure show.
extension Keys {
  static let panels: [Key] =
    [
      quantities.key, xRange.key, yRange.key, xScale.key, yScale.key, samples.key, features.key,
      band.key, gray.key, grayReference.key, names.key,
    ] + planes

  package static let quantities = DefaultedKey(
    Key(
      "show", .list, .panel, .options, Command.evaluating + [.fit, .check, .golden, .export],
      value: "list",
      """
      Quantities, of \(list(Quantity.self)); of functions of x and y of \(list(SurfaceQuantity.self)), f unless given.
      """
    ).help(
      "What to compare: \(fittedQuantities.map(\.rawValue).joined(separator: ", ")).", for: .fit
    )
    .help(
      """
      What y is, of \(list(Quantity.self)); what z is, of \(list(SurfaceQuantity.self)), of a function of x and y.
      """, for: .check
    )
    .help("What to prove, of \(list(Quantity.self)).", for: .golden)
    .help(
      "What to write, of \(list(Quantity.self)); of functions of x and y f, fx, fy (the default), fxx, fyy.",
      for: .export
    )
    .standard("f,df").hyphened()
    .completed(.words(words(Quantity.self) + words(SurfaceQuantity.self).filter { $0 != "f" }))
    .varied(for: .fit, .check) { $0.standard("f").valued("name") }
    .varied(for: .fit) { $0.completed(.words(fittedQuantities.map(\.rawValue))) }
    .varied(for: .export) {
      $0.completed(.words(words(Quantity.self) + ["fx", "fy", "fxx", "fyy"]))
    }
    .spelled("quantity").known(as: "quantities"),
    [Quantity.f, .df], ValueReaders.choices)

  /// Those of functions of two variables.
  package static let surfaceQuantities = DefaultedKey(
    quantities.key, [SurfaceQuantity.f], ValueReaders.choices)

  /// The quantities that are fitted.
  private static let fittedQuantities = [Quantity.f, .df, .gate]

  /// The one quantity that is fitted.
  package static let fitQuantity = DefaultedKey(
    quantities.key, Quantity.f,
    { text, key throws(Problem) in
      try ValueReaders.choice(text, key, among: fittedQuantities)
    })

  /// The one quantity that is checked.
  package static let checkQuantity = DefaultedKey(
    quantities.key, Quantity.f, ValueReaders.choice)

  /// That of a function of two variables.
  package static let checkSurfaceQuantity = DefaultedKey(
    quantities.key, SurfaceQuantity.f, ValueReaders.choice)

  package static let xRange = DefaultedKey(
    Key(
      "x-range", .range, .panel, .options, Command.evaluating + [.inspect, .fit, .check, .golden],
      value: "lo:hi", "The domain, -5:5 unless given."
    ).help("The figure's domain, -5:5 unless given.", for: .inspect)
      .help("Which of the values a program is asked for; all unless given.", for: .check)
      .help("The range of the inputs; all unless given.", for: .golden).hyphened()
      .known(as: "xlim", "domain", "range", "x")
      // There x is the column of a file.
      .varied(for: .table, .check) { $0.known(as: "xlim", "domain", "range") },
    -5.0...5.0, ValueReaders.domain)

  package static let yRange = OptionalKey(
    Key(
      "y-range", .range, .panel, .reading, Command.evaluating + [.inspect], value: "lo:hi",
      "The y-domain of panels that show quantities, fitted unless given; of functions of x and y the domain of y, -5:5 unless given."
    ).help("The domain of y, of functions of two variables; -5:5 unless given.", for: .table)
      .help("The domain of y, of functions of two variables; -5:5 unless given.", for: .inspect)
      .hyphened().known(as: "ylim"), ValueReaders.range)

  /// The domain of the second variable.
  package static let yDomain = DefaultedKey(yRange.key, -5.0...5.0, ValueReaders.domain)

  package static let xScale = DefaultedKey(
    Key(
      "x-scale", .text, .panel, .options, Command.drawing, value: "name",
      """
      linear, log, or symlog: linear near 0 and logarithmic beyond ±1, or beyond ±C in symlog:C.
      """
    ).standard("linear").completed(.words(["linear", "log", "symlog"])).known(as: "logx"),
    ScaleKind.linear, ValueReaders.scale)

  package static let yScale = DefaultedKey(
    Key(
      "y-scale", .text, .panel, .options, Command.drawing, value: "name",
      "The same for the values."
    ).standard("linear").completed(.words(["linear", "log", "symlog"])).known(as: "logy"),
    ScaleKind.linear, ValueReaders.scale)

  /// The points of curves on an even grid; without them they are chosen.
  package static let samples = OptionalKey(
    Key(
      "samples", .text, .panel, .options, Command.evaluating, value: "n",
      "Points on an even grid, ends included."
    ).hyphened().varied(for: .table) { $0.known(as: "points") }, ValueReaders.samples)

  /// The rows of a table on an even grid.
  package static let rows = OptionalKey(samples.key, ValueReaders.rows)

  /// Points of a table of a function of two variables, in x and in y.
  package static let gridSize = DefaultedKey(
    samples.key, GridSize(x: 101, y: 101), ValueReaders.gridSize)

  /// Cells of a field.
  package static let fieldCells = DefaultedKey(
    samples.key, GridSize(x: 101, y: 101), ValueReaders.fieldCells)

  package static let features = OptionalKey(
    Key(
      "mark", .list, .panel, .reading, Command.drawing, value: "list",
      "Mark and number points, of \(list(Feature.self)); at most 12 a panel."
    ).completed(.words(words(Feature.self))), ValueReaders.choices as ValueReader<[Feature]>)

  package static let band = OptionalKey(
    Key(
      "band", .list, .panel, .reading, Command.drawing, value: "a,b",
      "Shade between two curves, by name or by place: gelu,relu or 1,2."), ValueReaders.text)

  package static let gray = OptionalKey(
    Key(
      "gray", .text, .panel, .reading, Command.drawing, value: "function",
      "Put a function behind in grey: its value, derivative or gate, as the panel shows; relu's are named H."
    ).completed(.functions).known(as: "grey", "background"), ValueReaders.text)

  package static let grayReference = FlagKey(
    Key(
      "gray-reference", .flag, .panel, .reading, Command.drawing,
      "Put relu behind in grey, or its derivative and gate H."
    ).known(as: "grey-reference"))

  package static let names = RepeatedKey(
    Key(
      "name", .texts, .panel, .reading, Command.evaluating + [.golden, .export], value: "text",
      "What to call a curve, in the order of the curves; repeatable."
    ).help(
      "What to call a function in the names of its columns, in the order of the functions; repeatable.",
      for: .table
    ).help("What to call the function in the C header.", for: .golden)
      .help("What to call the function; derivatives are NAME_df and NAME_d2f.", for: .export)
      .hyphened(), ValueReaders.richText)

  /// What the function is called in code.
  package static let codeName = OptionalKey(names.key, ValueReaders.text)

  /// What columns are called.
  package static let columnNames = RepeatedKey(names.key, ValueReaders.text)
}
