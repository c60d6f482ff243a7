import Testing

@testable import Figures

@Suite("Ticks")
struct TicksTests {
  @Test("Steps are 1, 2 or 5 times a power of ten")
  func steps() {
    let steps = [1, 2, 3, 4, 6, 9, 11, 21, 49, 51, 99].map { span in
      Ticks(from: 0, to: Double(span), count: 10).step?.mantissa
    }
    #expect(steps == [1, 2, 5, 5, 1, 1, 2, 5, 5, 1, 1])
  }

  @Test("A tenth three times is 0.3, not 0.30000000000000004")
  func exactDecimals() {
    let ticks = Ticks(from: 0, to: 1, count: 10)
    #expect(ticks.values == [0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1])
  }

  @Test("Ends that are multiples of the step are ticks, however their quotient is rounded")
  func ends() {
    #expect(Ticks(from: 0.1, to: 0.3, count: 2).values == [0.1, 0.2, 0.3])
    #expect(Ticks(from: -0.3, to: -0.1, count: 2).values == [-0.3, -0.2, -0.1])
    #expect(Ticks(from: 0.7, to: 1.1, count: 4).values == [0.7, 0.8, 0.9, 1, 1.1])
  }

  @Test(
    "Both ends of a domain are ticks where they are round",
    arguments: [
      (-5.0...5.0, 10, [-5.0, -4, -3, -2, -1, 0, 1, 2, 3, 4, 5]), (-5...5, 6, [-5, 0, 5]),
      (-8...8, 6, [-8, -4, 0, 4, 8]), (-3...12, 10, [-3, 0, 3, 6, 9, 12]),
      (0...0.7, 10, [0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7]), (-5e9...5e9, 4, [-5e9, 0, 5e9]),
    ])
  func roundEnds(domain: ClosedRange<Double>, most: Int, expected: [Double]) {
    let ticks = Ticks.ending(from: domain.lowerBound, to: domain.upperBound, most: most) { _ in
      true
    }
    #expect(ticks?.values == expected)
  }

  @Test(
    "Ends that are not round, and ends beyond counting, are left as they are",
    arguments: [-5.13...5, 0...Double.pi, 0...0, -1e308...1e308, 0...1e-300, 1...1.0000001])
  func crookedEnds(domain: ClosedRange<Double>) {
    let ticks = Ticks.ending(from: domain.lowerBound, to: domain.upperBound, most: 10) { _ in true }
    #expect(ticks == nil || ticks?.values.first == domain.lowerBound)
    #expect(ticks == nil || ticks?.values.last == domain.upperBound)
  }

  @Test("No tick is -0")
  func negativeZero() {
    for domain in [-1.0...0, -5.0...5, -1e-6...0, -1e300...1e300] {
      let ticks = Ticks(from: domain.lowerBound, to: domain.upperBound, count: 5)
      #expect(ticks.values.contains(0))
      #expect(ticks.values.allSatisfy { $0 != 0 || $0.sign == .plus })
    }
  }

  @Test("NaN, infinite and falling ends give none")
  func badEnds() {
    for (low, high) in [(Double.nan, 1.0), (0, .nan), (-.infinity, 0), (0, .infinity), (1, 0)] {
      #expect(Ticks(from: low, to: high, count: 5) == .none)
    }
  }

  @Test("Equal ends give one")
  func equalEnds() {
    #expect(Ticks(from: 3, to: 3, count: 5).values == [3])
  }

  @Test(
    "Domains of every width have a few ticks within them",
    arguments: [
      0...1e-6, 0...1e6, 1e299...1e300, -1.7e308...1.7e308, 0...1e-300, 1...1.000001,
      1e15...1e15 + 2,
      -1e-12...3e-12, 0...2e-308,
    ])
  func widths(domain: ClosedRange<Double>) {
    let ticks = Ticks(from: domain.lowerBound, to: domain.upperBound, count: 10)
    #expect((3...11).contains(ticks.values.count))
    #expect(ticks.values.allSatisfy(domain.contains))
    #expect(zip(ticks.values, ticks.values.dropFirst()).allSatisfy(<))
  }

  @Test("A domain of two neighbouring doubles does not trap")
  func neighbours() {
    let ticks = Ticks(from: 1, to: 1.0.nextUp, count: 10)
    #expect(ticks.values.allSatisfy { $0 == 1 || $0 == 1.0.nextUp })
    #expect(Ticks(from: 0, to: .leastNonzeroMagnitude, count: 10).values.allSatisfy { $0 >= 0 })
  }
}
