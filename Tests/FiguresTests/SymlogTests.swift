import Testing

@testable import Figures

/// An axis of so many pixels.
private func ticks(
  _ domain: ClosedRange<Double>, constant: Double, pixels: Double = 1000, spacing: Double = 80
) -> SymlogTicks {
  let scale = Scale(domain: domain, start: 0, end: pixels, kind: .symlog(constant: constant))
  return SymlogTicks(scale, constant: constant, spacing: spacing)
}

@Suite("Symmetric-logarithmic scale")
struct SymlogTests {
  @Test("0 keeps its place, both sides mirror each other, powers of ten are even far out")
  func positions() {
    let scale = Scale(domain: -1e6...1e6, start: 0, end: 1000, kind: .symlog(constant: 1e-3))
    #expect(scale.position(0) == 500)
    #expect(abs(scale.position(10) + scale.position(-10) - 1000) < 1e-9)
    let steps = [1e3, 1e4, 1e5].map { scale.position(10 * $0) - scale.position($0) }
    #expect(abs(steps[0] - steps[1]) < 1e-3 && abs(steps[1] - steps[2]) < 1e-3)
  }

  @Test("The inverse undoes the scale")
  func inverse() {
    let scale = Scale(domain: -1e4...1e4, start: 0, end: 900, kind: .symlog(constant: 0.1))
    for value in [-9e3, -1, -1e-3, 0, 1e-5, 0.1, 33, 1e4] {
      #expect(abs(scale.value(at: scale.position(value)) - value) <= 1e-9 * max(1, abs(value)))
    }
  }

  @Test("The widest domain and the smallest constant are still drawn")
  func extremes() {
    let largest = Double.greatestFiniteMagnitude
    let scale = Scale(
      domain: -largest...largest, start: 0, end: 100,
      kind: .symlog(constant: .leastNonzeroMagnitude))
    #expect(scale.position(-largest) == 0)
    #expect(scale.position(0) == 50)
    #expect(scale.position(largest) == 100)
    #expect(scale.position(.nan).isNaN)
  }

  @Test("Powers beyond 1000 have superscripts and true minus signs, and are thinned")
  func powers() {
    let wide = ticks(-1e12...1e12, constant: 1, spacing: 120)
    #expect(
      wide.texts == [
        "−$10^{12}$", "−$10^{9}$", "−$10^{6}$", "−$10^{3}$", "0", "$10^{3}$", "$10^{6}$",
        "$10^{9}$",
        "$10^{12}$",
      ])
    #expect(wide.values == [-1e12, -1e9, -1e6, -1e3, 0, 1e3, 1e6, 1e9, 1e12])
    let small = ticks(0...1, constant: 1e-6)
    #expect(small.texts == ["0"] + (-5 ... -1).map { "$10^{\($0)}$" } + ["1"])
  }

  @Test("Up to 1000 numbers are plain, with 2 and 5 where there is room")
  func plain() {
    #expect(ticks(-100...100, constant: 1).texts == ["−100", "−10", "0", "10", "100"])
    #expect(
      ticks(0...100, constant: 1, spacing: 60).texts
        == ["0", "1", "2", "5", "10", "20", "50", "100"])
  }

  @Test("Between the powers there are short ticks, from the constant outwards")
  func minor() {
    let wide = ticks(-100...100, constant: 1)
    let positive = wide.minor.filter { $0 > 0 }
    #expect(positive == [2, 3, 4, 5, 6, 7, 8, 9, 20, 30, 40, 50, 60, 70, 80, 90])
    #expect(wide.minor.filter { $0 < 0 } == positive.reversed().map { -$0 })
    #expect(ticks(-1e12...1e12, constant: 1, spacing: 120).minor.count == 2 * 9)
    #expect(ticks(0...0.5, constant: 1, spacing: 150).minor.isEmpty)
  }

  @Test("Less than two powers are divided linearly")
  func linear() {
    #expect(
      ticks(0...0.5, constant: 1, spacing: 150).texts == ["0.0", "0.1", "0.2", "0.3", "0.4", "0.5"])
    #expect(ticks(20...70, constant: 1).values.count > 2)
  }

  @Test("No two labels of any axis touch")
  func labels() {
    let theme = Theme.light
    for exponent in stride(from: -300, through: 300, by: 25) {
      for constant in [1e-12, 1e-3, 1] {
        let end = DecimalStep(mantissa: 3, exponent: exponent).value(at: 1)
        for domain in [-end...end, 0...end, -end...(end / 1e6)] {
          let scale = Scale(domain: domain, start: 0, end: 700, kind: .symlog(constant: constant))
          let axis = AxisTicks.horizontal(scale, theme: theme, measurer: FixedWidthMeasurer())
          for (tick, next) in zip(axis.ticks, axis.ticks.dropFirst()) {
            #expect(next.position - tick.position > (tick.width + next.width) / 2)
          }
        }
      }
    }
  }

  @Test("A panel's values fill its height without round ends")
  func domain() {
    let spike = Curve(name: "", segments: [[Point(x: 0, y: 0), Point(x: 0, y: 1e6)]])
    let domain = ValueDomain.holding([spike], over: -1...1, scale: .symlog(constant: 1))
    #expect(domain.lowerBound > -1 && domain.lowerBound < 0)
    #expect(domain.upperBound > 1e6 && domain.upperBound < 2e6)
  }
}
