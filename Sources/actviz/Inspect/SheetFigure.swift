import Activations
import Analysis
import FigureSpecification
import Figures

/// The property sheet as a figure: f beside relu, its derivatives, gate and density.
struct SheetFigure {
  private let inspection: Inspection

  /// The sheet of a function in a picture.
  init(_ inspection: Inspection) {
    self.inspection = inspection
  }

  /// The figure file: what settings say of the function and of the look, a panel each quantity, and the numbers.
  ///
  /// The title is the function's legend where nil.
  func specification(_ settings: Settings, title: String?) -> Specification {
    let function = inspection.function
    let figure = Specification(settings).settings.all.filter { $0.key.name != Keys.title.name }
    let named = settings.all(Keys.function).map {
      Setting(Keys.functions.key, $0.value, at: $0.place, source: $0.source)
    }
    let title = title ?? FigureNames(of: [function]).legend(function)
    let fixed = [Setting(Keys.title.key, title), Setting(Keys.columns.key, "2")]
    let quantities = [Quantity.f, .df, .d2f, .gate, .density].filter { function.has($0) }
    var panels = quantities.map { quantity in
      var panel = [Setting(Keys.quantities.key, quantity.rawValue)]
      if quantity == .f, let relu = Catalogue.family(named: "relu")?.atDefaults,
        relu != function
      {
        panel.append(Setting(Keys.gray.key, relu.name))
      }
      return Specification.Panel(settings: Settings(panel))
    }
    panels.append(Specification.Panel(settings: Settings(), notes: notes))
    return Specification(settings: Settings(fixed + figure + named), panels: panels)
  }

  /// The most important numbers, to six digits.
  private var notes: [Specification.Note] {
    let number = { (value: Double) in SheetText.number(value, digits: 6) }
    let gaussian = inspection.gaussian
    let distance = inspection.distanceToRelu
    let notes: [Figure.Panel.Note] = [
      .init("minimum", SheetText.extremum(inspection.minimum, digits: 6)),
      .init("largest $f'$", SheetText.extremum(inspection.slopeMaximum, digits: 6)),
      .init("Lipschitz bound", number(inspection.lipschitz?.value ?? .nan)),
      .init("smoothness", SheetText.smoothness(inspection)),
      .init(
        "$x → -∞$",
        SheetText.end(inspection.left, exists: inspection.domain.first?.low == -.infinity)),
      .init(
        "$x → ∞$",
        SheetText.end(inspection.right, exists: inspection.domain.last?.high == .infinity)),
      .init("$H(x) + H(-x) = 1$", inspection.symmetry.isGateSymmetric ? "yes" : "no"),
      .init("$\\sup|f-{}$relu$|$", number(distance.supremum)),
      .init("$L_2$ distance to relu", number(distance.l2)),
      .init(
        "$\\mathbb{E}f$, $\\operatorname{Var}f$",
        number(gaussian.mean) + ", " + number(gaussian.variance)),
      .init("gain, $χ_1$", number(gaussian.gain) + ", " + number(gaussian.chi)),
      .init("nearest", inspection.nearest.first.map(SheetText.nearest) ?? "none"),
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
