import Activations
import Foundation
import Testing

@testable import Figures

@Suite("Values on their lines")
struct LevelLabelsTests {
  private let panel = Rect(minX: 0, minY: 0, maxX: 400, maxY: 400)
  private let style = TextStyle(size: 16, color: Color(0))

  private func labels(_ lines: [[[Point]]], texts: [String]? = nil) -> LevelLabels {
    LevelLabels(
      lines.map { $0.compactMap(ArcPath.init) },
      texts: texts ?? lines.indices.map { "\($0)" }, in: panel, style: style,
      measurer: FixedWidthMeasurer())
  }

  /// A circle around the middle of the panel.
  private func circle(_ radius: Double) -> [Point] {
    (0...180).map { index in
      let angle = Double(index) * 2 * .pi / 180
      return Point(
        x: 200 + radius * cos(angle), y: 200 + (index == 180 ? 0 : radius * sin(angle)))
    }
  }

  private func line(_ points: (Double, Double)...) -> [Point] {
    points.map { Point(x: $0.0, y: $0.1) }
  }

  @Test("Every label lies on its line, upright, within the panel, and touches no other")
  func apart() {
    let labels = labels(stride(from: 40, through: 180, by: 35).map { [circle($0)] })
    #expect(labels.placed.count == 5)
    for (index, label) in labels.placed.enumerated() {
      let radius = 40 + 35 * Double(label.owner.level)
      let center = Point(x: 200, y: 200)
      #expect(abs(label.box.center.distance(to: center) - radius) < 3)
      #expect(panel.contains(label.box.bounds) && label.box.direction.x > -0.2)
      for other in labels.placed[..<index] { #expect(!other.box.meets(label.box)) }
    }
  }

  @Test("A line is broken under its label, and whole elsewhere")
  func broken() throws {
    let labels = labels([[line((0, 100), (400, 100))]], texts: ["0.5"])
    let label = try #require(labels.placed.first)
    let lines = labels.lines(of: 0)
    #expect(lines.count == 2 && lines[0].first?.x == 0 && lines[1].last?.x == 400)
    let gap = (lines[1].first?.x ?? 0) - (lines[0].last?.x ?? 0)
    let width = FixedWidthMeasurer().measure("0.5", style: style).width
    #expect(gap > width && gap < width + 2 * style.size)
    #expect(abs((lines[1].first?.x ?? 0) - label.box.center.x - gap / 2) < 1e-9)
  }

  @Test("A line too short, too bent or too crowded has no label")
  func none() {
    #expect(labels([[line((100, 100), (130, 100))]]).placed.isEmpty)
    #expect(labels([[circle(12)]], texts: ["0.25"]).placed.isEmpty)
    let zigzag = (0..<40).map { Point(x: 10 * Double($0), y: $0.isMultiple(of: 2) ? 100 : 110) }
    #expect(labels([[zigzag]], texts: ["0.25"]).placed.isEmpty)
    let bundle = (0..<30).map { [line((0, 100 + 4 * Double($0)), (400, 100 + 4 * Double($0)))] }
    #expect(labels(bundle).placed.isEmpty)
    #expect(labels([[line((0, 1), (400, 1))]]).placed.isEmpty)
  }

  @Test("A label is read from below or from the right, whichever way its line runs")
  func upright() throws {
    for turn in 0..<24 {
      let angle = Double(turn) * .pi / 12
      let (x, y) = (150 * cos(angle), 150 * sin(angle))
      let labels = labels([[line((200 - x, 200 - y), (200 + x, 200 + y))]])
      let command = try #require(labels.commands([Color(0)]).first)
      guard case .text(let label) = command else { continue }
      #expect((-97...90).contains(label.rotation))
    }
  }

  @Test("Labels of neighbouring levels stand near each other")
  func ladder() {
    let labels = labels((1...8).map { [line((0, 40 * Double($0)), (400, 40 * Double($0)))] })
    #expect(labels.placed.count == 8)
    for (one, next) in zip(labels.placed, labels.placed.dropFirst()) {
      #expect(abs(one.box.center.x - next.box.center.x) < 5)
    }
  }

  @Test("Numbers on lines bear no needless zeros, and their power of ten where no bar tells it")
  func texts() {
    let scale = ColorScale(holding: 0...1)
    #expect(scale.text(of: 0.5, isAlone: false) == "0.5" && scale.text(of: 1, isAlone: true) == "1")
    let small = ColorScale(holding: -2e-9...2e-9)
    #expect(small.text(of: 1e-9, isAlone: false) == "1")
    #expect(
      small.text(of: 1e-9, isAlone: true) == "1×10⁻⁹" && small.text(of: 0, isAlone: true) == "0")
    #expect(scale.text(of: 0.123, isAlone: false) == "0.123")
  }

  @Test("A hundred thousand points are labelled in a moment")
  func fast() {
    let waves = (0..<20).map { level in
      [
        (0..<5000).map {
          Point(x: 0.08 * Double($0), y: 20 * Double(level) + 5 * sin(Double($0) / 90))
        }
      ]
    }
    let start = ContinuousClock.now
    _ = labels(waves)
    #expect(ContinuousClock.now - start < .seconds(4))
  }
}
