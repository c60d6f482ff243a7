import Activations

/// How far each parameter may go from the best point, alone, with nothing lost: a supremum that another place decides stays what
/// it is.
struct FlatRanges {
  /// The range within which nothing changes; nil for a parameter that counts.
  let ranges: [ClosedRange<Double>?]

  init(_ problem: FitProblem, _ samples: FitSamples, around point: [Double]) {
    let most = problem.distance(at: point) * (1 + 1e-12) + 1e-14 * samples.size
    ranges = problem.box.enumerated().map { axis, range in
      guard range.lowerBound < range.upperBound else { return nil }
      func isAsGood(_ value: Double) -> Bool {
        problem.distance(at: point.replaced(axis, by: value)) <= most
      }
      let (value, least) = (point[axis], 1e-3 * max(abs(point[axis]), 1e-3 * problem.width(axis)))
      // The bottom of a smooth valley is level to half of its digits, and no further.
      let steps = [range.lowerBound, value - least, value + least, range.upperBound]
      let near = steps[1...2].filter { range.contains($0) && isAsGood($0) }
      guard !near.isEmpty else { return nil }
      func end(_ end: Double) -> Double {
        let way = [1, 0.75, 0.5, 0.25].map { value + $0 * (end - value) }
        if way.allSatisfy(isAsGood) { return end }
        var (good, bad) = (value, end)
        for _ in 0..<60 {
          let middle = good / 2 + bad / 2
          if isAsGood(middle) { good = middle } else { bad = middle }
        }
        return good
      }
      return end(range.lowerBound)...end(range.upperBound)
    }
  }

  /// Whether two points differ in nothing that counts.
  func areAsOne(_ a: [Double], _ b: [Double], _ problem: FitProblem) -> Bool {
    let held = a.indices.map { ranges[$0]?.contains(b[$0]) == true ? a[$0] : b[$0] }
    return !problem.isApart(a, held)
  }
}
