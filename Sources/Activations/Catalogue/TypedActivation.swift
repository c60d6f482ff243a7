/// An activation of the catalogue as a type of its own: what it says of itself is what its kernel says.
public protocol TypedActivation: Gated {
  /// What evaluates it.
  var kernel: any Gated { get }
}

extension TypedActivation {
  /// f, f′ and f″ at x.
  public func jet(at x: Double) -> Jet { kernel.jet(at: x) }
  /// f and its derivatives up to an order.
  public func jet(at x: Double, order: Int) -> Jet { kernel.jet(at: x, order: order) }
  /// f at x.
  public func value(at x: Double) -> Double { kernel.value(at: x) }
  /// The asked quantities at every x, in one call of the kernel.
  public func columns(_ quantities: [Quantity], at xs: [Double]) -> [[Double]] {
    kernel.columns(quantities, at: xs)
  }
  /// H at x.
  public func gateValue(at x: Double) -> Double { kernel.gateValue(at: x) }
  /// Where f is not smooth.
  public var kinks: [Kink] { kernel.kinks }
  /// Where H is not smooth.
  public var gateKinks: [Kink] { kernel.gateKinks }
  /// Where f may change fast.
  public var landmarks: [Double] { kernel.landmarks }
}

/// x·Φ(x/σ), the Gaussian error linear unit: `Gelu().jet(at: 0.5)`.
///
/// σ is a finite number above 0; with another one all is NaN. Limits: 0 at −∞, x at +∞.
/// Source: arXiv 1606.08415.
public struct Gelu: TypedActivation {
  /// The standard deviation σ.
  public let sigma: Double
  /// What evaluates it.
  public let kernel: any Gated

  /// The function with a standard deviation, 1 for that of the paper.
  public init(sigma: Double = 1) {
    self.sigma = sigma
    kernel = Form4(sigma: Parameter.sigma.domain.contains(sigma) ? sigma : .nan)
  }
}

/// x·[½ + sign(x)·P(1/β, |x/α|^β)/2], whose density falls like exp(−|x/α|^β).
///
/// α is a finite number above 0, β a number above 0 or ∞; with others all is NaN. β = 2, α = √2 is gelu, β = 1
/// Laplace's distribution, β = ∞ the uniform one. Limits: 0 at −∞, x at +∞.
public struct GeneralizedNormal: TypedActivation {
  /// The scale α.
  public let alpha: Double
  /// The shape β.
  public let beta: Double
  /// What evaluates it.
  public let kernel: any Gated

  /// The function with a scale and a shape.
  public init(alpha: Double = 1, beta: Double = 2) {
    self.alpha = alpha
    self.beta = beta
    if !Parameter.alpha.domain.contains(alpha) || !(beta > 0) {
      kernel = Form4(sigma: .nan)
    } else if beta.isInfinite {
      kernel = Uniform(alpha: alpha)
    } else {
      kernel = GeneralizedNormalGate(alpha: alpha, beta: beta)
    }
  }
}
