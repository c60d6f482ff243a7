import Activations

extension Intrinsic {
  /// Its value and derivatives at u, each up to an order; nil where pairs have no form of it, or u lies on a kink.
  func estimate(_ u: Estimate, _ order: Int) -> EstimateJet? {
    switch self {
    case .abs: u.sign.map { EstimateJet($0 * u, Estimate($0), Estimate(0)) }
    case .sign: u.sign.map { EstimateJet(Estimate($0)) }
    case .heaviside: u.sign.map { EstimateJet(Estimate(($0 + 1) / 2)) }
    case .exp: Self.exponential(u.exp, u.exp)
    case .expm1: Self.exponential(u.expm1, order > 0 ? u.exp : Estimate(0))
    case .log: Self.logarithm(u.log, u)
    case .log1p: Self.logarithm(u.log1p, Estimate(1) + u)
    case .log2: Self.logarithm(u, base: 2)
    case .log10: Self.logarithm(u, base: 10)
    case .sqrt: Self.root(u.squareRoot, u, order)
    case .cbrt: Self.cubeRoot(u.cubeRoot, u, order)
    case .sigmoid: Self.sigmoid(u, order)
    case .softplus: Self.softplus(u, order)
    case .logcosh: Self.logcosh(u, order)
    case .tanh: Self.tanh(u, order)
    case .sin: Self.sine(u)
    case .cos: Self.cosine(u)
    case .tan: Self.tangent(u, order)
    case .asin, .acos: arcsine(u)
    case .atan: Self.inverse(u.arctangent, Estimate(1) + u * u, -1, u, order)
    case .sinh: Self.hyperbolic(u).map { EstimateJet($0.sine, $0.cosine, $0.sine) }
    case .cosh: Self.hyperbolic(u).map { EstimateJet($0.cosine, $0.sine, $0.cosine) }
    case .asinh, .acosh: areaFunction(u)
    case .atanh: Self.artanh(u, order)
    case .erf: EstimateJet(u.erf, u.bell, -2 * (u * u.bell))
    case .erfc: EstimateJet(u.erfc, -u.bell, 2 * (u * u.bell))
    case .erfcx: Self.scaledTail(u)
    case .floor, .ceil, .round: stair.flatMap { Self.whole(u, $0) }
    case .distribution: Self.distribution(u)
    case .density: Self.density(u)
    case .gamma, .lgamma: nil
    }
  }

  private static func exponential(_ value: Estimate, _ slope: Estimate) -> EstimateJet {
    EstimateJet(value, slope, slope)
  }

  private static func logarithm(_ value: Estimate, _ u: Estimate) -> EstimateJet {
    let slope = Estimate(1) / u
    return EstimateJet(value, slope, -(slope * slope))
  }

  private static func logarithm(_ u: Estimate, base: Double) -> EstimateJet {
    let scale = Estimate(1) / Estimate(base).log
    let slope = scale / u
    return EstimateJet(scale * u.log, slope, -(slope / u))
  }

  /// Whole numbers, where the bound leaves no doubt which.
  private static func whole(_ u: Estimate, _ stair: Stair) -> EstimateJet? {
    let place = u.value.high - stair.shift
    let gap = (place - place.rounded()).magnitude
    let doubt = u.error + u.value.low.magnitude + 0x1p-52 * place.magnitude
    return gap > doubt ? EstimateJet(Estimate(stair.value(u.value.high))) : nil
  }

  private static func scaledTail(_ u: Estimate) -> EstimateJet {
    let g = (u * u).exp * u.erfc
    let slope = 2 * (u * g) - Estimate(.twoOverRootPi, share: Estimate.roundoff)
    return EstimateJet(g, slope, 2 * (g + u * slope))
  }

  private static func root(_ g: Estimate, _ u: Estimate, _ order: Int) -> EstimateJet {
    guard order > 0 else { return EstimateJet(g) }
    let slope = Estimate(0.5) / g
    return EstimateJet(g, slope, -0.5 * (slope / u))
  }

  private static func cubeRoot(_ g: Estimate, _ u: Estimate, _ order: Int) -> EstimateJet {
    guard order > 0 else { return EstimateJet(g) }
    let slope = g / (3 * u)
    return EstimateJet(g, slope, -2 * (slope / (3 * u)))
  }

  /// σ(u) and σ(−u), with e^−|u|.
  private static func shares(_ u: Estimate) -> (right: Estimate, left: Estimate, small: Estimate) {
    let small = (-u.magnitude).exp
    let near = Estimate(1) / (Estimate(1) + small)
    let far = small * near
    return u.isNegative ? (far, near, small) : (near, far, small)
  }

  private static func sigmoid(_ u: Estimate, _ order: Int) -> EstimateJet {
    let (right, left, small) = shares(u)
    guard order > 0 else { return EstimateJet(right) }
    let slope = right * left
    // σ(−u) − σ(u), by e^−|u| − 1.
    let tilt = (-u.magnitude).expm1 / (Estimate(1) + small)
    return EstimateJet(right, slope, slope * (u.isNegative ? -tilt : tilt))
  }

