import Activations

/// Integrates by the 15-point rule of Kronrod over adaptively halved intervals.
///
/// Source: R. Piessens et al., QUADPACK (1983), routine QK15 and its constants.
enum Quadrature {
  /// The integral between neighbouring knots, summed; about 1e-12 of the integral of |f|.
  static func integral(over knots: [Double], of values: ([Double]) -> [Double]) -> Double {
    var open = zip(knots, knots.dropFirst()).map { Interval($0, $1, values) }
    var done = 0.0
    // An interval narrower than the last level is taken as it is: an integrand with a jump that
    // nobody declared would go on for ever. So many of them are no such thing but rounding errors.
    for _ in 0..<24 where !open.isEmpty && open.count < 4096 {
      let total = abs(done) + open.reduce(0) { $0 + abs($1.integral) }
      let limit = 1e-13 * total
      done += open.filter { !($0.error > limit) }.reduce(0) { $0 + $1.integral }
      open = open.filter { $0.error > limit }.flatMap { $0.halves(values) }
    }
    return open.reduce(done) { $0 + $1.integral }
  }

  /// An interval with its integral by Kronrod's rule and the difference from Gauss's.
  private struct Interval {
    let low: Double
    let high: Double
    let integral: Double
    let error: Double

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
    }

    func halves(_ values: ([Double]) -> [Double]) -> [Interval] {
      let middle = low / 2 + high / 2
      return [Interval(low, middle, values), Interval(middle, high, values)]
    }
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
