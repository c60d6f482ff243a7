import Activations
import Figures

/// One way to look at functions: a quantity, itself or as the distance from a reference's.
struct View {
  var quantity: Quantity
  /// What of a function of x and y it is, where slices are shown.
  var partial: SurfaceQuantity?
  var measure: CurveRequest.Measure
  /// How the y-axis is divided, unless it counts ulp.
  var yScale = ScaleKind.linear

  /// The name of its y-axis, typeset: `f(x)`, `f′(x) − relu′`, `f(x) − relu, ulp of f16`.
  ///
  /// A logarithmic axis shows differences without their sign: `|f(x) − relu|`.
  var label: String {
    switch measure {
    case .value: partial?.typeset ?? quantity.typeset
    case .difference(let reference):
      yScale == .log
        ? "|\(quantity.difference(from: reference))|" : quantity.difference(from: reference)
    case .ulps(let reference, let type):
      "\(quantity.difference(from: reference)), ulp of \(type)"
    }
  }

  /// Whether it shows the quantity itself.
  var isValue: Bool { if case .value = measure { true } else { false } }

  /// How its y-axis is divided.
  ///
  /// For distances in ulp linear up to one and logarithmic beyond: near 0 a function errs by one or
  /// two, in a tail by thousands.
  var scale: ScaleKind { if case .ulps = measure { .symlog(constant: 1) } else { yScale } }
}

extension PlotRequest {
  /// All that is looked at: the quantities, then their differences, then those in ulp.
  var views: [View] {
    var measures = [CurveRequest.Measure.value]
    if let reference {
      measures.append(.difference(from: reference))
      if let type { measures.append(.ulps(from: reference, in: type)) }
    }
    return measures.flatMap { measure in
      quantities.indices.map { index in
        View(
          quantity: quantities[index], partial: slices?.quantities[index], measure: measure,
          yScale: yScale)
      }
    }
  }
}

extension PanelRequest {
  /// A panel of curves under the name and on the scale of a view.
  init(_ view: View, title: String? = nil, curves: [CurveRequest]) {
    self.init(title: title, yLabel: view.label, curves: curves)
    yScale = view.scale
  }
}
