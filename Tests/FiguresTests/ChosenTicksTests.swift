import Testing

@testable import Figures

/// Ticks that were asked for.
@Suite struct ChosenTicksTests {
  private func axis(
    _ choice: TickChoice, _ domain: ClosedRange<Double>, length: Double = 1400,
    kind: ScaleKind = .linear
  ) -> AxisTicks {
    AxisTicks.horizontal(
      Scale(domain: domain, start: 100, end: 100 + length, kind: kind), at: choice, theme: .light,
      measurer: FixedWidthMeasurer())
  }

  private func values(_ texts: String...) -> TickChoice {
    .at(texts.map { TickChoice.Value(Double($0) ?? .nan, typed: $0) })
  }

  @Test func whatLiesOutsideIsLeftOut() {
    #expect(axis(values("-6", "-5", "0", "5", "5.01"), -5...5).ticks.count == 3)
    #expect(axis(values("-1", "0", "1"), 0...10, kind: .log).ticks.isEmpty)
    #expect(axis(.at([]), -5...5).ticks.isEmpty)
  }

  @Test func numbersStandAsTheyWereTyped() {
    let texts = ["0.50", "-1", "1e-5", "2.5E+3", "-1e3", "0x1p-1", "+.5"].map {
      TickChoice.Value(Double($0) ?? .nan, typed: $0).text
    }
    #expect(texts == ["0.50", "−1", "10⁻⁵", "2.5×10³", "−10³", "0.5", ".5"])
  }

  @Test func labelsThatWouldTouchAreLeftOut() {
    let ticks = axis(values("0", "0.001", "0.002", "5"), -5...5).ticks
    #expect(ticks.map { $0.line != nil } == [true, false, false, true])
  }

  @Test(arguments: [
    (-5.0...5.0, ["$-3\\pi/2$", "$-\\pi$", "$-\\pi/2$", "0", "$\\pi/2$", "$\\pi$", "$3\\pi/2$"]),
    (0...100, ["0", "$5\\pi$", "$10\\pi$", "$15\\pi$", "$20\\pi$", "$25\\pi$", "$30\\pi$"]),
    (0...0.5, ["0", "$\\pi/16$", "$\\pi/8$"]),
  ])
  func multiplesOfPiAreTypeset(domain: ClosedRange<Double>, texts: [String]) {
    let found = PiTicks.values(domain, count: 12)
    #expect(found?.map(\.text) == texts)
  }

  @Test func wherePiHasNoMultipleTicksAreRound() {
    for domain in [1.0...1.01, 1e9...2e9, -1e300...1e300] {
      #expect(axis(.multiplesOfPi, domain).ticks.count > 1)
      #expect(PiTicks.values(domain, count: 12) == nil)
    }
  }
}
