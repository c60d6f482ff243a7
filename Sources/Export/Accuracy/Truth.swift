import Activations
import Exact

/// Proved values of a function and its derivatives at the points where code is measured.
struct Truth {
  let function: Function
  /// The values of the arguments behind x.
  let arguments: [Double]
  let type: FloatType
  private(set) var points: [Double]
  /// Columns by the order of the derivative; NaN where nobody can tell.
  private(set) var columns: [[Double]]
  /// Where the derivative of an order passes through 0, by the order.
  let zeros: [[Double]]
  /// How far what is beside a zero reaches, likewise: half a unit, and where arguments stretch the function by as much more.
  private let reaches: [[Double]]
  /// How large values are twice as far beside each zero, likewise, of a function of two variables; 1 at least.
  private let heights: [[Double]]
  /// The places that are looked at alone: kinks, 0 and both infinities, with the values there.
  let places: [(x: Double, values: [Double?])]
  private var exact: ExactFunction
  /// Up to which |x| it looks.
  private let reach: Double
  /// Whether it is one line of many through a function of two variables.
  let isSlice: Bool
  /// How closely it is looked at.
  let care: Care

  /// A line through a function of two variables: its place among all, of which each has some points of its own, and one in how many.
  struct Slice {
    let place: Int
    let step: Int
  }

  init?(
    _ function: Function, _ type: FloatType, upTo order: Int, around seams: [Double],
    arguments: [Double] = [], upTo reach: Double = .infinity, beside other: Truth? = nil,
    slice: Slice? = nil, stated: ExactFunction? = nil, _ care: Care = .published
  ) {
    guard var exact = stated ?? ExactFunction(function) else { return nil }
    self.type = type
    self.arguments = arguments
    self.function = function
    self.reach = reach
    self.care = care
    isSlice = slice != nil
    let kinks = function.activation.kinks.map(\.x).filter { type.rounded($0) == $0 }
    // The kinks of one set of arguments are no seams, but as little points to look at.
    let apart = Set(seams + kinks + [0])
    var points = Points.of(type, around: seams, isSparse: other != nil || slice != nil)
      .filter { !apart.contains($0) && $0.magnitude <= reach }
    points = points.enumerated().filter { $0.offset % care.step == 0 }.map(\.element)
    // The ends of where it is looked, beside which products overflow first.
    if care.reach.isFinite, reach == care.reach { points = [-reach] + points + [reach] }
    if let slice {
      let step = slice.step * (type == .f32 ? 1 : 3)
      points = points.enumerated().filter { ($0.offset + slice.place) % step == 0 }
        .map(\.element)
      let beside = Points.besideOther(arguments[0], type)
      points = Set(points + beside).subtracting(apart).sorted()
    }
    func row(_ x: Double) -> [Double] {
      exact.values(at: x, upTo: order).map { $0.isKnown ? $0.value : .nan }
    }
    var rows = Dictionary(uniqueKeysWithValues: points.map { ($0, row($0)) })
    func columns() -> [[Double]] { (0...order).map { n in points.map { rows[$0]?[n] ?? .nan } } }
    // Nearer to what the first look found: zeros, and where values become too small to be normal.
    var (found, edges): ([Double], Set<Double>) = ([], [])
    for (n, column) in columns().enumerated() {
      let zeros = Self.zeros(column, points)
      if zeros.count <= 20 { found += zeros.map { Self.refined($0, points) { row($0)[n] } } }
      found += Self.ends(column, points, type)
      edges.formUnion(Self.edges(column, points, type) { row($0)[n] })
      // A page's few points are too far from each other to meet a fall that is steep.
      if care == .page { found += Self.falls(column, points, type) { row($0)[n] } }
    }
    edges =
      slice == nil && arguments.isEmpty
      ? edges.subtracting(apart).filter { $0.magnitude <= reach } : []
    let beside = Points.beside(found.map(type.rounded) + edges.sorted(), type)
    for (place, x) in beside.enumerated()
    where place % (slice?.step ?? care.step) == 0 && rows[x] == nil && !apart.contains(x)
      && x.magnitude <= reach
    {
      rows[x] = row(x)
    }
    points = rows.keys.sorted()
    let alone = slice == nil ? edges.union(Self.poles(columns(), points)) : []
    points.removeAll(where: alone.contains)
    self.points = points
    self.columns = columns()
    // Where points are few, the middle between two of them is far from the zero.
    let zeros = self.columns.enumerated().map { n, column in
      let zeros = Self.zeros(column, points)
      return zeros.count > 20 ? zeros : zeros.map { Self.refined($0, points) { row($0)[n] } }
    }
    self.zeros = zeros
    let reaches = zeros.enumerated().map { order, zeros in
      zeros.enumerated().map { place, zero in
        guard let others = other?.zeros[order], others.count == zeros.count else { return 0.5 }
        return others[place] == 0 ? 0.5 : 0.5 * max(1, (zero / others[place]).magnitude)
      }
    }
    self.reaches = reaches
    heights = zeros.enumerated().map { n, zeros in
      zip(zeros, reaches[n]).map { zero, reach in
        guard slice != nil else { return 1 }
        return [zero - 2 * reach, zero + 2 * reach].map { row($0)[n].magnitude }.filter(\.isFinite)
          .reduce(1, max)
      }
    }
    // Beyond its reach nobody looks.
    let ends = care.reach.isFinite ? [] : [-Double.infinity, .infinity]
    let special = Set(ends + [0] + kinks + alone).sorted()
    places = special.map { x in
      // Limits at an end that no proof tells are the function's own.
      let jet = function.activation.jet(at: x)
      let limits =
        x.isInfinite ? [jet.value, jet.first, jet.second].map { $0.isNaN ? nil : $0 } : []
      let values: [Double?] = exact.values(at: x, upTo: order).enumerated().map { n, outcome in
        outcome.isKnown ? outcome.value : limits.indices.contains(n) ? limits[n] : nil
      }
      return (x, values)
    }
    self.exact = exact
  }

