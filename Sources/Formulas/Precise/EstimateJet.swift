import Activations

/// A number that depends on x, with its derivatives up to an order.
struct EstimateJet {
  var value: Estimate
  var first: Estimate
  var second: Estimate

  /// A number that does not change with x.
  init(_ value: Estimate) {
    (self.value, first, second) = (value, Estimate(0), Estimate(0))
  }

  init(_ value: Estimate, _ first: Estimate, _ second: Estimate) {
    (self.value, self.first, self.second) = (value, first, second)
  }

  /// The sum, up to an order.
  func plus(_ b: EstimateJet, _ order: Int) -> EstimateJet {
    var sum = EstimateJet(value + b.value)
    if order > 0 { sum.first = first + b.first }
    if order > 1 { sum.second = second + b.second }
    return sum
  }

  /// The difference, up to an order.
  func minus(_ b: EstimateJet, _ order: Int) -> EstimateJet {
    var difference = EstimateJet(value - b.value)
    if order > 0 { difference.first = first - b.first }
    if order > 1 { difference.second = second - b.second }
    return difference
  }

  /// The product, up to an order.
  func times(_ b: EstimateJet, _ order: Int) -> EstimateJet {
    var product = EstimateJet(value * b.value)
    guard order > 0 else { return product }
    product.first = first * b.value + value * b.first
    guard order > 1 else { return product }
    product.second = second * b.value + 2 * (first * b.first) + value * b.second
    return product
  }

  /// c times this.
  func scaled(by c: Estimate, _ order: Int) -> EstimateJet {
    EstimateJet(
      c * value, order > 0 ? c * first : first, order > 1 ? c * second : second)
  }

  /// The quotient, up to an order.
  func divided(by b: EstimateJet, _ order: Int) -> EstimateJet {
    var quotient = EstimateJet(value / b.value)
    guard order > 0 else { return quotient }
    quotient.first = (first - quotient.value * b.first) / b.value
    guard order > 1 else { return quotient }
    quotient.second =
      (second - 2 * (quotient.first * b.first) - quotient.value * b.second) / b.value
    return quotient
  }

  /// A function of this by the chain rule, given its value and its derivatives as far as the order asks.
  func chain(_ order: Int, _ g: EstimateJet) -> EstimateJet {
    guard order > 0 else { return EstimateJet(g.value) }
    let slope = g.first * first
    guard order > 1 else { return EstimateJet(g.value, slope, Estimate(0)) }
    return EstimateJet(g.value, slope, g.second * (first * first) + g.first * second)
  }
}
