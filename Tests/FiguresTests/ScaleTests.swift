import Testing

@testable import Figures

@Suite("Scale")
struct ScaleTests {
  @Test("Ends of the domain land on ends of the pixels, either way round")
  func ends() {
    let scale = Scale(domain: -5...5, start: 400, end: 100)
    #expect(scale.position(-5) == 400)
    #expect(scale.position(5) == 100)
    #expect(scale.position(0) == 250)
  }

  @Test("The inverse undoes the scale")
  func inverse() {
    let scale = Scale(domain: -2...6, start: 10, end: 90)
    for value in [-2, 0, 1.5, 6, 9] {
      #expect(abs(scale.value(at: scale.position(value)) - value) < 1e-12)
    }
  }

  @Test("A kind bends the scale")
  func bent() {
    let scale = Scale(domain: 1...1e4, start: 0, end: 10, kind: .log)
    #expect(abs(scale.position(100) - 5) < 1e-12)
    #expect(abs(scale.value(at: 5) - 100) < 1e-10)
  }

  @Test("The widest domain of doubles still has a middle")
  func overflow() {
    let largest = Double.greatestFiniteMagnitude
    let scale = Scale(domain: -largest...largest, start: 0, end: 100)
    #expect(scale.position(0) == 50)
    #expect(scale.position(largest) == 100)
  }

  @Test("NaN stays NaN, and values far outside stay finite")
  func outliers() {
    let scale = Scale(domain: 0...1e-300, start: 0, end: 100)
    #expect(scale.position(.nan).isNaN)
    #expect(scale.position(1e300) == 1e12)
    #expect(scale.position(-1e300) == -1e12)
  }

  @Test("A domain without width shows its value in the middle")
  func noWidth() {
    #expect(Scale(domain: 3...3, start: 0, end: 100).position(3) == 50)
  }
}
