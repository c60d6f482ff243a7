/// An activation function with its parameters set: a value and two exact derivatives at every x.
///
/// Numbers never throw. NaN in gives NaN out, ±∞ gives the limit, and no finite x gives NaN.
public protocol Activation: Sendable {
  /// f, f′ and f″ at x.
  func jet(at x: Double) -> Jet

  /// f and its derivatives up to an order, 1 or 2; what lies beyond may be rough.
  func jet(at x: Double, order: Int) -> Jet

  /// f at x; a type gives its own where that is cheaper than the jet.
  func value(at x: Double) -> Double

  /// The points where f is not smooth, in ascending order.
  var kinks: [Kink] { get }

  /// Points around which f changes fast when its parameters make it steep.
  ///
  /// Samplers look there with ever finer steps, so that a spike 10⁻⁶ wide is not stepped over.
  var landmarks: [Double] { get }

  /// Where pieces of f meet, however smoothly: one may be flat there and the other not.
  var seams: [Double] { get }

  /// Itself, where it is made from a gate H and so can be asked for it; nil for all others.
  var gated: (any Gated)? { get }

  /// What other targets of this package ask of it; nothing of an activation of one's own.
  var abilities: Abilities { get }

  /// What was replaced in its formula by twins that neither overflow nor cancel, such as
  /// `ln(1 + e^u) → softplus(u)`; nothing of a function of the catalogue.
  var rewrites: [String] { get }

  /// What was found out about it that its user should know; nothing of a function of the catalogue.
  var diagnostics: [Diagnostic] { get }

  /// The asked quantities at every x: one array a quantity, in the order asked.
  ///
  /// One dynamic call serves a whole batch; the loops inside are specialised for the type. A gate
  /// or density of a function that has none is NaN throughout.
  func columns(_ quantities: [Quantity], at xs: [Double]) -> [[Double]]
}

extension Activation {
  /// f, f′ and f″ at x, whatever the order.
  @inline(__always)
  public func jet(at x: Double, order: Int) -> Jet { jet(at: x) }

  /// The value of the jet.
  @inline(__always)
  public func value(at x: Double) -> Double { jet(at: x).value }

  /// No kinks: f is smooth.
  public var kinks: [Kink] { [] }

  /// The origin.
  public var landmarks: [Double] { [0] }

  /// None but the kinks, if any.
  public var seams: [Double] { [] }

  /// None.
  public var gated: (any Gated)? { nil }

  /// None.
  public var abilities: Abilities { Abilities() }

  /// Nothing.
  public var rewrites: [String] { [] }

  /// Nothing.
  public var diagnostics: [Diagnostic] { [] }

  /// Evaluates in one loop over the batch.
  public func columns(_ quantities: [Quantity], at xs: [Double]) -> [[Double]] {
    let none = Array(repeating: Double.nan, count: xs.count)
    return activationColumns(quantities, at: xs).map { $0 ?? none }
  }

  /// The columns of f, f′ and f″, and nil for every other quantity.
  @inline(__always)
  func activationColumns(_ quantities: [Quantity], at xs: [Double]) -> [[Double]?] {
    if let columns = vectorColumns(quantities, at: xs, { component($1, at: xs[$0]) }) {
      return columns
    }
    guard quantities.contains(where: { $0 == .df || $0 == .d2f }) else {
      return quantities.map { $0 == .f ? values(at: xs) : nil }
    }
    // Alone, a derivative needs no column of jets, and its loop leaves out what only the others need.
    if quantities == [.df] { return [slopes(at: xs)] }
    if quantities == [.d2f] { return [curvatures(at: xs)] }
    let order = quantities.contains(.d2f) ? 2 : 1
    let jets = xs.map { jet(at: $0, order: order) }
    return quantities.map { quantity in
      switch quantity {
      case .f: jets.map(\.value)
      case .df: jets.map(\.first)
      case .d2f: jets.map(\.second)
      case .gate, .density, .sign: nil
      }
    }
  }

  /// f, f′ or f″ at x, of a jet of some order.
  @inline(never)
  private func component(_ quantity: Quantity, at x: Double) -> Double {
    quantity == .f ? value(at: x) : jet(at: x, order: quantity.order).component(quantity.order)
  }

  // Each loop is a function of its own: in one, they would compete for the registers.

  @inline(never)
  private func values(at xs: [Double]) -> [Double] { xs.map { value(at: $0) } }

  @inline(never)
  private func slopes(at xs: [Double]) -> [Double] { xs.map { jet(at: $0, order: 1).first } }

  @inline(never)
  private func curvatures(at xs: [Double]) -> [Double] { xs.map { jet(at: $0, order: 2).second } }
}
