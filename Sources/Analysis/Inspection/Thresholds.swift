import Activations
import Exact

/// A stretch of a type's values over which a function rounds to something simple.
package struct Threshold: Equatable, Sendable {
  /// What the results are.
  package enum Target: Equatable, Sendable {
    /// x itself.
    case argument
    /// One number, 0 and infinities too.
    case constant(Double)
    /// Numbers without all digits of the type, or 0: what hardware flushes.
    case subnormal
  }

  /// Where the stretch begins or ends that has no end of its own.
  package enum Reach: Sendable {
    /// It reaches to the largest values of the type.
    case far
    /// It reaches to 0.
    case origin
  }

  package let quantity: Quantity
  package let target: Target
  package let reach: Reach
  /// The last x of the stretch, the one nearest to 0 or farthest from it.
  package let x: Double
}

/// From where on f and f′ round to x, to a constant, to 0, or overflow, in a type.
///
/// Every value is proved. In 16-bit types all are looked at. In others 64 of a binade, and then halves of the step in which a
/// stretch ends: its last value and the one beyond it are proved, that it has no gap is taken from the 64.
package struct Thresholds: Sendable {
  package let type: FloatType
  /// Those below 0, from the left, then those above it.
  package let all: [Threshold]

  package init(_ function: Function, _ type: FloatType) {
    self.type = type
    let quantities = [Quantity.f, .df].filter(function.has)
    all = [-1.0, 1].flatMap { side in
      var search = ThresholdSearch(function, quantities, type, side: side)
      return search.thresholds
    }
  }
}

/// The thresholds on one side of 0.
private struct ThresholdSearch {
  private let quantities: [Quantity]
  private let type: FloatType
  private let side: Double
  private var proofs: ProvedColumns
  /// The bits of the magnitudes that are looked at, in ascending order.
  private let ladder: [UInt64]
  /// The values there, for each quantity.
  private let columns: [[Double]]

  init(_ function: Function, _ quantities: [Quantity], _ type: FloatType, side: Double) {
    (self.quantities, self.type, self.side) = (quantities, type, side)
    let last = type.bitPattern(of: type.greatestFiniteMagnitude)
    let step = type.bitWidth == 16 ? 1 : UInt64(1) << UInt64(type.precision - 7)
    ladder = [1] + Array(Swift.stride(from: max(2, step), to: last, by: Int(step))) + [last]
    proofs = ProvedColumns(function, .roundings)
    columns = proofs.columns(
      quantities, at: ladder.map { side * type.value(bitPattern: $0) }, as: type)
  }

  var thresholds: [Threshold] {
    mutating get {
      var found: [Threshold] = []
      for index in quantities.indices {
        let origin = stretches(index, .origin, Array(ladder.indices))
        let far = stretches(index, .far, ladder.indices.reversed())
        found += side < 0 ? far + origin : origin + far
      }
      return found
    }
  }

  /// The stretches that begin at one end of the ladder: of what the function is there, and of subnormal numbers.
  private mutating func stretches(_ quantity: Int, _ reach: Threshold.Reach, _ order: [Int])
    -> [Threshold]
  {
    let (x, value) = (place(ladder[order[0]]), columns[quantity][order[0]])
    let isArgument = quantities[quantity] == .f && value == x
    let target = isArgument ? Threshold.Target.argument : .constant(value)
    guard !value.isNaN, let end = end(quantity, target, order) else { return [] }
    let own = Threshold(quantity: quantities[quantity], target: target, reach: reach, x: end)
    guard reach == .far, value == 0, let wider = self.end(quantity, .subnormal, order), wider != end
    else { return [own] }
    return [
      own, Threshold(quantity: quantities[quantity], target: .subnormal, reach: reach, x: wider),
    ]
  }

  /// The last x of a stretch along the ladder; nil where it is one value alone, which tells nothing, unless that is 0 or infinite.
  private mutating func end(_ quantity: Int, _ target: Threshold.Target, _ order: [Int]) -> Double?
  {
    let breaks = order.firstIndex {
      !holds(target, place(ladder[$0]), columns[quantity][$0])
    }
    guard let breaks else { return place(ladder[order[order.count - 1]]) }
    guard breaks > 0 else { return nil }
    var (inside, outside) = (ladder[order[breaks - 1]], ladder[order[breaks]])
    while max(inside, outside) - min(inside, outside) > 1 {
      let middle = min(inside, outside) + (max(inside, outside) - min(inside, outside)) / 2
      let x = place(middle)
      let value = proofs.columns([quantities[quantity]], at: [x], as: type)[0][0]
      if holds(target, x, value) { inside = middle } else { outside = middle }
    }
    if case .constant(let value) = target, value != 0, value.isFinite, inside == ladder[order[0]] {
      return nil
    }
    return place(inside)
  }

  private func holds(_ target: Threshold.Target, _ x: Double, _ value: Double) -> Bool {
    switch target {
    case .argument: value == x
    case .constant(let constant): value == constant
    case .subnormal: abs(value) < type.value(bitPattern: 1 << UInt64(type.precision - 1))
    }
  }

  private func place(_ bits: UInt64) -> Double { side * type.value(bitPattern: bits) }
}
