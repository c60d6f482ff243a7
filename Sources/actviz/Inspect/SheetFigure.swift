import Activations
import Analysis
import FigureSpecification
import Figures

/// Property sheets as a figure: f of the functions beside relu, their derivatives, gates and densities.
struct SheetFigure {
  private let inspections: [Inspection]

  /// The sheets of functions in a picture.
  init(_ inspections: [Inspection]) {
    self.inspections = inspections
  }

  /// The figure file: what settings say of the functions and of the look, a panel for each quantity that all have, and the numbers.
  ///
  /// The title is the functions' legends where nil.
  func specification(_ settings: Settings, title: String?) -> Specification {
    let functions = inspections.map(\.function)
    let figure = Specification(settings).settings.all.filter { $0.key.name != Keys.title.name }
    let title = title ?? functions.map(FigureNames(of: functions).legend).joined(separator: ", ")
    let fixed = [Setting(Keys.title.key, title), Setting(Keys.columns.key, "2")]
    let quantities = [Quantity.f, .df, .d2f, .gate, .density].filter { quantity in
      functions.allSatisfy { $0.has(quantity) }
    }
    var panels = quantities.map { quantity in
      var panel = [Setting(Keys.quantities.key, quantity.rawValue)]
      if quantity == .f, let relu = Catalogue.family(named: "relu")?.atDefaults,
        !functions.contains(relu)
      {
        panel.append(Setting(Keys.gray.key, relu.name))
      }
      return Specification.Panel(settings: Settings(panel))
    }
    if inspections.count == 1 {
      panels.append(
        Specification.Panel(settings: Settings(), notes: inspections.flatMap(Self.notes)))
    }
    return Specification(settings: Settings(fixed + figure), panels: panels)
  }

  /// The most important numbers, to six digits.
  private static func notes(_ inspection: Inspection) -> [Specification.Note] {
    let (text, six) = (SheetText(), SheetText(digits: 6))
    let number = { (value: Double?) in six.number(value) }
    let bound = { six.bound($0, $1, open: $2)[0] }
    let gaussian = inspection.gaussian
    let distance = inspection.distanceToRelu
    let notes: [Figure.Panel.Note] = [
      .init(
        "minimum",
        bound(inspection.minimum, "at most", inspection.undecidedBounds.minimum)),
      .init(
        "largest $f'$",
        bound(inspection.slopeMaximum, "at least", inspection.undecidedSlopes.maximum)),
      .init("Lipschitz bound", number(inspection.lipschitz?.value ?? .nan)),
      .init("smoothness", text.smoothness(inspection)),
      .init(
        "$x → -∞$",
        text.end(inspection.left, exists: inspection.domain.first?.low == -.infinity)),
      .init(
        "$x → ∞$",
        text.end(inspection.right, exists: inspection.domain.last?.high == .infinity)),
      .init("$H(x) + H(-x) = 1$", inspection.symmetry.isGateSymmetric ? "yes" : "no"),
      .init("$\\sup|f-{}$relu$|$", number(distance.supremum)),
      .init("$L_2$ distance to relu", number(distance.l2)),
      .init(
        "$\\mathbb{E}f$, $\\operatorname{Var}f$",
        number(gaussian.mean) + ", " + number(gaussian.variance)),
      .init("gain, $χ_1$", number(gaussian.gain) + ", " + number(gaussian.chi)),
      .init("nearest", inspection.nearest.first.map(text.nearest) ?? "none"),
    ]
    // The minus sign of the axes.
    return notes.map { note in
      let texts = [note.key, note.value].map { String($0.map { $0 == "-" ? "−" : $0 }) }
      return Specification.Note(key: texts[0], value: Self.typeset(texts[1]))
    }
  }

  /// A value in words with its variables and functions typeset: `−0.17 at $x$ = −0.75`, `$C^∞$`.
  private static func typeset(_ text: String) -> String {
    text.split(separator: " ", omittingEmptySubsequences: false).map { word in
      let name = word.prefix { $0 != "," && $0 != ")" }
      let isLetter = ["x", "f", "f′", "f″", "H"].contains(name)
      return isLetter || name.hasPrefix("C^")
        ? "$\(name)$\(word.dropFirst(name.count))" : String(word)
    }.joined(separator: " ")
  }
}
