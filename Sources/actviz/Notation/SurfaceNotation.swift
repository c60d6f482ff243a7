import Activations
import Formulas

extension SurfaceQuantity {
  /// The notation of an axis, typeset: `$f(x,y)$`, `$\partial f/\partial x$`.
  var typeset: String { "$\(self == .f ? "f(x,y)" : derivative)$" }

  /// The derivative that it is, as TeX; f itself as a letter.
  var derivative: String {
    switch self {
    case .f: "f"
    case .fx: "\\partial f/\\partial x"
    case .fy: "\\partial f/\\partial y"
    case .fxx: "\\partial^2f/\\partial x^2"
    case .fxy: "\\partial^2f/\\partial x\\,\\partial y"
    case .fyy: "\\partial^2f/\\partial y^2"
    }
  }

  /// The quantity as it differs from a reference's, typeset: `f(x, y) − swiglu`.
  func difference(from reference: Function) -> String {
    let names = FigureNames(of: [reference])
    let isFormula = reference.title == nil && reference.typesetName != nil
    let name = isFormula ? "(\(names.legend(reference)))" : names.legend(reference)
    func derived(_ order: String, by variables: String) -> String {
      "$\(derivative)-\\partial\(order)$\(name)$/\(variables)$"
    }
    return switch self {
    case .f: "$f(x,y)-{}$\(names.legend(reference))"
    case .fx: derived("", by: "\\partial x")
    case .fy: derived("", by: "\\partial y")
    case .fxx: derived("^2", by: "\\partial x^2")
    case .fxy: derived("^2", by: "\\partial x\\,\\partial y")
    case .fyy: derived("^2", by: "\\partial y^2")
    }
  }
}
