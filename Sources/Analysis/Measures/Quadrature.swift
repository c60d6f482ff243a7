import Activations

/// Integrates by the 15-point rule of Kronrod over adaptively halved intervals.
///
/// Source: R. Piessens et al., QUADPACK (1983), routine QK15 and its constants.
enum Quadrature {
  /// An integral and how far it may be off.
  struct Estimate: Equatable {
    var integral = 0.0
    var error = 0.0
    /// The integral of what is integrated without its sign.
    var size = 0.0
  }

  /// The integral between neighbouring knots, summed; about 1e-12 of the integral of |f|.
  static func integral(over knots: [Double], of values: ([Double]) -> [Double]) -> Double {
    estimate(over: knots, of: values).integral
  }

  /// The same with its error, where no interval is more than `levels` times halved, nor one with an error below `floor`, or below a `share` of all,
  /// nor any once more than `most` wait for it.
  static func estimate(
    over knots: [Double], levels: Int = 24, share: Double = 1e-13, floor: () -> Double = { 0 },
    most: Int = 4096, of values: ([Double]) -> [Double]
  ) -> Estimate {
    var open = zip(knots, knots.dropFirst()).map { Interval($0, $1, values) }
    var done = Estimate()
    // An interval narrower than the last level is taken as it is: an integrand with a jump that
    // nobody declared would go on for ever. So many of them are no such thing but rounding errors.
    for _ in 0..<levels where !open.isEmpty && open.count < most {
      let total = abs(done.integral) + open.reduce(0) { $0 + abs($1.integral) }
      let limit = max(share * total, floor())
      done = open.filter { !($0.error > limit) }.reduce(done) { $0.adding($1) }
      open = open.filter { $0.error > limit }.flatMap { $0.halves(values) }
    }
    return open.reduce(done) { $0.adding($1) }
  }

  /// An interval with its integral by Kronrod's rule and the difference from Gauss's.
  fileprivate struct Interval {
    let low: Double
    let high: Double
    let integral: Double
    let error: Double
    /// ∫ |f − mean|, and ∫ |f|.
    let (spread, size): (Double, Double)

    /// How far the integral may be off, as QUADPACK has it: the difference of the two rules is the error of the poorer one.
    var doubt: Double {
      let share = spread > 0 ? 200 * error / spread : 0
      let rule = spread > 0 && error > 0 ? spread * min(1, share * share.squareRoot()) : error
      return max(rule, 0x1p-50 * size)
    }

    init(_ low: Double, _ high: Double, _ values: ([Double]) -> [Double]) {
      self.low = low
      self.high = high
      let center = low / 2 + high / 2
      let half = high / 2 - low / 2
      let ys = values(
        nodes.map { center - half * $0 } + nodes.dropLast().map { center + half * $0 })
      var kronrod = 0.0
      var gauss = 0.0
      for index in nodes.indices {
        let sum = index == nodes.count - 1 ? ys[index] : ys[index] + ys[index + nodes.count]
        kronrod += kronrodWeights[index] * sum
        if index % 2 == 1 { gauss += gaussWeights[index / 2] * sum }
      }
      integral = kronrod * half
      error = abs(kronrod - gauss) * half
      var (spread, size) = (0.0, 0.0)
      for index in ys.indices {
        let weight = kronrodWeights[index % nodes.count]
        spread += weight * abs(ys[index] - kronrod / 2)
        size += weight * abs(ys[index])
      }
      (self.spread, self.size) = (spread * half, size * half)
    }

    func halves(_ values: ([Double]) -> [Double]) -> [Interval] {
      let middle = low / 2 + high / 2
      return [Interval(low, middle, values), Interval(middle, high, values)]
    }
  }
}

extension Quadrature.Estimate {
  /// Adds an estimate over another part.
  static func += (sum: inout Self, part: Self) {
    sum = Self(
      integral: sum.integral + part.integral, error: sum.error + part.error,
      size: sum.size + part.size)
  }

  /// The sum with an interval's.
  fileprivate func adding(_ interval: Quadrature.Interval) -> Self {
    Self(
      integral: integral + interval.integral, error: error + interval.doubt,
      size: size + interval.size)
  }
}

private let nodes: [Double] = [
  0.991455371120812639206854697526329, 0.949107912342758524526189684047851,
  0.864864423359769072789712788640926, 0.741531185599394439863864773280788,
  0.586087235467691130294144691693013, 0.405845151377397166906606412076961,
  0.207784955007898467600689403773245, 0,
]

private let kronrodWeights: [Double] = [
  0.022935322010529224963732008058970, 0.063092092629978553290700663189204,
  0.104790010322250183839876322541518, 0.140653259715525918745189590510238,
  0.169004726639267902826583426598550, 0.190350578064785409913256402421014,
  0.204432940075298892414161999234649, 0.209482141084727828012999174891714,
]

private let gaussWeights: [Double] = [
  0.129484966168869693270611432679082, 0.279705391489276667901467771423780,
  0.381830050505118944950369775488975, 0.417959183673469387755102040816327,
]
