import Activations

/// Finds the points where a program is not smooth.
///
/// Each piecewise operation breaks where a difference of registers is 0. Where that is affine in x, its
/// zero is known; elsewhere changes of sign are sought on a grid of 2¹² points up to ±10⁶ and halved
/// down to neighbouring doubles. What breaks there is told by the jets on both sides.
struct KinkSearch {
  let program: Program

  /// The most kinks that are sought; of more, those nearest to 0.
  private static let most = 128
  /// The most instructions that run over the grid, in all.
  private static let work = 1 << 22

  init(_ program: Program) { self.program = program }

  /// The kinks of the jets that a program leads to, in ascending order.
  func kinks(of jet: (Double) -> Jet) -> [Kink] {
    seams.compactMap { x in Self.order(at: x, jet).map { Kink(at: x, order: $0) } }
  }

  /// Where pieces meet, smoothly or not, in ascending order.
  var seams: [Double] {
    var seen = Set<Double>()
    let lines = affine()
    let ladders = ladders()
    let breaks = breaks() + ladders.flatMap { rungs($0, lines) }
    let known = breaks.compactMap { zero(of: $0, lines) }
    // A long program is searched for few of its breaks, so that the search takes no longer.
    let cost = Self.grid.count * max(1, program.instructions.count)
    let others = breaks.filter { !isAffine($0, lines) }.prefix(max(1, Self.work / cost))
    let share = max(1, Self.most / 2 / max(1, others.count))
    let found =
      settled(
        others.flatMap { other in searched(other, upTo: share).map { ($0, other) } }, beside: known)
      + ladders.flatMap { searched($0, lines, upTo: share) }
    let places = (known + Self.merged(found)).filter { seen.insert($0).inserted }
    return places.sorted { $0.magnitude < $1.magnitude }.prefix(Self.most).sorted()
  }

  // MARK: What breaks where

  /// A difference of a register and another register or a constant.
  struct Break {
    var a: Int
    var b: Int?
    var constant = 0.0
  }

  private func breaks() -> [Break] {
    program.instructions.flatMap { instruction -> [Break] in
      switch instruction {
      case .abs(let a), .sign(let a), .heaviside(let a): [Break(a: a)]
      case .maximum(let a, let b), .minimum(let a, let b): [Break(a: a, b: b)]
      case .select(_, let a, let b, _, _): [Break(a: a, b: b)]
      // The cut of the angle is where y = 0.
      case .binary(.atan2, let y, _): [Break(a: y)]
      // Those that jump again and again are ladders.
      case .binary(.gammaincp, _, _), .binary(.mod, _, _): []
      case .activation(let place, let a):
        program.callees[place].activation.kinks.map { Break(a: a, constant: $0.x) }
      case .x, .held, .constant, .add, .subtract, .multiply, .divide, .power, .offset, .scale,
        .quotient,
        .raise, .root, .logSumExp, .share, .intrinsic, .ratio, .exponentials:
        []
      }
    }
  }

  private func isAffine(_ difference: Break, _ lines: [Line?]) -> Bool {
    lines[difference.a] != nil && difference.b.map { lines[$0] != nil } ?? true
  }

  /// The zero of an affine difference.
  private func zero(of difference: Break, _ lines: [Line?]) -> Double? {
    guard let a = lines[difference.a],
      let b = difference.b.map({ lines[$0] }) ?? Line(slope: 0, offset: difference.constant)
    else { return nil }
    let x = (b.offset - a.offset) / (a.slope - b.slope)
    // Rounding may have missed the double at which the operation stands exactly on its kink.
    guard x.isFinite else { return nil }
    let near = [x, x.nextUp, x.nextDown, x.nextUp.nextUp, x.nextDown.nextDown]
    let distances = values(of: difference, at: near).map(\.magnitude)
    let best = near.indices.min { distances[$0] < distances[$1] } ?? 0
    return near[best] == 0 ? 0 : near[best]
  }

