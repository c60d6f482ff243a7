import Activations

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
}
