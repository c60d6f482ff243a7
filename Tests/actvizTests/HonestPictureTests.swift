import Activations
import Testing

@testable import Figures
@testable import actviz

/// Pictures that were false once, each for its kind.
@Suite struct HonestPictureTests {
  private func scene(_ command: String) throws -> Scene {
    try Scene(PlotRequest(line: "plot " + command).figureRequest().figure())
  }

  private func panel(_ command: String) throws -> Scene.Panel { try scene(command).panels[0] }

  /// The height of a curve at x within its panel, between its points.
  private func value(_ curve: Scene.Curve, at x: Double) throws -> Double {
    let segment = try #require(
      curve.segments.first { ($0.first?.x ?? x) <= x && ($0.last?.x ?? x) >= x })
    let after = try #require(segment.firstIndex { $0.x >= x })
    if segment[after].x == x { return segment[after].y }
    let (a, b) = (segment[after - 1], segment[after])
    return a.y + (x - a.x) / (b.x - a.x) * (b.y - a.y)
  }

  @Test("A curve is true within the panel, whatever it does outside")
  func whatIsSeen() throws {
    let steep = try panel("exp(x) --x-range -5:12 --y-range 0:10 --show f").curves[0]
    #expect(abs(try value(steep, at: 0) - 1) < 0.005)
    let bowl = try panel("exp(x^2) --y-range 0:10 --show f").curves[0]
    #expect(abs(try value(bowl, at: 0) - 1) < 0.005)
    #expect(abs(try value(bowl, at: 1) - 2.718) < 0.01)
    let far = try panel("exponential --x-range -5:50 --y-range 0:10 --show f").curves[0]
    #expect(abs(try value(far, at: 1) - 2.718) < 0.01)
  }

  @Test("Poles break the line, and the axis is fitted to what is bounded")
  func poles() throws {
    for (formula, pieces, low, high) in [
      ("1/x", 2, -3.0, 3.0), ("tan(x)", 5, -9, 9), ("log(x)", 1, -3.5, 1.8),
      ("exp(exp(x))", 1, 0, 30),
    ] {
      let panel = try panel("\(formula) --show f")
      #expect(panel.curves[0].segments.count == pieces)
      #expect(abs(panel.y.domain.lowerBound - low) < 0.7, "\(formula)")
      #expect(abs(panel.y.domain.upperBound - high) < 0.7, "\(formula)")
    }
  }

  @Test(
    "A pole is seen where it is narrower than a pixel and all else is flat",
    arguments: ["1/cos(x)", "1/(x-1/3)", "gamma(x)"], ["3e9", "1e6"])
  func narrowPoles(formula: String, height: String) throws {
    let panel = try panel("\(formula) --show df --y-range=-\(height):\(height)")
    let heights = panel.curves[0].segments.joined().map(\.y)
    let top = try #require(Double(height))
    let ends = "\(heights.min() ?? 0)…\(heights.max() ?? 0)"
    #expect(heights.contains { abs($0) >= 0.99 * top }, "\(ends)")
  }

  @Test("No period is lost where pixels can show it, and faster ones fill a band")
  func periods() throws {
    let wave = try panel("sin(150*x) --show f").curves[0]
    // 238.7 periods of 6.7 pixels: a highest point in each.
    let points = wave.segments.joined().map(\.self)
    let tops = points.indices.dropFirst().dropLast().filter {
      points[$0].y > 0.99 && points[$0].y >= points[$0 - 1].y && points[$0].y > points[$0 + 1].y
    }
    #expect((238...239).contains(tops.count))
    let band = try panel("sin(1e5*x) --show f").curves[0]
    #expect(band.fills.count == 1 && band.segments.isEmpty)
    let fill = try #require(band.fills.first)
    #expect(fill.first?.x == -5 && fill.last?.x == 5)
    #expect(fill.allSatisfy { $0.low < -0.999 && $0.high > 0.999 })
  }

  @Test("A curve ends in open dots where it jumps, and its value stands alone")
  func jumps() throws {
    let dots = try panel("relu --show df").curves[0].dots
    #expect(
      dots == [
        .init(Point(x: 0, y: 0), isFull: false), .init(Point(x: 0, y: 1), isFull: false),
        .init(Point(x: 0, y: 0.5), isFull: true),
      ])
  }

  @Test("Marks are one-sided limits, never points in the air; a pole is no zero")
  func marks() throws {
    let slopes = try panel("hardswish relu6 --show df --mark minimum,maximum")
    #expect(slopes.marks.map(\.name) == ["minimum (−3, −0.5)", "maximum (3, 1.5)"])
    #expect(try panel("gelu --show d2f --mark maximum").marks.map(\.name) == ["maximum (0, 0.798)"])
    let zeros = try panel("tan(x) --mark zero --show f").marks.map(\.point.x)
    #expect(zeros.count == 3)
    #expect(
      zip(zeros, [-3.141592653589793, 0, 3.141592653589793]).allSatisfy { abs($0 - $1) < 1e-12 })
  }

  @Test("What was asked for comes before crowds")
  func crowds() throws {
    let formula = "where(x<0,x*exp(x),log(1+x)*cos(5*x))"
    let marks = try panel("\(formula) --mark minimum,maximum,zero,inflection,kink --show f").marks
    #expect(marks.count == 12 && marks.map(\.number) == Array(1...12))
    #expect(marks.contains { $0.name.hasPrefix("minimum") })
  }

  @Test("A panel in which nothing is seen says why, and so does standard error")
  func blanks() throws {
    #expect(
      try panel("-x^2 --y-scale log --show f").message == "nothing to show: no positive values")
    let blank = try panel("log(x) --x-range -5:-1 --show f")
    #expect(blank.message == "nothing to show: no values in this range")
    let figure = try PlotRequest(line: "plot " + "gelu --y-range 10:20 --show f")
      .figureRequest().figure()
    #expect(
      figure.panels[0].warnings
        == ["Nothing of gelu is to be seen under f(x): all values are between −0.17 and 5."])
  }

  @Test("What would be dashes over a line that looks solid is drawn without turns")
  func sameColours() throws {
    let line = "plot relu identity x*1 --name= --name= --show f"
    let curves = try PlotRequest(line: line).figureRequest().figure().panels[0].curves
    #expect(curves.allSatisfy { $0.style?.turn == nil })
    let sweep =
      "plot gate:((a+e^x)/(b+e^x)-a/b)/(1-a/b) --param a=0,0.5 --param b=1.5,3 --show gate"
    let twins = try PlotRequest(line: sweep).figureRequest().figure().panels[0].curves
    #expect(Set(twins.map(\.style)).count == 2)
  }

  @Test("Equal curves are drawn in turns")
  func equals() throws {
    let figure = try PlotRequest(line: "plot " + "relu identity x*1 --show f")
      .figureRequest().figure()
    #expect(figure.panels[0].curves.map(\.style?.turn) == [nil, nil, .init(1, of: 2)])
    #expect(
      figure.panels[0].warnings == ["identity and x*1 are one line under f(x), drawn in turns."])
  }

  @Test("A function's distance from itself is the line at 0")
  func distanceFromItself() throws {
    let request = try PlotRequest(line: "compare " + "gelu --reference gelu")
    let panels = Scene(request.figureRequest().figure()).panels
    #expect(panels[2].curves[0].segments == [[Point(x: -5, y: 0), Point(x: 5, y: 0)]])
    #expect(RichText.linear(panels[3].y.name) == "f′(x) − gelu′")
  }

  @Test("Domains of any size are drawn in no time")
  func domains() throws {
    for range in ["0:5e-324", "-5e-324:0", "0:1e-310", "-1e308:1e308", "1:1.0000000000000002"] {
      let curves = try panel("gelu threshold --show f --x-range=\(range)").curves
      #expect(curves.allSatisfy { !$0.segments.isEmpty })
    }
  }
}
