import Testing

@testable import Figures

/// An axis of so many pixels.
private func ticks(
  _ domain: ClosedRange<Double>, pixels: Double = 1000, spacing: Double = 80
) -> LogTicks {
  LogTicks(Scale(domain: domain, start: 0, end: pixels, kind: .log), spacing: spacing)
}

@Suite("Logarithmic scale")
struct LogTests {
  @Test("Powers of ten are even, and what is not above 0 has no place")
  func positions() {
    let scale = Scale(domain: 1e-3...1e3, start: 0, end: 600, kind: .log)
    for (power, value) in [1e-3, 1e-2, 1e-1, 1, 10, 100, 1000].enumerated() {
      #expect(abs(scale.position(value) - 100 * Double(power)) < 1e-9)
      #expect(abs(scale.value(at: scale.position(value)) / value - 1) < 1e-12)
    }
    #expect(scale.position(0).isNaN && scale.position(-1).isNaN && scale.position(.nan).isNaN)
  }

  @Test("Powers have labels and their multiples short ticks")
  func powers() {
    let wide = ticks(1e-6...1e3)
    #expect(
      wide.texts == (-6 ... -1).map { "$10^{\($0)}$" } + ["1", "10", "$10^{2}$", "$10^{3}$"])
    #expect(wide.values == [1e-6, 1e-5, 1e-4, 1e-3, 1e-2, 0.1, 1, 10, 100, 1000])
    #expect(wide.minor.count == 9 * 8)
    #expect(wide.minor.prefix(8) == [2e-6, 3e-6, 4e-6, 5e-6, 6e-6, 7e-6, 8e-6, 9e-6])
    #expect(wide.note == nil)
  }

  @Test("Few decades have labels at 1, 2 and 5, plain or as powers")
  func fewDecades() {
    #expect(
      ticks(0.1...20).texts == ["0.1", "0.2", "0.5", "1", "2", "5", "10", "20"])
    let small = ticks(1e-8...1e-7, spacing: 100)
    #expect(
      small.texts == [
        "$10^{-8}$", "$2\\times10^{-8}$", "$5\\times10^{-8}$", "$10^{-7}$",
      ])
    #expect(small.minor == [3e-8, 4e-8, 6e-8, 7e-8, 8e-8, 9e-8])
  }

  @Test("Within a decade the multiples of a step are labelled")
  func withinADecade() {
    #expect(ticks(20...70, spacing: 120).texts == ["20", "30", "40", "50", "60", "70"])
    #expect(ticks(1...1.1, spacing: 150).texts.first == "1.00")
  }

  @Test("Hundreds of decades have a tick every so many, and short ones where they stand apart")
  func hundreds() {
    let all = ticks(1e-300...1)
    #expect(
      all.texts == [300, 250, 200, 150, 100, 50].map { "$10^{-\($0)}$" } + ["1"])
    #expect(all.minor.count == 300 - 6)
    #expect(ticks(1e-300...1, pixels: 300, spacing: 40).minor.count == 60 - 6)
    let smallest = ticks(.leastNonzeroMagnitude...(.greatestFiniteMagnitude))
    #expect(smallest.values.count > 3 && smallest.values.allSatisfy { $0 > 0 && $0.isFinite })
  }

  @Test("A domain that is not positive has no ticks")
  func nothing() {
    for domain in [-1.0...1, 0...1, -5 ... -1, 1...1] { #expect(ticks(domain).values.isEmpty) }
  }

  @Test("No two labels of any axis touch")
  func labels() {
    for low in stride(from: -320, through: 300, by: 31) {
      for span in [0, 1, 2, 4, 9, 40, 300] where low + span <= 307 {
        let ends = [low, low + span].map { DecimalStep(mantissa: 2, exponent: $0).value(at: 1) }
        let scale = Scale(domain: ends[0]...(ends[1] * 1.7), start: 0, end: 700, kind: .log)
        let axis = AxisTicks.horizontal(scale, theme: .light, measurer: FixedWidthMeasurer())
        for (tick, next) in zip(axis.ticks, axis.ticks.dropFirst()) {
          #expect(next.position - tick.position > (tick.width + next.width) / 2)
        }
        #expect(axis.zero == nil)
        #expect(axis.minor.allSatisfy { (-1...701).contains($0) })
      }
    }
  }

  @Test("A panel's positive values fill its height; others do not count")
  func domain() {
    func domain(_ ys: [Double]) -> ClosedRange<Double> {
      let points = ys.enumerated().map { Point(x: Double($0.offset), y: $0.element) }
      return ValueDomain.holding(
        [Curve(name: "", segments: [points])], over: 0...9, scale: .log)
    }
    let wide = domain([-5, 0, 1e-6, 1])
    #expect(wide.lowerBound > 1e-7 && wide.lowerBound < 1e-6)
    #expect(wide.upperBound > 1 && wide.upperBound < 10)
    #expect(domain([-5, 0, .nan]) == 0.1...10)
    let one = domain([2])
    #expect(one.lowerBound < 1 && one.upperBound > 4)
    let all = domain([.leastNonzeroMagnitude, .greatestFiniteMagnitude])
    #expect(all == .leastNonzeroMagnitude ... .greatestFiniteMagnitude)
  }

  @Test("A curve is broken where it is not above 0")
  func gap() {
    let curve = Curve(
      name: "c",
      segments: [
        [1, -1, 2, 0, 3, 4].enumerated().map {
          Point(x: Double($0.offset), y: $0.element)
        }
      ])
    let panel = Figure.Panel(yLabel: "y", curves: [curve], yScale: .log)
    let drawing = Drawing(Figure(title: "", xDomain: 0...5, panels: [panel]))
    let width = Theme.light.curveWidth
    let strokes = drawing.commands.compactMap { command -> [[Point]]? in
      if case .stroke(let lines, let stroke) = command, stroke.color == Theme.light.palette[0],
        stroke.width == width, lines.joined().count(where: { $0.x < 300 }) == 0
      {
        lines
      } else {
        nil
      }
    }
    #expect(strokes.flatMap { $0 }.map(\.count) == [2])
  }
}