  private func searched(_ difference: Break, upTo limit: Int) -> [Double] {
    let xs = Self.grid
    let signs = values(of: difference, at: xs).map(Self.sign)
    let changes = xs.indices.dropLast().filter {
      signs[$0] != signs[$0 + 1] && signs[$0] != nil && signs[$0 + 1] != nil
    }
    let nearest = changes.sorted { xs[$0].magnitude < xs[$1].magnitude }.prefix(limit)
    return Self.merged(
      nearest.map {
        if xs[$0] == 0 || xs[$0 + 1] == 0, isAlone(difference) { return 0 }
        return bisected(difference, xs[$0], xs[$0 + 1])
      })
  }

  /// Points a few doubles apart as the one between them: a difference whose rounding is 0 around its zero, such as
  /// (x + 3)/6 − 1, leaves 0 on either side.
  static func merged(_ points: [Double]) -> [Double] {
    var groups: [(first: Double, last: Double)] = []
    for point in points.sorted() {
      if let group = groups.last, point - group.last <= 4 * group.last.ulp {
        groups[groups.count - 1].last = point
      } else {
        groups.append((point, point))
      }
    }
    return groups.map { $0.first == $0.last ? $0.first : $0.first / 2 + $0.last / 2 }
  }

  /// The places that were found, each with what breaks there; of those within rounding of each other, and of what is known, the
  /// one that is right for most.
  private func settled(_ found: [(place: Double, what: Break)], beside known: [Double]) -> [Double]
  {
    found.map { place, difference in
      let slack = 8 * max(place.ulp, Double.ulpOfOne)
      let others = found.filter { ($0.place - place).magnitude <= slack }
      let near = known.filter { ($0 - place).magnitude <= slack }
      guard near.count + others.count > 1 else { return place }
      // What is known goes before what was found, and of those the least.
      let best = (near + others.map(\.place).sorted { $0.magnitude < $1.magnitude })
        .map { x in (place: x, votes: others.count { isZero($0.what, at: x) }) }
        .reduce((place: place, votes: 0)) { $1.votes > $0.votes ? $1 : $0 }.place
      return isZero(difference, at: best) ? best : place
    }
  }

  /// Whether a difference is 0 but for rounding.
  private func isZero(_ difference: Break, at x: Double) -> Bool {
    let gap = value(of: difference, at: x).magnitude
    return gap <= 4 * value(of: Break(a: difference.a), at: x).magnitude.ulp
  }

  /// Whether a difference is 0 at the origin alone, but where it underflows: x³ is 0 at 10⁻¹⁰⁸ too.
  private func isAlone(_ difference: Break) -> Bool {
    let signs = values(of: difference, at: [-0x1p-100, 0, 0x1p-100]).map(Self.sign)
    return signs[1] == 0 && signs[0] != 0 && signs[2] != 0
  }

  /// Where a difference turns from the sign that it has at one end to that at the other; any other sign ends the search.
  func bisected(_ difference: Break, _ low: Double, _ high: Double) -> Double {
    func sign(_ x: Double) -> Int? { Self.sign(value(of: difference, at: x)) }
    let (start, end) = (sign(low), sign(high))
    let change = Bisection.signChange(between: low, and: high) { x in
      let here = sign(x)
      return here == start ? -1 : here == end ? 1 : 0
    }
    let ends = [change.upperBound, change.lowerBound]
    return ends.min {
      value(of: difference, at: $0).magnitude < value(of: difference, at: $1).magnitude
    } ?? low
  }

  /// −1, 0 or 1; nil at NaN.
  static func sign(_ value: Double) -> Int? {
    value > 0 ? 1 : value < 0 ? -1 : value == 0 ? 0 : nil
  }

  private func value(of difference: Break, at x: Double) -> Double {
    values(of: difference, at: [x])[0]
  }

  func values(of difference: Break, at xs: [Double]) -> [Double] {
    var values: [Double] = []
    program.run(over: xs, .upTo(0)) { run, _ in
      let a = run.register(difference.a).value
      let b = difference.b.map { run.register($0).value }
      for index in 0..<run.count {
        let b = b?[index] ?? difference.constant
        values.append(a[index] == b ? 0 : a[index] - b)
      }
    }
    return values
  }

