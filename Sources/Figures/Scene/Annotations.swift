/// A straight line through a whole panel, such as y = 1 or y = 2x + 1: thin, grey, behind the curves.
package struct GuideLine: Equatable, Sendable {
  /// Which coordinate it fixes: a line of a y lies level, unless it has a slope.
  package var axis: AxisName
  /// At which value, in data units; of a line with a slope y at x = 0.
  package var value: Double
  /// How much y rises with a unit of x; of lines of y alone.
  package var slope = 0.0
  /// What stands beside it; nothing where empty.
  package var text: String

  /// Makes a line.
  package init(_ axis: AxisName, _ value: Double, text: String = "") {
    self.axis = axis
    self.value = value
    self.text = text
  }

  /// The line y = slope·x + value.
  package init(slope: Double, _ value: Double, text: String = "") {
    self.init(.y, value, text: text)
    self.slope = slope
  }

  /// Its equation: `y = 2x + 1`.
  var equation: String {
    let constant = AxisNumber.decimal(abs(value))
    guard slope != 0 else { return "\(axis.rawValue) = \(AxisNumber.decimal(value))" }
    let factor = abs(slope) == 1 ? "" : AxisNumber.decimal(abs(slope))
    let end = value == 0 ? "" : " \(value < 0 ? "\u{2212}" : "+") \(constant)"
    return "y = \(slope < 0 ? "\u{2212}" : "")\(factor)x\(end)"
  }

  /// Whether any of it lies in a panel with these axes.
  func isSeen(x: Scene.Axis, y: Scene.Axis) -> Bool {
    guard slope != 0 else { return (axis == .x ? x : y).shows(value) }
    let ends = [x.domain.lowerBound, x.domain.upperBound].map { slope * $0 + value }
    let (low, high) = (min(ends[0], ends[1]), max(ends[0], ends[1]))
    return low <= high && y.domain.overlaps(low...high)
  }
}

/// A part of a panel that is shaded from one edge to the other: grey, behind everything.
package struct Zone: Equatable, Sendable {
  /// Along which axis it is measured: a zone of x reaches from the bottom to the top.
  package var axis: AxisName
  /// From where to where, in data units; it ends at the panel's edge where an end is infinite.
  package var range: ClosedRange<Double>
  /// What stands in it; nothing where empty.
  package var text: String

  /// Makes a zone.
  package init(_ axis: AxisName, _ range: ClosedRange<Double>, text: String = "") {
    self.axis = axis
    self.range = range
    self.text = text
  }
}

/// What is said of a point of a panel, beside it or with an arrow to it.
package struct Callout: Equatable, Sendable {
  /// The point, in data units.
  package var point: Point
  /// What is said of it.
  package var text: String

  /// Makes a note.
  package init(_ text: String, at point: Point) {
    self.text = text
    self.point = point
  }
}

/// One of the two axes of a panel.
package enum AxisName: String, Sendable {
  case x, y
}

extension Scene.Panel {
  /// Takes the lines, zones and notes that have a place on the panel's axes.
  mutating func take(_ content: Figure.Panel) {
    let (x, y) = (x, y)
    func axis(_ name: AxisName) -> Scene.Axis { name == .x ? x : y }
    zones = content.zones.filter { axis($0.axis).domain.overlaps($0.range) }
    guides = content.guides.filter { $0.isSeen(x: x, y: y) }
    measured = content.measured.map { series in
      var series = series
      series.name = TextFitting.oneLine(series.name)
      return series
    }
    callouts = content.callouts.filter { x.shows($0.point.x) && y.shows($0.point.y) }
    for index in zones.indices { zones[index].text = TextFitting.oneLine(zones[index].text) }
    for index in guides.indices { guides[index].text = TextFitting.oneLine(guides[index].text) }
    for index in callouts.indices {
      callouts[index].text = TextFitting.oneLine(callouts[index].text)
    }
  }
}

extension Scene {
  /// What a figure asks for beside its curves that none of its panels shows, in words.
  package func unseen(of figure: Figure) -> [String] {
    var words: [String] = []
    func add(_ text: String) { if !words.contains(text) { words.append(text) } }
    for callout in figure.panels.flatMap(\.callouts) {
      let isSeen = panels.contains { $0.callouts.contains { $0.point == callout.point } }
      let place = [callout.point.x, callout.point.y].map(AxisNumber.decimal)
      if !isSeen { add("the note at (\(place.joined(separator: ", ")))") }
    }
    for guide in figure.panels.flatMap(\.guides) {
      let isSeen = panels.contains {
        $0.guides.contains { $0.equation == guide.equation }
      }
      if !isSeen { add("the line \(guide.equation)") }
    }
    for zone in figure.panels.flatMap(\.zones) {
      let isSeen = panels.contains {
        $0.zones.contains { $0.axis == zone.axis && $0.range == zone.range }
      }
      if !isSeen { add("the zone of \(zone.axis.rawValue)") }
    }
    for measured in figure.panels.flatMap(\.measured) {
      let showing = panels.filter { $0.measured.contains { $0.points == measured.points } }
      let hidden = measured.points.count { point in
        !showing.contains { $0.x.shows(point.x) && $0.y.shows(point.y) }
      }
      let all = measured.points.count
      if hidden > 0 {
        add("\(hidden == all ? "all" : "\(hidden) of \(all)") points of \(measured.name)")
      }
    }
    return words
  }
}

extension Figure.Panel {
  /// The y that a fitted domain has to hold beside the curves: those of lines, zones, notes and measured points.
  func annotatedValues(over xDomain: ClosedRange<Double>) -> [Double] {
    let lines = guides.filter { $0.axis == .y && $0.slope == 0 }.map(\.value)
    let ends = zones.filter { $0.axis == .y }.flatMap {
      [$0.range.lowerBound, $0.range.upperBound]
    }
    let points = measured.flatMap { $0.values(over: xDomain) }
    return (lines + ends + callouts.map(\.point.y) + points).filter(\.isFinite)
  }
}
