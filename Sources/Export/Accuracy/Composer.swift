import Activations
import Exact
import Formulas

/// Makes code of a program: stretch by stretch the cheapest form that holds its bar, and single places that need their own value.
struct Composer {
  private let program: Program
  private let order: Int
  /// The truth for each set of the arguments' values; without arguments one.
  private let truths: [Truth]
  private let seams: [Double]
  private let constants: [Pair?]
  private let gates: [Double: GammaGate]

  private let dialect: Dialect
  /// What may stand in for code beside 0, in a language that flushes.
  private let line: OriginLine?

  init(
    _ program: Program, _ order: Int, _ truths: [Truth], seams: [Double],
    gates: [Double: GammaGate], _ dialect: Dialect
  ) {
    self.dialect = dialect
    (self.program, self.order, self.truths, self.seams) = (program, order, truths, seams)
    constants = program.constants
    line = dialect.flushes ? OriginLine(truths, order: order) : nil
    self.gates = gates
  }

  private var type: FloatType { truths[0].type }

  private var enough: Double { truths.share }

  /// Whether only what holds its bar for all arguments will do.
  private var isStrict: Bool { truths.count > 1 && !truths[0].isSlice }

  func part() throws(CodePrograms.Obstacle) -> WrittenFunction.Part {
    let halved = (seams + [0]).sorted()
    guard !isStrict else {
      do {
        return try part(seams)
      } catch  where !seams.contains(0) {
        return try part(halved)
      }
    }
    let part = try part(seams)
    guard part.measurement.excess > 1, !seams.contains(0) else { return part }
    let halves = try self.part(halved)
    return halves.measurement.excess < part.measurement.excess ? halves : part
  }

  private func part(_ seams: [Double]) throws(CodePrograms.Obstacle) -> WrittenFunction.Part {
    var code = Code(type, dialect)
    let ends = [-Double.infinity] + seams.map(type.ceiling) + [.infinity]
    var pieces: [Int] = []
    for (low, high) in zip(ends, ends.dropFirst()) {
      pieces.append(try piece(low, high, &code))
    }
    var result = pieces[pieces.count - 1]
    for (seam, piece) in zip(seams, pieces).reversed() {
      let place = code.number(type.ceiling(seam))
      result = code.emit(.select(.less, code.emit(.x), place, piece, otherwise: result))
    }
    result = withSeries(withLine(result, &code), &code)
    let sides = Dictionary(
      zip(seams.map(type.ceiling), zip(pieces, pieces.dropFirst())), uniquingKeysWith: { $1 })
    result = try Patches(truths, order, sides).applied(to: result, &code)
    let (kept, places) = code.pruned(to: [result])
    return WrittenFunction.Part(
      order: order, code: kept, result: places[0], measurement: measured(places[0], kept),
      isHarmless: isHarmless(places[0], kept))
  }

  /// The result over a stretch, in the cheapest style that holds the bar, or else the best.
  ///
  /// With arguments there is no other.
  private func piece(_ low: Double, _ high: Double, _ code: inout Code)
    throws(CodePrograms.Obstacle) -> Int
  {
    let stretch = Stretch(low, high, truths[0].points)
    var best: (code: Code, result: Int, measurement: Measurement, isHarmless: Bool)?
    var survey = Survey(
      program, stretch, constants: constants, gates: gates,
      arguments: truths.map(\.arguments), isSliced: truths[0].isSlice,
      places: truths[0].care == .published)
    for style in styles {
      var lowering = Lowering(code, survey, style)
      let result = try lowering.result()
      survey = lowering.survey
      let measurement = Measurement(lowering.code, result, truths, order: order) {
        low <= $0 && $0 < high && $0.magnitude >= line?.reach ?? 0
      }
      let isHarmless = isHarmless(result, lowering.code)
      // Few bad places are better than small errors at many: a series may stand in for them.
      let isBetter = best.map {
        $0.isHarmless == isHarmless ? measurement.isBetter(than: $0.measurement) : isHarmless
      }
      if isBetter ?? true { best = (lowering.code, result, measurement, isHarmless) }
      if measurement.excess <= enough, isHarmless { break }
    }
    guard let best else { throw CodePrograms.Obstacle("nothing was measured") }
    if isStrict, best.measurement.excess > 1 {
      throw CodePrograms.Obstacle("no form of it holds for all values of its arguments")
    }
    code = best.code
    return best.result
  }

  private func isHarmless(_ result: Int, _ code: Code) -> Bool {
    !dialect.isGuarded
      || truths.allSatisfy { code.isHarmless(result, at: $0.points, $0.arguments) }
  }

  /// Puts the line in where the code errs beside 0.
  private func withLine(_ result: Int, _ code: inout Code) -> Int {
    guard let line else { return result }
    let beside = Measurement(code, result, truths, order: order) { $0.magnitude < line.reach }
    return beside.excess > 1 ? line.applied(to: result, &code) : result
  }

