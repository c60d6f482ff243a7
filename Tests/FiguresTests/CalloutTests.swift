import Testing

@testable import Figures

/// Notes, lines and zones in a panel.
@Suite struct CalloutTests {
  private func figure(_ curves: [Curve], _ change: (inout Figure.Panel) -> Void) -> Figure {
    var panel = Figure.Panel(yLabel: "f(x)", curves: curves)
    change(&panel)
    return Figure(title: "", xDomain: -1...1, panels: [panel])
  }

  /// Where a text is drawn, by the widths of the measurer.
  private func place(of text: String, in drawing: Drawing) -> Rect? {
    drawing.texts.first { $0.text == text }.map { label in
      let width = FixedWidthMeasurer().measure(text, style: label.style).width
      let left = label.position.x + label.anchor.shift(of: width)
      return Rect(
        minX: left, minY: label.position.y - 0.73 * label.style.size, maxX: left + width,
        maxY: label.position.y)
    }
  }

  private func arrows(_ drawing: Drawing) -> Int {
    drawing.commands.count {
      if case .polygon(let corners, _) = $0 { corners.count == 3 } else { false }
    }
  }

  @Test func aNoteStandsBesideItsPointWhereItCoversNothing() throws {
    let line = curve("", from: -1, to: 1, points: 2) { $0 }
    let drawing = Drawing(figure([line]) { $0.callouts = [Callout("here", at: Point(x: 0, y: 0))] })
    let rect = try #require(place(of: "here", in: drawing))
    let panel = drawing.panels[0]
    let point = Point(x: (panel.minX + panel.maxX) / 2, y: (panel.minY + panel.maxY) / 2)
    #expect(rect.nearest(to: point).distance(to: point) < 25)
    #expect(arrows(drawing) == 0)
  }

  @Test func whereCurvesAreInTheWayAnArrowLeadsToThePoint() throws {
    let grid = (0..<41).map { index in
      curve("", from: -0.4, to: 0.4, points: 2) { _ in Double(index - 20) * 0.02 }
    }
    let drawing = Drawing(
      figure(grid) {
        $0.yDomain = -1...1
        $0.callouts = [Callout("in the thick of it", at: Point(x: 0, y: 0))]
      })
    #expect(arrows(drawing) == 1)
    let rect = try #require(place(of: "in the thick of it", in: drawing))
    let panel = drawing.panels[0]
    let thick = Rect(
      minX: panel.minX + 0.3 * panel.width, minY: panel.minY + 0.3 * panel.height,
      maxX: panel.minX + 0.7 * panel.width, maxY: panel.minY + 0.7 * panel.height)
    #expect(!thick.touches(rect))
  }

  @Test(arguments: [-1.0, -0.99, 0, 0.99, 1], [-1.0, 0, 1])
  func notesNeverLeaveThePanel(x: Double, y: Double) throws {
    let line = curve("", from: -1, to: 1) { $0 }
    for text in ["a", String(repeating: "long and ", count: 40)] {
      let drawing = Drawing(
        figure([line]) {
          $0.yDomain = -1...1
          $0.callouts = [Callout(text, at: Point(x: x, y: y))]
        })
      for label in drawing.texts where label.text.contains("a") {
        let rect = try #require(place(of: label.text, in: drawing))
        #expect(drawing.panels[0].contains(rect), "\(label)")
      }
    }
  }

  @Test func aDotShowsOfWhichPointANoteSpeaks() {
    func dots(_ drawing: Drawing) -> Int {
      drawing.commands.count { command in
        if case .stroke(let lines, _) = command {
          lines.count == 1 && lines[0].count == 2
            && lines[0][0] == lines[0][1]
        } else {
          false
        }
      }
    }
    let line = curve("", from: -1, to: 1) { $0 }
    let plain = Drawing(figure([line]) { _ in })
    let noted = Drawing(figure([line]) { $0.callouts = [Callout("here", at: Point(x: 0, y: 0))] })
    #expect(dots(noted) == dots(plain) + 2)
  }

  @Test func aPointOutsideHasNoNote() {
    let line = curve("", from: -1, to: 1) { $0 }
    let drawing = Drawing(
      figure([line]) {
        $0.yDomain = -1...1
        $0.callouts = [
          Callout("over", at: Point(x: 0, y: 2)), Callout("off", at: Point(x: 3, y: 0)),
        ]
      })
    #expect(!drawing.texts.contains { ["over", "off"].contains($0.text) })
  }

  @Test func fittedDomainsHoldLinesAndNotes() {
    let line = curve("", from: -1, to: 1) { $0 }
    let scene = Scene(
      figure([line]) {
        $0.guides = [GuideLine(.y, 3), GuideLine(.x, 30)]
        $0.callouts = [Callout("low", at: Point(x: 0, y: -4))]
        $0.zones = [Zone(.y, -.infinity...0.5)]
      })
    let domain = scene.panels[0].y.domain
    #expect(domain.contains(3) && domain.contains(-4) && domain.upperBound < 4)
    #expect(scene.panels[0].guides.map(\.value) == [3])
    let logarithmic = (0.1...10.0).holding([-1, 1e3], scale: .log)
    #expect(logarithmic.lowerBound == 0.1 && logarithmic.upperBound > 1e3)
  }

  @Test func textsBreakAtSpacesOutsideOfFormulas() {
    let block = TextBlock(
      "one two $a + b + c$ three", style: TextStyle(size: 10, color: Color(0)), width: 60,
      measurer: FixedWidthMeasurer())
    #expect(block.lines.count > 1)
    #expect(block.lines.allSatisfy { $0.width <= 60 })
  }
}
