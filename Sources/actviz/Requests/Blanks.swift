import Activations
import Analysis
import Figures

/// Which curves of a panel are not to be seen in it, and why.
struct Blanks {
  /// Why nothing of a curve is seen.
  enum Reason: Equatable {
    /// It has no values over the x-domain.
    case undefined
    /// It has none that a logarithmic axis shows.
    case notPositive
    /// Its values lie outside of the y-domain.
    case outside(ClosedRange<Double>)

    /// What follows `nothing to show: `.
    var text: String {
      switch self {
      case .undefined: "no values in this range"
      case .notPositive: "no positive values"
      case .outside(let values):
        values.lowerBound == values.upperBound
          ? "all values are \(Self.number(values.lowerBound))"
          : "all values are between \(Self.number(values.lowerBound)) and \(Self.number(values.upperBound))"
      }
    }

    private static func number(_ value: Double) -> String {
      String(SheetText().number(value + 0, digits: 3).map { $0 == "-" ? "−" : $0 })
    }
  }

  /// For every curve, why it is not seen; nil where it is.
  let reasons: [Reason?]

  /// Looks at the curves of a panel.
  init(_ drafts: [CurveDraft], on scale: ScaleKind, seeing window: ClosedRange<Double>) {
    reasons = drafts.map { draft in
      guard let values = draft.values else { return .undefined }
      let shown = values.clamped(to: scale.least...Double.greatestFiniteMagnitude)
      if values.upperBound < scale.least { return .notPositive }
      return shown.overlaps(window) ? nil : .outside(values)
    }
  }

  /// What the panel says where none of its curves is seen; nothing where one is.
  var message: String {
    guard !reasons.isEmpty, reasons.allSatisfy({ $0 != nil }) else { return "" }
    let texts = reasons.compactMap(\.self).map(\.text)
    guard Set(texts).count == 1 else { return "nothing to show in this range" }
    return "nothing to show: \(texts[0])"
  }

  /// A sentence for each curve that is not seen.
  func warnings(of curves: [CurveRequest], _ panel: String) -> [String] {
    zip(curves, reasons).compactMap { curve, reason in
      reason.map { "Nothing of \(curve.function.legend) is to be seen under \(panel): \($0.text)." }
    }
  }
}