  /// Looks at more points too, but at places that are looked at alone.
  mutating func look(at others: [Double]) {
    let known = Set(points + places.map(\.x))
    var rows = zip(points, points.indices.map { place in columns.map { $0[place] } }) + []
    for x in Set(others).subtracting(known) where x.magnitude <= reach {
      let values = exact.values(at: x, upTo: columns.count - 1)
      rows.append((x, values.map { $0.isKnown ? $0.value : .nan }))
    }
    rows.sort { $0.0 < $1.0 }
    points = rows.map(\.0)
    columns = columns.indices.map { order in rows.map { $0.1[order] } }
  }

  /// The number of the type that is nearest to a zero of the derivative of an order.
  func refined(_ zero: Double, order: Int, _ exact: inout ExactFunction) -> Double {
    type.rounded(Self.refined(zero, points) { exact.values(at: $0, upTo: order)[order].value })
  }

  /// A zero between two points, to the last bit.
  private static func refined(
    _ zero: Double, _ points: [Double], _ value: (Double) -> Double
  ) -> Double {
    guard zero != 0, let next = points.firstIndex(where: { $0 > zero }), next > 0 else {
      return zero
    }
    var (low, high) = (points[next - 1], points[next])
    let sign = value(low) < 0
    guard sign != (value(high) < 0) else { return zero }
    for _ in 0..<70 {
      let middle = low / 2 + high / 2
      guard low < middle, middle < high else { break }
      if (value(middle) < 0) == sign { low = middle } else { high = middle }
    }
    return high.magnitude < 1e-30 ? 0 : high
  }

  /// How good values are to be: of a function of two variables f has zeros along whole lines, and an absolute promise beside them.
  func bar(order: Int) -> Bar {
    let bar = care.bar(order: order, hasArguments: !arguments.isEmpty)
    return isSlice && order == 0 ? Bar(ulps: bar.ulps, units: 4) : bar
  }

  /// In what units absolute errors beside a zero are counted: the largest value there, where another variable may stretch it, but 1 at least.
  func height(beside x: Double, order: Int) -> Double {
    let nearest = zeros[order].indices.min {
      (x - zeros[order][$0]).magnitude < (x - zeros[order][$1]).magnitude
    }
    return nearest.map { heights[order][$0] } ?? 1
  }

  /// Whether there is a number at x, though nothing proves which: code is not to be NaN there.
  func isNumber(at x: Double, order: Int) -> Bool {
    guard !isSlice else { return false }
    let jet = function.activation.jet(at: x)
    return ![jet.value, jet.first, jet.second][order].isNaN
  }

  /// Whether the derivative of an order has so many zeros that it is a wave's.
  ///
  /// Where arguments of waves leave the digits, fewer tell it.
  func isWave(order: Int) -> Bool { zeros[order].count > (reach < care.reach ? 8 : 20) }

  /// Whether the derivative of an order passes through 0 beside x.
  ///
  /// A page's code keeps its digits on both sides of 0, where numbers of all sizes lie; with arguments f alone does.
  func isBesideZero(_ x: Double, _ values: Double, order: Int) -> Bool {
    if care == .page, arguments.isEmpty || order == 0, zeros[order].contains(0),
      x.magnitude <= 0.125
    {
      return false
    }
    // Waves have zeros everywhere.
    if isWave(order: order), values < 0.25, !isTail(x, order: order) { return true }
    return zip(zeros[order], reaches[order]).contains { (x - $0).magnitude <= $1 }
  }

  /// Whether a wave has fallen to less than a quarter everywhere within half a turn of x, with points so dense that its zeros are seen.
  private func isTail(_ x: Double, order: Int) -> Bool {
    let reach = 1.6
    func isLow(_ place: Int, _ step: Int) -> Bool {
      var (place, before) = (place, x)
      while points.indices.contains(place), (points[place] - x).magnitude <= reach {
        guard columns[order][place].magnitude < 0.25, (points[place] - before).magnitude < 0.75
        else { return false }
        (place, before) = (place + step, points[place])
      }
      return points.indices.contains(place) && (points[place] - before).magnitude < 0.75
    }
    var (low, next) = (0, points.count)
    while low < next {
      let middle = (low + next) / 2
      if points[middle] > x { next = middle } else { low = middle + 1 }
    }
    return isLow(next, 1) && isLow(next - 1, -1)
  }

  /// Whether a language that takes for 0 what is below the least normal number owes nothing at x: there, of such a value, and of a
  /// function of two variables of an error no larger than one of them.
  func isLost(_ value: Double, _ x: Double, _ exact: Double, below least: Double) -> Bool {
    x.magnitude < least || exact != 0 && exact.magnitude < least
      || isSlice && (value - exact).magnitude <= least
  }
}
