import Activations
import Formulas

extension Code {
  /// Where a comparison of a result comes out otherwise than at the number before: the ends of the code's own pieces, of what it
  /// compares whatever that is.
  ///
  /// Looked for between points that rise, and halved down to neighbours of the type, of which those below and above are told too; at
  /// most 24 a comparison, as waves have them without end.
  func turns(of result: Int, between points: [Double], _ arguments: [Double]) -> [Double] {
    var gaps: [Gap] = []
    for (choice, outcomes) in comparisons(of: result, at: points, arguments) {
      let turns = points.indices.dropFirst().filter { outcomes[$0 - 1] != outcomes[$0] }
      gaps += turns.prefix(24).map { place in
        Gap(
          choice: choice, isTrue: outcomes[place - 1], low: type.rank(of: points[place - 1]),
          high: type.rank(of: points[place]))
      }
    }
    while gaps.contains(where: \.isOpen) {
      let middles = gaps.map { type.number(ofRank: $0.middle) }
      let outcomes = comparisons(of: result, at: middles, arguments)
      for index in gaps.indices {
        guard let isTrue = outcomes[gaps[index].choice]?[index] else { continue }
        gaps[index].halve(isTrue)
      }
    }
    let ranks = Set(gaps.flatMap { [$0.low - 1, $0.low, $0.high, $0.high + 1] })
    return ranks.map(type.number).filter(\.isFinite).sorted()
  }
}

/// Two numbers, by their ranks, between which a comparison changes.
private struct Gap {
  let choice: Int
  /// What it comes to at the lower end.
  let isTrue: Bool
  var low: Int64
  var high: Int64

  var isOpen: Bool { high - low > 1 }
  var middle: Int64 { low + (high - low) / 2 }

  mutating func halve(_ isTrueThere: Bool) {
    guard isOpen else { return }
    if isTrueThere == isTrue { low = middle } else { high = middle }
  }
}

extension FloatType {
  /// The place of a number among the numbers of the type, that of 0 being 0.
  fileprivate func rank(of x: Double) -> Int64 {
    let rank = Int64(bitPattern(of: x.magnitude))
    return x < 0 ? -rank : rank
  }

  fileprivate func number(ofRank rank: Int64) -> Double {
    let size = value(bitPattern: UInt64(rank.magnitude))
    return rank < 0 ? -size : size
  }
}