  /// Puts series where the code errs: far out, around 0 and the zeros of what it computes, and at last where the worst errors are.
  ///
  /// With arguments their coefficients would change.
  private func withSeries(_ result: Int, _ code: inout Code) -> Int {
    var (result, measurement) = (result, measured(result, code))
    let truth = truths[0]
    guard truths.count == 1, measurement.excess > enough,
      var exact = ExactFunction(truth.function)
    else { return result }
    let ends: [(SeriesPatch.Place, [Double])] = [-1, 1].map { (.end($0), Self.shares) }
    var zeros = [0.0]
    // No series stand in for a wave at all its zeros.
    for zero in truth.isWave(order: order) ? [] : truth.zeros[order].prefix(12) {
      let zero = truth.refined(zero, order: order, &exact)
      if zeros.allSatisfy({ (zero - $0).magnitude > 0x1p-20 }) { zeros.append(zero) }
    }
    let middles = zeros.map { zero in
      // Towards another zero nothing would be left of the digits.
      let others = zeros.filter { $0 != zero }
      return (SeriesPatch.Place.around(zero), radii(around: zero, beside: others))
    }
    for (place, radii) in ends + middles where measurement.excess > enough {
      patch(place, radii, &exact, &code, &result, &measurement)
    }
    for round in 0..<8
    where measurement.excess > (round < 2 ? enough : 1) && !truth.isWave(order: order)
      && measurement.worst.x.magnitude < Self.far
    {
      let (place, before) = (measurement.worst.x, measurement.bad)
      patch(
        .around(place), radii(around: place, beside: zeros), &exact, &code, &result, &measurement)
      if measurement.bad == before { break }
    }
    return result
  }

  /// From here on a series around a place would reach over too few numbers.
  private static let far = 0x1p32

  /// Where series in 1/x begin: at 1 over these.
  private static let shares = [0x1p-16, 0x1p-8, 0x1p-5, 0x1p-3, 0.25, 0.5, 0.625, 0.75]

  /// How far a series around a place may reach: neither to a kink nor close to a zero.
  private func radii(around centre: Double, beside zeros: [Double]) -> [Double] {
    let kinks = truths[0].function.activation.kinks.map(\.x)
    let gap = kinks.map { ($0 - centre).magnitude }.min() ?? .infinity
    let free = zeros.map { 0.6 * ($0 - centre).magnitude }.min() ?? .infinity
    guard gap >= 0.01 else { return [] }
    let most = min(gap, free)
    return [0x1p-4, 0x1p-3, 0x1p-2, 0.375, 0x1p-1, 0.75, 1, 1.25, 1.5].filter { $0 < most }
      + (most <= 1.5 ? [most] : [])
  }

  /// Puts the series in that brings most values to their bar; where all are there, it reaches on as long as fewer come near
  /// it, as what the language's own functions err counts beside it too.
  private func patch(
    _ place: SeriesPatch.Place, _ radii: [Double], _ exact: inout ExactFunction,
    _ code: inout Code, _ result: inout Int, _ measurement: inout Measurement
  ) {
    guard !radii.isEmpty,
      let patch = SeriesPatch(
        &exact, order: order, place, type: type, terms: truths[0].care.terms(type))
    else { return }
    let (base, without) = (result, code)
    for radius in radii {
      var longer = without
      guard let replaced = patch.applied(to: base, within: radius, &longer) else { break }
      let (rest, holds) = (measured(replaced, longer), measurement.excess <= 1)
      let isBetter =
        holds
        ? rest.strained < measurement.strained && rest.excess <= 1
        : rest.beyond < measurement.beyond && rest.excess <= measurement.excess
      if isBetter { (code, result, measurement) = (longer, replaced, rest) }
    }
  }

  private func measured(_ result: Int, _ code: Code) -> Measurement {
    Measurement(code, result, truths, order: order)
  }

  /// From the cheapest to the dearest.
  private var styles: [Style] {
    let bounds = type == .f32 ? [128.0, 1024, 16384, 64, 32, 16] : [1024.0, 8192, 0x1p20, 64, 32]
    func plain(_ carries: Bool) -> [Style] {
      [
        Style(carries: carries), Style(isCareful: true, carries: carries),
        Style(isCareful: true, scale: .x, carries: carries),
      ]
    }
    func held(_ carries: Bool, _ choices: [(Style.Clamp, Style.Scale)]) -> [Style] {
      bounds.flatMap { bound in
        choices.map {
          Style(isCareful: true, clamp: $0.0, bound: bound, scale: $0.1, carries: carries)
        }
      }
    }
    let choices: [(Style.Clamp, Style.Scale)] = [
      (.everywhere, .none), (.inExponents, .none), (.inExponents, .x),
    ]
    guard truths[0].isSlice else {
      let joined = bounds[...1].map {
        Style(isCareful: true, clamp: .everywhere, bound: $0, joins: true)
      }
      return plain(false) + held(false, choices) + plain(true) + held(true, choices) + joined
    }
    // Many lines are many values to run.
    let besideArgument = [Style.Scale.argument, .both, .bothAlone].map {
      Style(isCareful: true, scale: $0)
    }
    return plain(false).dropLast() + besideArgument + held(false, [(.everywhere, .argument)])
      + plain(false).suffix(1) + plain(true) + held(false, choices)
  }
}

extension FloatType {
  /// The least number of the type that is not below x.
  func ceiling(_ x: Double) -> Double {
    let rounded = rounded(x)
    return rounded < x ? rounded + ulp(of: rounded) : rounded
  }
}
