import Testing

@testable import Activations

@Suite struct BisectionTests {
  private func change(_ low: Double, _ high: Double, _ f: (Double) -> Double) -> ClosedRange<Double>
  {
    Bisection.signChange(between: low, and: high) { f($0).signum }
  }

  @Test func aZeroThatIsMetIsTheZero() {
    #expect(change(-1, 3) { $0 - 1 } == 1...1)
  }

  @Test func aZeroBetweenDoublesLiesBetweenNeighbours() {
    let ends = change(1, 2) { $0 * $0 - 2 }
    #expect(ends.upperBound == ends.lowerBound.nextUp)
    #expect(ends.contains(2.0.squareRoot()))
  }

  @Test(arguments: [0x1p-1060, .leastNonzeroMagnitude, 1e-200, 3e307])
  func aZeroOfAnySizeTakesNoLongerThanAnother(zero: Double) {
    var steps = 0
    let ends = change(-1e308, 1e308) { x in
      steps += 1
      return x < zero ? -1 : 1
    }
    #expect(ends == zero.nextDown...zero)
    #expect(steps <= 130)
  }

  @Test func whatIsNoNumberIsNoZero() {
    let ends = change(0, 4) { $0 < 1 ? 1 : .nan }
    #expect(ends == 1.0.nextDown...1)
  }
}
