import Figures

@testable import actviz

// Typeset names as one reads them: `$f'(x)-{}$relu${}'$` is `f′(x) − relu′`.

extension Figure {
  var plainTitle: String { RichText.linear(title) }
}

extension Figure.Panel {
  var plainLabel: String { RichText.linear(yLabel) }
  var plainTitle: String? { title.map(RichText.linear) }
}

extension PanelRequest {
  var plainLabel: String { RichText.linear(yLabel) }
  var plainTitle: String? { title.map(RichText.linear) }
}

extension CurveRequest {
  var plainName: String { RichText.linear(name) }
}

extension Curve.Value {
  var plainText: String { RichText.linear(text) }
  var plainHeading: String { RichText.linear(heading) }
  var plainSymbol: String { RichText.linear(symbol) }
}
