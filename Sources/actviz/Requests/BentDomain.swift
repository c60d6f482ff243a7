import Activations
import Analysis
import Figures

extension PlotRequest {
  /// The x-domain of a group's panels: the figure's where nil.
  ///
  /// With free x-domains, the part of the figure's in which the group's curves are not straight, with
  /// half of its width more at both sides.
  func domain(of group: FunctionGroup) -> ClosedRange<Double>? {
    guard freesX else { return nil }
    let members = group.members.filter { $0.role == .subject }
    let bends = quantities.flatMap { quantity in
      members.compactMap { bend(of: Trace($0.function, quantity)) }
    }
    guard let low = bends.map(\.lowerBound).min(), let high = bends.map(\.upperBound).max(),
      high - low > 1e-9 * (domain.upperBound / 2 - domain.lowerBound / 2)
    else { return nil }
    let margin = high / 2 - low / 2
    let rounded = Self.rounded(low - margin, high + margin)
    let (start, end) = (
      max(rounded.lowerBound, domain.lowerBound), min(rounded.upperBound, domain.upperBound)
    )
    return start < end ? start...end : nil
  }

  /// From where the graph leaves its straight line at the left to where it enters that at the right;
  /// nil where it is straight all along.
  private func bend(of trace: Trace) -> ClosedRange<Double>? {
    let sampler = Sampler(domain: domain, pixels: (1600, 1000))
    let samples = sampler.graph(of: trace).lines.flatMap { $0 }
    let ys = samples.map(\.y)
    guard samples.count > 2, let low = ys.min(), let high = ys.max(), low < high else { return nil }
    let tolerance = 0.01 * (high - low)
    let left = Self.straight(samples, tolerance)
    let right = Self.straight(samples.reversed(), tolerance)
    guard left < samples.count - 1, right < samples.count - 1 else { return nil }
    let (start, end) = (samples[left].x, samples[samples.count - 1 - right].x)
    return min(start, end)...max(start, end)
  }

  /// How far a polyline stays within a tolerance of the chord from its first point: the last such index.
  private static func straight(_ samples: [Point], _ tolerance: Double) -> Int {
    func isStraight(_ last: Int) -> Bool {
      let (a, b) = (samples[0], samples[last])
      return samples[0...last].allSatisfy { sample in
        let ratio = (sample.x - a.x) / (b.x - a.x)
        return abs(a.y * (1 - ratio) + b.y * ratio - sample.y) <= tolerance
      }
    }
    var (straight, bent) = (1, samples.count)
    while bent - straight > 1 {
      let middle = (straight + bent) / 2
      if isStraight(middle) { straight = middle } else { bent = middle }
    }
    return straight
  }

  /// The domain with its ends moved out to multiples of a step about a tenth of it.
  private static func rounded(_ low: Double, _ high: Double) -> ClosedRange<Double> {
    var step = 1.0
    let width = high - low
    // A hundredth of it would be no step.
    guard width / 100 >= .leastNormalMagnitude, width.isFinite else { return low...high }
    while step > width / 10 { step /= 10 }
    while step <= width / 100 { step *= 10 }
    for factor in [5.0, 2] where step * factor <= width / 10 {
      step *= factor
      break
    }
    return (low / step).rounded(.down) * step...(high / step).rounded(.up) * step
  }
}
