import Testing

@testable import Figures

@Suite("Colour scales")
struct ColorScaleTests {
  @Test("Levels are round, and about seven")
  func levels() {
    #expect(
      ColorScale(holding: 0...1).levels.map { ($0 * 10).rounded() } == (0...10).map { Double($0) })
    #expect(ColorScale(holding: -16...16).levels == [-15, -10, -5, 0, 5, 10, 15])
    #expect(ColorScale(holding: 1e-9...7e-9).levels.count == 7)
    for power in -40...40 {
      for mantissa in [1.0, 1.3, 2, 3.1, 4.9, 7, 9.99] {
        let end = mantissa * DecimalStep(mantissa: 1, exponent: power).value(at: 1)
        let count = ColorScale(holding: -end / 7...end).levels.count
        #expect((5...12).contains(count), "\(end): \(count)")
      }
    }
  }

  @Test("Numbers of both signs diverge from 0, unless one is a trace of rounding")
  func diverging() {
    #expect(ColorScale(holding: -1...10).isDiverging)
    #expect(!ColorScale(holding: 0...10).isDiverging && !ColorScale(holding: -3...(-1)).isDiverging)
    #expect(!ColorScale(holding: -1e-15...1).isDiverging)
    let scale = ColorScale(holding: -1...10)
    #expect(scale.part(of: 0) == 0.5 && scale.part(of: 10) == 1 && scale.part(of: -10) == 0)
  }

  @Test("Ranges without width, infinite ones and the widest of all have colours")
  func extremes() {
    let infinity = Double.infinity
    let ranges: [ClosedRange<Double>] = [
      0...0, 3...3, -infinity...infinity, 1...infinity, -1e308...1e308,
      0...Double.leastNonzeroMagnitude,
    ]
    for range in ranges {
      let scale = ColorScale(holding: range)
      let (low, high) = (scale.domain.lowerBound, scale.domain.upperBound)
      #expect(low < high && low.isFinite && high.isFinite)
      for value in [low, high, low / 2 + high / 2] {
        #expect((0...1).contains(scale.part(of: value)))
      }
    }
  }

  @Test(
    "Values beyond the domain are told",
    arguments: [(-1.0...1.0, false, false), (-2...1, true, false), (-1...3, false, true)])
  func exceeding(extremes: ClosedRange<Double>, below: Bool, above: Bool) {
    let scale = ColorScale(holding: -1...1, extremes: extremes)
    #expect(scale.exceedsBelow == below && scale.exceedsAbove == above)
  }

  @Test("Levels that are asked for are kept, each once and in order")
  func chosen() {
    let scale = ColorScale(holding: -1...1, levels: [0.25, -0.5, 0.25, .nan])
    #expect(scale.levels == [-0.5, 0.25] && scale.texts == ["−0.5", "0.25"])
  }
}

@Suite("Fields")
struct FieldTests {
  /// A field of x·y over −1 to 1, a third of it without values, with its level 0.25.
  static func figure(size: Size = .standard, panels: Int = 1) -> Figure {
    let values: [Double] = [.nan, 0.5, -0.5, .nan, 1.5, 0, 0, 0, 0, -1.5, .nan, 1.5]
    let line = Figure.Field.Line(
      level: 0.25, points: [Point(x: 0.25, y: 1), Point(x: 0.5, y: 0.5), Point(x: 1, y: 0.25)])
    var panel = Figure.Panel(title: "product", yLabel: "$y$", curves: [])
    panel.yDomain = -1...1
    panel.hasEqualUnits = true
    panel.field = Figure.Field(
      name: "$f$", grid: .init(columns: 4, rows: 3, values: values),
      scale: ColorScale(holding: -1...1, extremes: -1.5...1.5), lines: [line])
    return Figure(
      title: "A field", xLabel: "$x$", xDomain: -1...1,
      panels: Array(repeating: panel, count: panels), size: size)
  }

