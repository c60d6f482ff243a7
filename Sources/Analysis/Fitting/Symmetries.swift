/// The images of a point under exchanges of its coordinates and changes of their signs: where a function has such a symmetry, what is
/// as good as its best is there.
struct Symmetries {
  /// Those in the box, without the point itself.
  let images: [[Double]]

  init(of point: [Double], in box: [ClosedRange<Double>]) {
    let exchanged = Self.exchanges(Array(point.indices)).map { $0.map { point[$0] } }
    let signs = (0..<(1 << point.count)).map { mask in
      point.enumerated().map { mask >> $0 & 1 == 1 ? -$1 : $1 }
    }
    images = (exchanged + signs).filter { image in
      image != point && zip(image, box).allSatisfy { $1.contains($0) }
    }
  }

  /// The orders in which pairs have changed places, each item at most once.
  private static func exchanges(_ items: [Int]) -> [[Int]] {
    guard let first = items.first else { return [[]] }
    let rest = Array(items.dropFirst())
    let kept = exchanges(rest).map { [first] + $0 }
    return kept
      + rest.indices.flatMap { index -> [[Int]] in
        var others = rest
        let partner = others.remove(at: index)
        return exchanges(others).map { order in
          var order = order
          order.insert(first, at: index)
          return [partner] + order
        }
      }
  }
}
