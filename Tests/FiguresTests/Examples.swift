import Figures

/// A curve through evenly spaced points.
func curve(
  _ name: String, from low: Double, to high: Double, points: Int = 21, style: CurveStyle? = nil,
  _ function: (Double) -> Double
) -> Curve {
  let segment = (0..<points).map { index in
    let fraction = Double(index) / Double(points - 1)
    let x = low * (1 - fraction) + high * fraction
    return Point(x: x, y: function(x))
  }
  return Curve(name: name, segments: [segment], style: style)
}

/// relu and its derivative with its jump, the smallest figure that has everything.
func reluFigure(size: Size = .standard) -> Figure {
  let values = Curve(
    name: "relu", segments: [[Point(x: -5, y: 0), Point(x: 0, y: 0), Point(x: 5, y: 5)]])
  let slopes = Curve(
    name: "relu",
    segments: [
      [Point(x: -5, y: 0), Point(x: 0, y: 0)], [Point(x: 0, y: 1), Point(x: 5, y: 1)],
    ])
  return Figure(
    title: "relu", xDomain: -5...5,
    panels: [
      Figure.Panel(yLabel: "f(x)", curves: [values]),
      Figure.Panel(yLabel: "f′(x)", curves: [slopes]),
    ], size: size)
}

/// A figure of straight lines with ever steeper slopes.
func fan(
  _ count: Int, panels: Int = 1, size: Size = .standard, name: (Int) -> String = { "line \($0)" }
) -> Figure {
  let curves = (0..<count).map { index in
    curve(name(index), from: -1, to: 1, points: 2) { $0 * Double(index + 1) }
  }
  return Figure(
    title: "A fan of lines", xDomain: -1...1,
    panels: (0..<panels).map { _ in Figure.Panel(yLabel: "f(x)", curves: curves) }, size: size)
}

extension Drawing {
  /// Lays out a figure with the fixed-width measurer.
  init(_ figure: Figure) {
    self.init(Scene(figure), measurer: FixedWidthMeasurer())
  }

  /// All texts, in the order in which they are drawn.
  var texts: [Label] {
    commands.compactMap { if case .text(let label) = $0 { label } else { nil } }
  }

  /// The rectangles to which curves are clipped: the panels.
  var panels: [Rect] {
    commands.compactMap { if case .pushClip(let rect) = $0 { rect } else { nil } }
  }

  /// Every coordinate that a renderer will see.
  var points: [Point] {
    commands.flatMap { command -> [Point] in
      switch command {
      case .fill(let rect, _), .image(_, let rect), .pushClip(let rect):
        [Point(x: rect.minX, y: rect.minY), Point(x: rect.maxX, y: rect.maxY)]
      case .stroke(let lines, _): lines.flatMap { $0 }
      case .polygon(let corners, _): corners
      case .text(let label): [label.position]
      case .popClip, .pushGroup, .popGroup, .pushPart, .popPart: []
      }
    }
  }

  /// The boxes of all texts.
  var textBoxes: [Rect] { texts.map(\.box) }

  /// The lines of text with their boxes; the parts of a line with formulas are one.
  var textLines: [(text: String, box: Rect)] {
    var lines: [(text: String, box: Rect)] = []
    var group: (text: String, box: Rect?)?
    for command in commands {
      switch command {
      case .pushGroup(let source): group = (source, nil)
      case .popGroup:
        if let text = group?.text, let box = group?.box { lines.append((text, box)) }
        group = nil
      case .text(let label):
        if let text = group?.text {
          group = (text, group?.box.map { $0.union(label.box) } ?? label.box)
        } else {
          lines.append((label.text, label.box))
        }
      default: break
      }
    }
    return lines
  }
}

extension Label {
  /// The box of its capital letters.
  var box: Rect {
    let extent = FixedWidthMeasurer().measure(text, style: style)
    let left =
      switch anchor {
      case .start: position.x
      case .middle: position.x - extent.width / 2
      case .end: position.x - extent.width
      }
    return Rect(
      minX: left, minY: position.y - 0.73 * style.size, maxX: left + extent.width,
      maxY: position.y)
  }
}

extension Rect {
  fileprivate func union(_ other: Rect) -> Rect {
    Rect(
      minX: min(minX, other.minX), minY: min(minY, other.minY), maxX: max(maxX, other.maxX),
      maxY: max(maxY, other.maxY))
  }
}