  @Test("Values beyond the domain take its ends' colours, and what has none stays empty")
  func cells() throws {
    let scale = ColorScale(holding: -1...1)
    let grid = Figure.Field.Grid(
      columns: 4, rows: 2, values: [-1, 1, -.infinity, .infinity, .nan, -2, 2, 0])
    for name in Theme.Name.allCases {
      let raster = try #require(FieldColors(scale, theme: Theme(name)).raster(of: grid))
      #expect(raster.cells == [0, 254, 0, 254, 255, 0, 254, 127])
      #expect(raster.words[255] == 0 && raster.words[0..<255].allSatisfy { $0 >> 24 == 255 })
      #expect(!raster.isOpaque)
    }
  }

  @Test("A grid of the wrong number of values is no image")
  func wrongCount() {
    let colors = FieldColors(ColorScale(holding: 0...1), theme: .light)
    #expect(colors.raster(of: .init(columns: 2, rows: 2, values: [1])) == nil)
    #expect(colors.raster(of: .init(columns: 0, rows: 0, values: [])) == nil)
  }

  @Test("Panels of one scale share a bar; a row or a column does where the others differ")
  func bars() {
    func bars(_ ends: [Double], columns: Int) -> ColorBars {
      var figure = Self.figure(panels: ends.count)
      figure.columns = columns
      for (index, end) in ends.enumerated() {
        figure.panels[index].field?.scale = ColorScale(holding: 0...end)
      }
      return ColorBars(Scene(figure))
    }
    #expect(bars([1, 1, 1, 1], columns: 2).place == .all)
    #expect(bars([1, 1, 2, 2], columns: 2).place == .rows)
    #expect(bars([1, 2, 1, 2], columns: 2).place == .columns)
    #expect(bars([1, 2, 2, 1], columns: 2).place == .panels)
    #expect(bars([1, 1, 2, 2], columns: 2).bars.map(\.panels) == [[0, 1], [2, 3]])
    #expect(bars([1, 2, 2, 1], columns: 2).bars.count == 4)
    #expect(bars([1, 2], columns: 2).place == .panels)
  }

  @Test("Of lines alone there is no bar")
  func linesAlone() {
    var figure = Self.figure()
    figure.panels[0].field?.grid = nil
    #expect(ColorBars(Scene(figure)).bars.isEmpty)
  }

  @Test("An image covers its panel, and its bar stands beside it", arguments: 1...6)
  func layout(panels: Int) throws {
    let drawing = Drawing(Self.figure(panels: panels))
    let images = drawing.commands.compactMap { command -> (Raster, Rect)? in
      if case .image(let raster, let rect) = command { (raster, rect) } else { nil }
    }
    #expect(images.count == panels + 1)
    #expect(images.dropLast().map(\.1) == drawing.panels)
    let bar = try #require(images.last)
    #expect(bar.0.columns == 1 && bar.0.rows == 255 && bar.0.cells.first == 254)
    #expect(drawing.panels.allSatisfy { $0.maxX < bar.1.minX })
    #expect(bar.1.maxX < drawing.size.width)
  }

