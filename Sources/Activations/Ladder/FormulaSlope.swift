/// An activation whose slope a formula s states: f(x) = ∫ s from 0 to x.
///
/// f(0) = 0, f′ = s and f″ = s′ are exact but for rounding; f is good to 1e-15 of ∫|s|. At ±∞ it is
/// its limit where it has one. Where s is NaN, so is f.
struct FormulaSlope: Activation {
  let program: Program
  let kinks: [Kink]
  let landmarks: [Double]
  private let integral: Antiderivative

  init(_ program: Program) {
    self.program = program
    let search = KinkSearch(program)
    let kinks = search.kinks { program.evaluate([$0], derivatives: true)[0] }
    self.kinks = kinks.map { Kink(at: $0.x, order: $0.order + 1) }
    landmarks = Set(search.landmarks + search.turningPoints).sorted()
    integral = IntegralBuilder.antiderivative(
      cuts: kinks.map(\.x) + landmarks, of: program.values)
  }

  var findings: [Finding] { integral.findings }

  func jet(at x: Double) -> Jet { jets(at: [x])[0] }

  func value(at x: Double) -> Double {
    guard integral.report.notANumber == nil, x.isFinite else { return jet(at: x).value }
    return value(at: x, slope: 0)
  }

  func columns(_ quantities: [Quantity], at xs: [Double]) -> [[Double]] {
    if quantities == [.f] { return [xs.map { value(at: $0) }] }
    let jets = jets(at: xs)
    return quantities.map { jets.column($0) }
  }

  private func jets(at xs: [Double]) -> [Jet] {
    var jets = program.evaluate(xs, derivatives: true)
    for index in xs.indices {
      if xs[index].isInfinite {
        jets[index] = Jet(limitAt: xs[index], of: jets[index]) {
          program.evaluate($0, derivatives: true)
        }
      }
      let slope = jets[index].value
      jets[index] = Jet(value(at: xs[index], slope: slope), slope, jets[index].first)
    }
    return jets
  }

  private func value(at x: Double, slope: Double) -> Double {
    guard !x.isNaN else { return x }
    guard !x.isInfinite else { return limit(at: x) }
    guard !slope.isNaN else { return slope }
    let report = integral.report
    if let place = x < 0 ? report.infinite.left : report.infinite.right,
      x.magnitude >= place.magnitude
    {
      return program.values([place])[0] * (x < 0 ? -.infinity : .infinity)
    }
    return integral.fromOrigin(x)
  }

  private func limit(at x: Double) -> Double {
    let report = integral.report
    let place = x < 0 ? report.infinite.left : report.infinite.right
    if let place { return value(at: place, slope: 0) }
    let isSettled = x < 0 ? report.isSettled.left : report.isSettled.right
    return isSettled ? integral.limit(at: x) : .nan
  }
}
