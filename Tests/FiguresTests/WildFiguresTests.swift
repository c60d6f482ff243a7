import Testing

@testable import Figures

/// A generator whose numbers are the same on every run (Marsaglia's xorshift).
private struct Xorshift: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state ^= state << 13
    state ^= state >> 7
    state ^= state << 17
    return state
  }
}

/// Makes figures of any shape, size and numbers.
private struct FigureMaker {
  var generator: Xorshift

  private static let numbers: [Double] = [
    .nan, .infinity, -.infinity, .greatestFiniteMagnitude, -.greatestFiniteMagnitude, -0.0,
    .leastNonzeroMagnitude, .leastNormalMagnitude, 1e300, -1e300, 1e-300,
  ]
  private static let names = [
    "relu", "", "swish (β = 0.5)", "激活", "\u{0}\n", String(repeating: "long ", count: 30),
    "$\\displaystyle\\frac{1}{2}x^2$", "α $\\sqrt{x_1}$",
  ]

  mutating func pick(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &generator) }

  mutating func name() -> String { FigureMaker.names[pick(0...FigureMaker.names.count - 1)] }

  mutating func number() -> Double {
    switch pick(0...5) {
    case 0: Double(bitPattern: generator.next())
    case 1: FigureMaker.numbers[pick(0...FigureMaker.numbers.count - 1)]
    default: Double.random(in: -10...10, using: &generator)
    }
  }

  mutating func curve() -> Curve {
    let segments = (0..<pick(0...3)).map { _ in
      (0..<pick(0...9)).map { _ in Point(x: number(), y: number()) }
    }
    return Curve(
      name: name(), segments: segments, style: pick(0...1) == 0 ? .category(pick(-3...90)) : nil,
      role: pick(0...4) == 0 ? .reference : .subject)
  }

  mutating func domain() -> ClosedRange<Double> {
    let ends = [number(), number()].map { $0.isNaN ? 0 : $0 }.sorted()
    return ends[0]...(pick(0...3) == 0 ? ends[0].nextUp : ends[1])
  }

  mutating func panel() -> Figure.Panel {
    if pick(0...15) == 0 { return Figure.Panel(notes: [.init(name(), name())]) }
    let curves = (0..<pick(0...12)).map { _ in curve() }
    var panel = Figure.Panel(title: name(), yLabel: name(), curves: curves, yScale: scale())
    if pick(0...2) == 0 { panel.xDomain = domain() }
    if pick(0...2) == 0 { panel.yDomain = domain() }
    if pick(0...4) == 0 { panel.xScale = scale() }
    panel.bands = (0..<pick(0...2)).map { _ in
      Band(name: name(), polygons: curve().segments, style: .category(pick(-3...90)))
    }
    if pick(0...2) == 0, curves.count > 1 {
      panel.bands.append(Band(name: name(), between: curves[0], and: curves[1], style: 0))
    }
    panel.marks = (0..<(pick(0...1) * pick(0...20))).map { index in
      Mark(
        number: index + 1, name: name(), at: Point(x: number(), y: number()),
        style: .category(pick(-3...90)))
    }
    return panel
  }

  mutating func scale() -> ScaleKind {
    switch pick(0...5) {
    case 0, 1: .log
    case 2: .symlog(constant: [1e-300, 0.01, 1, 1e300][pick(0...3)])
    default: .linear
    }
  }

  mutating func size() throws -> Size {
    if pick(0...1) == 0 { return try Size(width: pick(100...900), height: pick(100...900)) }
    if pick(0...5) == 0 { return Size.presets[pick(0...2)].size }
    let sides = [pick(25...300), pick(25...300)].map { Length(Double($0) + 0.3, .millimetre) }
    return try Size(physicalWidth: sides[0], height: sides[1])
  }

  mutating func theme() -> Theme {
    let theme = Theme(Theme.Name.allCases[pick(0...2)])
    return pick(0...3) == 0 ? theme.withoutBackground : theme
  }

  mutating func figure() throws -> Figure {
    let panels = (0..<pick(0...7)).map { _ in panel() }
    var figure = Figure(
      title: name(), xLabel: name(), xDomain: domain(), xScale: scale(), panels: panels,
      columns: pick(0...1) == 0 ? pick(-1...9) : nil,
      size: try size())
    figure.sharesYDomain = pick(0...1) == 0
    if pick(0...1) == 0 { figure.panels = figure.panels.map { blank($0, "f(x)") } }
    figure.labelling = Labelling.allCases[pick(0...2)]
    return figure
  }

  /// The panel under another name, so that panels can share what they show.
  private func blank(_ panel: Figure.Panel, _ label: String) -> Figure.Panel {
    var panel = panel
    panel.yLabel = label
    panel.yDomain = nil
    panel.yScale = .linear
    return panel
  }
}

@Suite("Wild figures")
struct WildFiguresTests {
  @Test("A scene leaves nothing open, whatever the figure", arguments: 1...8)
  func scene(seed: UInt64) throws {
    var maker = FigureMaker(generator: Xorshift(state: seed &* 0x9e37_79b9_7f4a_7c15))
    for _ in 0..<200 {
      let figure = try maker.figure()
      let scene = Scene(figure)
      #expect(scene.panels.count == figure.panels.count)
      #expect(scene.arrangement.columns * scene.arrangement.rows >= scene.panels.count)
      for panel in scene.panels {
        let texts =
          [scene.title, panel.title, panel.x.name, panel.y.name] + panel.curves.map(\.name)
          + panel.bands.map(\.name) + panel.marks.map(\.name)
          + panel.notes.flatMap { [$0.key, $0.value] }
        #expect(
          texts.joined().unicodeScalars.allSatisfy { $0.properties.generalCategory != .control })
        #expect(panel.marks.allSatisfy { panel.x.shows($0.point.x) && panel.y.shows($0.point.y) })
        let subjects = panel.curves.drop { $0.role == .reference }
        #expect(subjects.allSatisfy { $0.role == .subject })
      }
      let legend = Legend(of: scene, namesCurves: true)
      let lines = Set(legend.entries.joined().filter { $0.sample != .reference })
      #expect(legend.entries.count == scene.panels.count)
      if let shared = legend.shared { #expect(lines.isSubset(of: shared)) }
    }
  }

  @Test("Any figure at all keeps to its canvas, and its texts to themselves", arguments: 1...8)
  func canvas(seed: UInt64) throws {
    var maker = FigureMaker(generator: Xorshift(state: seed &* 0x9e37_79b9_7f4a_7c15))
    for _ in 0..<60 {
      let figure = try maker.figure()
      let drawing = Drawing(Scene(figure), measurer: FixedWidthMeasurer(), theme: maker.theme())
      let width = Double(figure.size.width)
      let height = Double(figure.size.height)
      // Lines may reach beyond the panel by a little more than their own width.
      let reach = Rect(minX: 0, minY: 0, maxX: width, maxY: height).inset(by: -10)
      #expect(drawing.points.allSatisfy(reach.contains))
      let lines = drawing.textLines
      for (index, (text, box)) in lines.enumerated() {
        #expect(box.minX >= -0.5 && box.maxX <= width + 0.5)
        #expect(box.minY >= 0 && box.maxY <= height)
        let touched = lines[..<index].first { _, other in
          !(box.minX >= other.maxX || other.minX >= box.maxX || box.minY >= other.maxY
            || other.minY >= box.maxY)
        }
        #expect(
          touched?.text == nil, "\(text), \(figure.size), \(figure.panels.count) panels")
      }
    }
  }
}
