/// A function of two variables with its parameters set: its value and exact derivatives at every point.
///
/// Numbers never throw. NaN in gives NaN out. On a kink a derivative is the mean of its limits from both sides along its variable.
public protocol Surface: Sendable {
  /// The asked quantities at every point (x, y): one array a quantity, in the order asked.
  func columns(_ quantities: [SurfaceQuantity], at points: [Point]) -> [[Double]]
}

/// What can be asked of a function of two variables: its value, its gradient and its second derivatives.
public enum SurfaceQuantity: String, CaseIterable, Sendable {
  /// The value f(x, y).
  case f
  /// The slope in x, ∂f/∂x.
  case fx
  /// The slope in y, ∂f/∂y.
  case fy
  /// The curvature in x, ∂²f/∂x².
  case fxx
  /// The mixed second derivative, ∂²f/∂x∂y.
  case fxy
  /// The curvature in y, ∂²f/∂y².
  case fyy
}

extension SurfaceQuantity {
  /// What of a function of x it is where y has a value, and how often it is differentiated in y.
  package var slice: (quantity: Quantity, slopesInY: Int) {
    switch self {
    case .f: (.f, 0)
    case .fx: (.df, 0)
    case .fxx: (.d2f, 0)
    case .fy: (.f, 1)
    case .fxy: (.df, 1)
    case .fyy: (.f, 2)
    }
  }
}