  @Test("Panels of one shape stand side by side, and their axes are labelled once")
  func gathered() throws {
    var figure = Self.figure(size: try Size(width: 1600, height: 1000), panels: 4)
    figure.columns = 2
    figure.sharesYDomain = true
    let drawing = Drawing(figure)
    let panels = drawing.panels
    #expect(panels[1].minX - panels[0].maxX < 60 && panels[2].minY - panels[0].maxY < 80)
    #expect(drawing.texts.filter { $0.text == "x" }.count == 2)
    #expect(drawing.texts.filter { $0.text == "y" }.count == 1)
    for panel in panels { #expect(abs(panel.width - panel.height) <= 1) }
  }

  @Test("Frames are known before a field is computed")
  func frames() {
    var figure = Self.figure(panels: 3)
    let drawn = Drawing(figure).panels
    for index in figure.panels.indices {
      figure.panels[index].field?.grid = .init(columns: 1, rows: 1, values: [.nan])
      figure.panels[index].field?.lines = []
    }
    #expect(Drawing.frames(of: Scene(figure), measurer: FixedWidthMeasurer()) == drawn)
  }

  @Test("Panels are arranged so that they come out largest")
  func arrangement() throws {
    func columns(_ panels: Int, _ width: Int, _ height: Int) throws -> Int {
      let size = try Size(width: width, height: height)
      return Scene(Self.figure(size: size, panels: panels)).arrangement.columns
    }
    #expect(try columns(3, 1600, 600) == 3 && columns(3, 500, 1600) == 1)
    #expect(try columns(6, 1600, 1000) == 3 && columns(12, 1600, 1000) == 4)
    #expect(try columns(4, 1000, 1000) == 2)
  }

  @Test("Of both pages' drawings a paint of one is always the same in the other")
  func pages() {
    for isAlone in [false, true] {
      var figure = Self.figure(panels: 3)
      figure.panels[1].field?.scale = ColorScale(holding: 0...1)
      for index in figure.panels.indices {
        if isAlone { figure.panels[index].field?.grid = nil }
        figure.panels[index].field?.lines = [-0.9, -0.5, 0, 0.1, 0.4, 0.7, 1].map { level in
          .init(level: level, points: [Point(x: -1, y: level), Point(x: 1, y: level * 0.9)])
        }
      }
      let scene = Scene(figure)
      let drawings = [Theme.light, .dark].map {
        Drawing(scene, measurer: FixedWidthMeasurer(), theme: $0).commands
      }
      #expect(drawings[0].count == drawings[1].count)
      var pairs: [String: Set<Color>] = [:]
      for (light, dark) in zip(drawings[0], drawings[1]) {
        switch (light, dark) {
        case (.stroke(_, let one), .stroke(_, let two)):
          pairs["stroke \(one.color)", default: []].insert(two.color)
        case (.text(let one), .text(let two)):
          pairs["fill \(one.style.color)", default: []].insert(two.style.color)
        case (.polygon(_, let one), .polygon(_, let two)), (.fill(_, let one), .fill(_, let two)):
          pairs["fill \(one)", default: []].insert(two)
        default: break
        }
      }
      for (paint, others) in pairs { #expect(others.count == 1, "\(paint): \(others)") }
    }
  }

  @Test(
    "Figures of any size and number of panels stay on the canvas, whatever the values",
    arguments: [(100, 100), (100, 400), (227, 189), (700, 300), (300, 1400), (1600, 1000)], 1...12)
  func wild(size: (Int, Int), panels: Int) throws {
    var figure = Self.figure(size: try Size(width: size.0, height: size.1), panels: panels)
    for index in figure.panels.indices {
      let end = [1, 1e-300, 1e308, 1e5][index % 4]
      let low = index.isMultiple(of: 3) ? 0 : -end
      figure.panels[index].field?.scale = ColorScale(
        holding: low...end, extremes: -.infinity...(.infinity))
      figure.panels[index].field?.name = index.isMultiple(of: 2) ? "" : "a name that is long"
      figure.panels[index].field?.lines += [
        .init(level: 0, points: [Point(x: -1e300, y: 0), Point(x: .nan, y: 0)]),
        .init(level: .nan, points: []),
        .init(level: 1, points: [Point(x: 0, y: 0)], isClosed: true),
        .init(
          level: end, points: [(-9.0, -9.0), (9, -9), (0, 9)].map { Point(x: $0.0, y: $0.1) },
          isClosed: true),
      ]
      if index % 5 == 4 { figure.panels[index].field?.grid = nil }
    }
    let drawing = Drawing(figure)
    let canvas = Rect(
      minX: -1, minY: -1, maxX: drawing.size.width + 2, maxY: drawing.size.height + 2)
    for point in drawing.points { #expect(canvas.contains(point)) }
    for box in drawing.textBoxes where drawing.size.width > 200 {
      #expect(canvas.contains(box), "\(box)")
    }
  }
}
