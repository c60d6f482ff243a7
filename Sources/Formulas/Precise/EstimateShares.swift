// Exponentials of several numbers in pairs; the greatest is taken out, so that none overflows.

extension EstimateJet {
  /// ln Σ e^u = max + ln(1 + Σ e^(u − max)).
  static func logSumExp(_ all: [EstimateJet], _ order: Int) -> EstimateJet? {
    guard let place = greatest(all), let rest = sum(all, but: place, order) else { return nil }
    return rest.applying(.log1p, order).map { all[place].plus($0, order) }
  }

  /// The share of e^a, which this is the exponent of, among others.
  func share(among others: [EstimateJet], _ order: Int) -> EstimateJet? {
    let all = others + [self]
    guard let place = Self.greatest(all), let rest = Self.sum(all, but: place, order),
      let own = minus(all[place], order).applying(.exp, order)
    else { return nil }
    let whole = rest.plus(EstimateJet(Estimate(1)), order)
    return (place == others.count ? EstimateJet(Estimate(1)) : own).divided(by: whole, order)
  }

  private static func greatest(_ all: [EstimateJet]) -> Int? {
    all.indices.max { all[$0].value.value.high < all[$1].value.value.high }
  }

  /// Σ e^(u − max) over all but the greatest.
  private static func sum(_ all: [EstimateJet], but place: Int, _ order: Int) -> EstimateJet? {
    var sum = EstimateJet(Estimate(0))
    for index in all.indices where index != place {
      guard let power = all[index].minus(all[place], order).applying(.exp, order) else {
        return nil
      }
      sum = sum.plus(power, order)
    }
    return sum
  }
}
