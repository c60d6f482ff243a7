import Activations

/// Finds where the unit in which a graph's errors are counted changes: where its values pass a power of two.
struct UnitSteps {
  private let trace: Trace
  private let type: FloatType

  init(of trace: Trace, in type: FloatType) { (self.trace, self.type) = (trace, type) }

  /// The values of the type on both sides of every change between some points, as far as the unit rises or falls all the
  /// way between two of them.
  func places(between points: [Double]) -> [Double] {
    let units = trace.values(points).map { type.ulp(of: $0) }
    var places: [Double] = []
    for index in points.indices.dropLast() {
      var open = [(points[index], points[index + 1], units[index], units[index + 1])]
      while let (low, high, left, right) = open.popLast() {
        guard left != right, !(left.isNaN && right.isNaN) else { continue }
        let middle = type.rounded(low / 2 + high / 2)
        guard middle > low, middle < high else {
          places += [low, high]
          continue
        }
        let unit = type.ulp(of: trace.value(at: middle))
        open += [(low, middle, left, unit), (middle, high, unit, right)]
      }
    }
    return places
  }
}
