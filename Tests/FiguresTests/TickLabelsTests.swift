import Testing

@testable import Figures

@Suite("Tick labels")
struct TickLabelsTests {
  private func labels(_ low: Double, _ high: Double, count: Double = 5) -> TickLabels {
    TickLabels(Ticks(from: low, to: high, count: count))
  }

  @Test("All have the decimals of the step")
  func precision() {
    #expect(labels(0, 1).texts == ["0.0", "0.2", "0.4", "0.6", "0.8", "1.0"])
    #expect(labels(0, 2, count: 4).texts == ["0.0", "0.5", "1.0", "1.5", "2.0"])
    #expect(labels(0, 0.05).texts == ["0.00", "0.01", "0.02", "0.03", "0.04", "0.05"])
    #expect(labels(0, 10000).texts.last == "10000")
  }

  @Test("Minus is the true minus sign, and zero has none")
  func minus() {
    #expect(labels(-2, 2, count: 4).texts == ["−2", "−1", "0", "1", "2"])
    #expect(labels(-0.2, 0.2, count: 4).texts == ["−0.2", "−0.1", "0.0", "0.1", "0.2"])
  }

  @Test("Small and large numbers share a power of ten")
  func powers() {
    let small = labels(0, 1e-6)
    #expect(small.texts == ["0.0", "0.2", "0.4", "0.6", "0.8", "1.0"])
    #expect(small.note == "×10⁻⁶")
    let large = labels(-5e5, 5e5)
    #expect(large.texts == ["−4", "−2", "0", "2", "4"])
    #expect(large.note == "×10⁵")
    #expect(labels(0, 1e300).note == "×10³⁰⁰")
    #expect(labels(0, 1e-300).note == "×10⁻³⁰⁰")
  }

  @Test("Numbers with many equal digits share a summand")
  func summands() {
    let near = labels(1, 1.000001)
    #expect(near.texts == ["0.0", "0.2", "0.4", "0.6", "0.8", "1.0"])
    #expect(near.note == "×10⁻⁶ + 1")
    #expect(labels(-1.000001, -1).note == "×10⁻⁶ − 1")
    #expect(labels(123_456_000, 123_456_010).note == "+ 1.23456×10⁸")
  }

  @Test("Ordinary numbers share nothing")
  func nothingInCommon() {
    for (low, high) in [(-5.0, 5.0), (0, 0.01), (99990, 99999), (1000, 1010), (-1, 1)] {
      #expect(labels(low, high).note == nil)
    }
  }

  @Test(
    "Labels are short and differ from each other",
    arguments: [1e-300, 1e-9, 1e-3, 1, 1e3, 1e9, 1e300])
  func brevity(width: Double) {
    for start in [0, width, -3 * width, 1e4 * width, -1e9 * width] {
      let labels = labels(start, start + width, count: 10)
      #expect(labels.texts.allSatisfy { $0.count <= 7 })
      #expect(Set(labels.texts).count == labels.texts.count)
    }
  }
}
