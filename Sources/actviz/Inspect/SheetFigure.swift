import Activations
import Analysis
import Figures

/// The property sheet as a figure: f beside relu, its derivatives, gate and density.
struct SheetFigure {
  private let inspection: Inspection
  private let sampler: Sampler
  private let size: Size

  /// The sheet of a function in a picture.
  init(_ inspection: Inspection, size: Size, domain: ClosedRange<Double> = -5...5) {
    self.inspection = inspection
    self.size = size
    sampler = Sampler(domain: domain, pixels: (Double(size.width), Double(size.height)))
  }

  /// The figure, with the title given or the function's legend.
  func figure(title: String?) -> Figure {
    let function = inspection.function
    let quantities = [Quantity.f, .df, .d2f, .gate, .density].filter { function.has($0) }
    var panels = quantities.map { quantity in
      var curves = [curve(function, quantity)]
      if quantity == .f, let relu = Catalogue.family(named: "relu")?.atDefaults,
        relu != function
      {
        curves.insert(curve(relu, quantity, role: .reference), at: 0)
      }
      return Figure.Panel(yLabel: quantity.typeset, curves: curves)
    }
    panels.append(Figure.Panel(notes: notes))
    return Figure(
      title: title ?? FigureNames(of: [function]).legend(function), xLabel: "$x$",
      xDomain: sampler.domain, panels: panels, columns: 2,
      size: size)
  }

  private func curve(
    _ function: Function, _ quantity: Quantity, role: Curve.Role = .subject
  ) -> Curve {
    Curve(
      sampler.graph(of: Trace(function, quantity)),
      name: FigureNames(of: [function]).legend(function), style: 0, role: role)
  }

  /// The most important numbers, to six digits.
  private var notes: [Figure.Panel.Note] {
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
      return Figure.Panel.Note(texts[0], Self.typeset(texts[1]))
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