  /// Even steps of 1/32 up to ±48, then steps of 5 % up to ±10⁶.
  static let grid: [Double] = {
    let near = (0...1536).map { Double($0) / 32 }
    let far = (1...204).map { 48 * Libm.pow(1.05, Double($0)) }
    let right = near + far
    return right.dropFirst().reversed().map { -$0 } + right
  }()

  // MARK: Straight lines

  struct Line {
    var slope: Double
    var offset: Double
  }

  /// For every register, the line that it is over x, if it is one.
  func affine() -> [Line?] {
    var lines: [Line?] = []
    for instruction in program.instructions { lines.append(Self.line(instruction, lines)) }
    return lines
  }

  private static func line(_ instruction: Program.Instruction, _ lines: [Line?]) -> Line? {
    switch instruction {
    case .x: return Line(slope: 1, offset: 0)
    case .constant(let value): return Line(slope: 0, offset: value)
    case .offset(let u, let c): return lines[u].map { Line(slope: $0.slope, offset: $0.offset + c) }
    case .scale(let u, let c):
      return lines[u].map { Line(slope: $0.slope * c, offset: $0.offset * c) }
    case .quotient(let u, let c):
      return lines[u].map { Line(slope: $0.slope / c, offset: $0.offset / c) }
    case .add(let a, let b):
      guard let a = lines[a], let b = lines[b] else { return nil }
      return Line(slope: a.slope + b.slope, offset: a.offset + b.offset)
    case .subtract(let a, let b):
      guard let a = lines[a], let b = lines[b] else { return nil }
      return Line(slope: a.slope - b.slope, offset: a.offset - b.offset)
    case .multiply(let a, let b):
      guard let a = lines[a], let b = lines[b], a.slope == 0 || b.slope == 0 else { return nil }
      return Line(
        slope: a.slope * b.offset + b.slope * a.offset, offset: a.offset * b.offset)
    case .divide(let a, let b):
      guard let a = lines[a], let b = lines[b], b.slope == 0 else { return nil }
      return Line(slope: a.slope / b.offset, offset: a.offset / b.offset)
    case .held, .power, .raise, .root, .logSumExp, .share, .abs, .sign, .heaviside,
      .intrinsic, .binary, .ratio, .exponentials, .maximum, .minimum, .select, .activation:
      return nil
    }
  }

  // MARK: What breaks

  /// The order of the lowest derivative that breaks at x, nil where none does up to the second.
  private static func order(at x: Double, _ jet: (Double) -> Jet) -> Int? {
    if let order = orderNext(to: x, jet) { return order }
    // Beside 100 the next few numbers are lost: there x + 100 breaks farther out, where what is smooth has begun to bend.
    let gap = max(x.magnitude, 1) * 0x1p-40
    let order = order(at: x, jet(x - gap), jet(x + gap), apart: 2 * gap)
    return order == 2 ? nil : order
  }

  private static func orderNext(to x: Double, _ jet: (Double) -> Jet) -> Int? {
    guard x == 0 else { return order(at: x, jet(x.nextDown.nextDown), jet(x.nextUp.nextUp)) }
    // The nearest numbers are so small that their cubes are 0: there x³ < 0 breaks a little farther out.
    return order(at: 0, jet(-0x1p-996), jet(0x1p-996))
      ?? order(at: 0, jet(-0x1p-200), jet(0x1p-200))
  }

  private static func order(at x: Double, _ left: Jet, _ right: Jet, apart: Double = 0) -> Int? {
    func breaks(_ l: Double, _ r: Double, _ slope: Double) -> Bool {
      let slack = 1e-9 * (l.magnitude + r.magnitude) + 1e-11 + (16 * x.ulp + 2 * apart) * slope
      return !(l == r || (l - r).magnitude <= slack)
    }
    if breaks(left.value, right.value, left.first.magnitude + right.first.magnitude) { return 0 }
    if breaks(left.first, right.first, left.second.magnitude + right.second.magnitude) { return 1 }
    return breaks(left.second, right.second, 0) ? 2 : nil
  }
}