  private static func softplus(_ u: Estimate, _ order: Int) -> EstimateJet {
    let (right, left, small) = shares(u)
    let rest = small.log1p
    return EstimateJet(
      u.isNegative ? rest : u + rest, right, order > 1 ? right * left : Estimate(0))
  }

  private static func tanh(_ u: Estimate, _ order: Int) -> EstimateJet {
    let twice = -2 * u.magnitude
    let small = twice.exp
    let share = Estimate(1) / (Estimate(1) + small)
    let size = -(twice.expm1 * share)
    let g = u.isNegative ? -size : size
    guard order > 0 else { return EstimateJet(g) }
    let slope = 4 * (small * share * share)
    return EstimateJet(g, slope, -2 * (g * slope))
  }

  /// sinh u and cosh u.
  private static func hyperbolic(_ u: Estimate) -> (sine: Estimate, cosine: Estimate)? {
    let rest = u.magnitude.expm1
    let power = rest + Estimate(1)
    let sine = 0.5 * (rest + rest / power)
    return (u.isNegative ? -sine : sine, 0.5 * (power + Estimate(1) / power))
  }

  private static func logcosh(_ u: Estimate, _ order: Int) -> EstimateJet? {
    let slopes = tanh(u, order + 1)
    let size = u.magnitude
    if size.value.high < 0.5, let half = hyperbolic(0.5 * size) {
      return EstimateJet((2 * (half.sine * half.sine)).log1p, slopes.value, slopes.first)
    }
    let value = size + (-2 * size).exp.log1p - Estimate.ln2
    return EstimateJet(value, slopes.value, slopes.first)
  }

  private static func sine(_ u: Estimate) -> EstimateJet {
    let (sine, cosine) = u.sineAndCosine
    return EstimateJet(sine, cosine, -sine)
  }

  private static func cosine(_ u: Estimate) -> EstimateJet {
    let (sine, cosine) = u.sineAndCosine
    return EstimateJet(cosine, -sine, -cosine)
  }

  private static func tangent(_ u: Estimate, _ order: Int) -> EstimateJet {
    let (sine, cosine) = u.sineAndCosine
    let g = sine / cosine
    guard order > 0 else { return EstimateJet(g) }
    let slope = Estimate(1) / (cosine * cosine)
    return EstimateJet(g, slope, 2 * (g * slope))
  }

  /// arcsin or arccos.
  private func arcsine(_ u: Estimate) -> EstimateJet? {
    let root = ((Estimate(1) - u) * (Estimate(1) + u)).squareRoot
    let slope = Estimate(1) / root
    let bend = u * slope * slope * slope
    guard self == .acos else { return EstimateJet((u / root).arctangent, slope, bend) }
    let half = ((Estimate(1) - u) / (Estimate(1) + u)).squareRoot.arctangent
    return EstimateJet(2 * half, -slope, -bend)
  }

  /// A function of slope 1/w, where w is 1 ± u² and its own slope ±2u.
  private static func inverse(
    _ g: Estimate, _ w: Estimate, _ sign: Double, _ u: Estimate, _ order: Int
  ) -> EstimateJet {
    guard order > 0 else { return EstimateJet(g) }
    let slope = Estimate(1) / w
    return EstimateJet(g, slope, (2 * sign) * (u * slope * slope))
  }

  private static func artanh(_ u: Estimate, _ order: Int) -> EstimateJet {
    let size = u.magnitude
    let value = 0.5 * (2 * size / (Estimate(1) - size)).log1p
    let w = (Estimate(1) - u) * (Estimate(1) + u)
    return inverse(u.isNegative ? -value : value, w, 1, u, order)
  }

  /// arsinh or arcosh.
  private func areaFunction(_ u: Estimate) -> EstimateJet? {
    let square = u * u
    if self == .asinh {
      let root = (Estimate(1) + square).squareRoot
      let value = (u.magnitude + square / (Estimate(1) + root)).log1p
      let slope = Estimate(1) / root
      return EstimateJet(u.isNegative ? -value : value, slope, -(u * slope * slope * slope))
    }
    // Below −1 the product of both roots' arguments is positive again.
    guard !u.isNegative else { return nil }
    let rest = u - Estimate(1)
    let root = (rest * (u + Estimate(1))).squareRoot
    let slope = Estimate(1) / root
    return EstimateJet((rest + root).log1p, slope, -(u * slope * slope * slope))
  }

  private static let rootOfTwo = Estimate(2).squareRoot

  private static func distribution(_ u: Estimate) -> EstimateJet {
    let density = density(u)
    let value = 0.5 * (-(u / rootOfTwo)).erfc
    return EstimateJet(value, density.value, density.first)
  }

  private static func density(_ u: Estimate) -> EstimateJet {
    let v = u / rootOfTwo
    // 2/√π·e^−v² is 2√2 times φ.
    let value = v.bell / (2 * rootOfTwo)
    return EstimateJet(value, -(u * value), (u * u - Estimate(1)) * value)
  }
}
