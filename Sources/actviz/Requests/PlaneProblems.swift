import Activations
import FigureSpecification
import Figures
import Formulas

// What means nothing of functions of x and y, in a sentence each.
extension Settings {
  /// Refuses options of curves where fields are drawn.
  func checkThatNothingIsSaidOfCurves(_ form: SurfaceForm) throws(Problem) {
    let keys: [(key: any TypedKey, why: Sentence)] = [
      (Keys.facet, "every function and every quantity has a panel of its own"),
      (Keys.freeX, "panels show the same x and y"), (Keys.freeY, "panels show the same x and y"),
      (Keys.features, "it marks points of curves"), (Keys.band, "it is between curves"),
      (Keys.gray, "a field has nothing behind it"),
      (Keys.grayReference, "a field has nothing behind it"),
      (Keys.color, "\(Keys.palette.name) has the colours of a field"),
      (Keys.width, "it is of curves"), (Keys.dash, "it is of curves"),
      (Keys.type, "it counts errors of functions of x alone"),
    ]
    for (key, why) in keys where last(key) != nil {
      throw problem(
        key,
        "\(key.name) means nothing of functions of x and y, as \(why); \(Keys.form.name) slices draws curves."
      )
    }
    // A user's default of curves is no mistake.
    if let label = last(Keys.label), label.value == Labelling.direct.rawValue,
      case .argument = label.place
    {
      throw label.problem(
        "\(Keys.label.name) direct is of curves; contour lines bear their values anyway.")
    }
    if form == .field, has(Keys.zone) {
      throw problem(
        Keys.zone,
        "\(Keys.zone.name) shades what is behind everything, and a field covers it; \(Keys.form.name) contours shows it."
      )
    }
    if has(Keys.slices) {
      throw problem(
        Keys.slices,
        "\(Keys.slices.name) are curves, and \(Keys.form.name) asks for \(form.rawValue).")
    }
  }

  /// Says that functions of x and of x and y have no panel in common.
  func mixed(_ one: Function, _ all: [Function]) -> Problem {
    let other = all.first { $0.surface != nil }?.name ?? ""
    return problem(
      Keys.functions,
      """
      \(one.name) is a function of x alone, and \(other) one of x and y: \(Keys.form.name) slices draws both, as curves \
      over x.
      """)
  }

  /// Refuses a quantity that one of the functions has no word for.
  func check(_ quantities: [SurfaceQuantity], of functions: [Function]) throws(Problem) {
    for function in functions {
      guard let surface = function.surface as? FormulaSurface,
        let quantity = quantities.first(where: surface.lacks)
      else { continue }
      throw problem(
        Keys.quantities,
        "\(quantity.rawValue) of \(function.name) has derivatives that the language has no word for."
      )
    }
  }

  /// Refuses a logarithmic axis of numbers that it does not show.
  func check(
    _ scale: ScaleKind, _ key: some TypedKey, over domain: ClosedRange<Double>, _ range: KeyName
  ) throws(Problem) {
    guard scale == .log, domain.lowerBound <= 0 else { return }
    throw problem(
      key,
      """
      \(key.name) log shows numbers above 0 only: give an \(range) such as 0.001:1000, or \(key.name) symlog, which \
      shows both signs.
      """)
  }
}
