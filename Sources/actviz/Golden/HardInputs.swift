import Activations
import Analysis
import Exact

/// The inputs of a type at which implementations of a function go wrong, in groups, each input once.
///
/// Made of what is known of the function: its property sheet, its thresholds in the type, and its values at a pool of inputs, every
/// one of 16-bit types, 2¹⁶ spread over binades of others.
struct HardInputs {
  /// Inputs that are there for one reason.
  struct Group {
    let reason: Reason
    /// Bit patterns in the order of their values.
    let bits: [UInt64]
  }

  /// Why an input is there.
  enum Reason: String, CaseIterable {
    case specials, boundaries, breaks, zeros, ties, subnormals, others

    var text: String {
      switch self {
      case .specials: "zeros, infinities, NaN, the ends of normal and subnormal numbers"
      case .boundaries: "both sides of where results round to x, 0, a constant or infinity"
      case .breaks: "kinks, jumps, poles and edges, with their neighbours"
      case .zeros: "zeros of f, f' and f'', with their neighbours"
      case .ties: "exact results at or nearest to the middle between two values"
      case .subnormals: "subnormal results"
      case .others: "others, spread over binades"
      }
    }
  }

  /// Groups that are not empty.
  let groups: [Group]

  /// All inputs, group after group.
  var bits: [UInt64] { groups.flatMap(\.bits) }

  /// Values on each side of a place that are taken with it.
  private static let neighbours: Int64 = 2
  /// Inputs of each quantity that are taken of a pool for one reason.
  private static let share = 32

  /// The inputs for some quantities of a function, in a range where there is one, and so many others at random.
  ///
  /// Without a number, which 16-bit types alone may lack, all others.
  init(
    _ function: Function, _ quantities: [Quantity], _ type: FloatType, others count: Int?,
    in range: ClosedRange<Double>?, telling progress: WorkProgress
  ) {
    let inspection = Inspection(function, telling: progress)
    let order = BitOrder(type)
    let thresholds = Thresholds(function, type).all
    let pool = InputPool(function, quantities, type, in: range)
    var taken = Set<UInt64>()
    groups = Reason.allCases.compactMap { reason in
      let bits: [UInt64] =
        switch reason {
        case .specials: type.specialBits
        case .boundaries: thresholds.flatMap { Self.around($0.x, 1, order, type) }
        case .breaks: inspection.breaks.flatMap { Self.around($0, Self.neighbours, order, type) }
        case .zeros: inspection.turns.flatMap { Self.around($0, Self.neighbours, order, type) }
        case .ties: pool.ties(Self.share)
        case .subnormals: pool.subnormals(Self.share)
        case .others:
          count.map { Inputs(sample: $0, of: type, in: range) }.map { $0.bits(0..<$0.count) }
            ?? pool.inputs
        }
      let isMeant = { (bits: UInt64) in range?.contains(type.value(bitPattern: bits)) ?? true }
      let own = Set(bits.filter(isMeant)).subtracting(taken)
      taken.formUnion(own)
      let sorted = own.sorted { order.place($0) < order.place($1) }
      return sorted.isEmpty ? nil : Group(reason: reason, bits: sorted)
    }
  }

  /// The value nearest to a place, with so many neighbours on both sides.
  private static func around(
    _ x: Double, _ reach: Int64, _ order: BitOrder, _ type: FloatType
  ) -> [UInt64] {
    guard x.isFinite, type.rounded(x).isFinite else { return [] }
    let place = order.place(type.bitPattern(of: x))
    return (-reach...reach).map { order.bits(place &+ UInt64(bitPattern: $0)) }
      .filter { type.value(bitPattern: $0).isFinite }
  }
}

extension Inspection {
  /// Where f or a derivative breaks.
  fileprivate var breaks: [Double] {
    kinks.map(\.x) + poles.map(\.x) + holes + wildPlaces.map(\.x)
      + domain.flatMap { [$0.low, $0.high] }
  }

  /// Where f, f′ or f″ passes through 0.
  fileprivate var turns: [Double] {
    (shape.zeros + shape.slopeZeros).flatMap { [$0.low, $0.high] } + shape.inflections
  }
}
