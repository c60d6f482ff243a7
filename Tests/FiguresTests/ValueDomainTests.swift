import Testing

@testable import Figures

@Suite("The y-domain")
struct ValueDomainTests {
  @Test("Ends on round numbers a little beyond the values")
  func roundEnds() {
    #expect(ValueDomain.around(0, 5) == -0.5...5.5)
    #expect(ValueDomain.around(0, 1) == -0.1...1.1)
    #expect(ValueDomain.around(-0.17, 5) == -0.5...5.5)
    #expect(ValueDomain.around(0, 3e-7) == -2e-8...3.2e-7)
  }

  @Test("A constant lies between 0 and its double, 0 between -1 and 1")
  func constants() {
    #expect(ValueDomain.around(1, 1) == 0...2)
    #expect(ValueDomain.around(-3, -3) == -6...0)
    #expect(ValueDomain.around(0, 0) == -1...1)
    #expect(ValueDomain.around(1e300, 1e300) == 0...2e300)
    #expect(ValueDomain.around(.leastNonzeroMagnitude, .leastNonzeroMagnitude) == -1...1)
  }

  @Test("A constant with rounding noise is a constant")
  func noise() {
    #expect(ValueDomain.around(1.0.nextDown, 1.0.nextUp) == ValueDomain.around(1, 1))
  }

  @Test("No finite value gives -1 to 1")
  func nothing() {
    let nothing = Curve(
      name: "", segments: [[], [Point(x: 0, y: .nan), Point(x: 1, y: .infinity)]])
    #expect(ValueDomain.holding([nothing], over: 0...1) == -1...1)
    #expect(ValueDomain.holding([], over: 0...1) == -1...1)
  }

  @Test("Points outside the x-domain do not count")
  func outside() {
    let spike = Curve(
      name: "", segments: [[Point(x: -9, y: 1e6), Point(x: 0, y: 0), Point(x: 1, y: 1)]])
    #expect(ValueDomain.holding([spike], over: 0...1) == -0.1...1.1)
  }

  @Test(
    "Holds the values and stays finite, whatever they are",
    arguments: [
      (-1.7e308, 1.7e308), (0, 1.79e308), (.leastNonzeroMagnitude, .leastNormalMagnitude),
      (-.leastNormalMagnitude, .leastNormalMagnitude), (1e15, 1e15 + 1),
      (0.1, 0.1000001), (-7, 1e300), (-1e-300, 0),
    ] as [(Double, Double)])
  func extremes(low: Double, high: Double) {
    let domain = ValueDomain.around(low, high)
    #expect(domain.lowerBound <= low && domain.upperBound >= high)
    #expect(domain.lowerBound.isFinite && domain.upperBound.isFinite)
    #expect(domain.lowerBound < domain.upperBound)
  }
}
