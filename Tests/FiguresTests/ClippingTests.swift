import Testing

@testable import Figures

@Suite("Clipping")
struct ClippingTests {
  private let rect = Rect(minX: 0, minY: 0, maxX: 10, maxY: 10)

  private func clip(_ points: [(Double, Double)]) -> [[Point]] {
    Clipping.polyline(points.map { Point(x: $0.0, y: $0.1) }, in: rect)
  }

  @Test("What lies inside stays as it is")
  func inside() {
    #expect(
      clip([(1, 1), (2, 3), (9, 9)]) == [[.init(x: 1, y: 1), .init(x: 2, y: 3), .init(x: 9, y: 9)]])
  }

  @Test("A segment that crosses is cut on both edges")
  func crossing() {
    #expect(clip([(-5, 5), (15, 5)]) == [[.init(x: 0, y: 5), .init(x: 10, y: 5)]])
  }

  @Test("A segment outside vanishes, even where its box meets the panel")
  func outside() {
    #expect(clip([(-5, 12), (15, 12)]).isEmpty)
    #expect(clip([(-1, 9.5), (2, 13)]).isEmpty)
  }

  @Test("A line that leaves and returns falls into pieces")
  func leaving() {
    let pieces = clip([(2, 5), (2, 20), (8, 20), (8, 5)])
    #expect(
      pieces == [
        [.init(x: 2, y: 5), .init(x: 2, y: 10)], [.init(x: 8, y: 10), .init(x: 8, y: 5)],
      ])
  }

  @Test("Points that are not finite break the line")
  func notFinite() {
    let pieces = clip([(1, 1), (2, 2), (3, .nan), (4, 4), (.infinity, 5), (6, 6), (7, 7)])
    #expect(pieces.map(\.count) == [2, 1, 2])
  }

  @Test("The far end of a segment does not bend its near end")
  func farAway() {
    let pieces = clip([(5, 5), (5 + 1e12, 5 + 1e12)])
    #expect(pieces.count == 1)
    #expect(pieces.first?.last.map { abs($0.x - 10) < 1e-3 && abs($0.y - 10) < 1e-3 } == true)
  }

  @Test("A single point and none are legal")
  func few() {
    #expect(clip([(3, 3)]) == [[.init(x: 3, y: 3)]])
    #expect(clip([(30, 3)]).isEmpty)
    #expect(clip([]).isEmpty)
  }

  @Test("The length of a line counts inside only")
  func length() {
    let line = [Point(x: -10, y: 5), Point(x: 20, y: 5), Point(x: 20, y: 50)]
    #expect(Clipping.length(of: line, in: rect) == 10)
  }
}
