import Activations
import Formulas
import Testing

@testable import Analysis

/// The values that colours of a field span.
@Suite struct FieldWindowTests {
  private func window(_ text: String, _ domain: ClosedRange<Double> = -3...3) throws
    -> ClosedRange<Double>
  {
    let surface = try #require(Function(parsing: text).surface)
    let axis = PixelAxis(domain, length: 300)
    let sampler = SurfaceSampler(surface, .f, x: axis, y: axis)
    return try #require(sampler.window(of: sampler.grid())).range
  }

  @Test func `A bounded field has all of its values, the corners' too`() throws {
    #expect(try window("x*y") == -9...9)
    #expect(try window("x^2+y^2").upperBound == 18)
    #expect(try window("exp(x)*y").upperBound > 60)
    #expect(try window("x/sqrt(x^2+y^2)") == -1...1)
  }

  @Test func `A spike is what it is`() throws {
    #expect(try window("exp(-1000*(x^2+y^2))").upperBound > 0.8)
    #expect(try window("1/(0.0001+x^2+y^2)").upperBound > 3000)
  }

  @Test func `Poles are cut, those that no pixel is on as well`() throws {
    for text in ["1/(x*y)", "1/(x-y)", "tan(x+y)", "1/(x-0.0123)+y"] {
      let window = try window(text)
      #expect(window.upperBound > 2 && window.upperBound < 20)
      #expect(window.lowerBound < -2 && window.lowerBound > -20)
    }
    let window = try window("log(x^2+y^2)")
    #expect(window.lowerBound > -5 && window.lowerBound < -1 && window.upperBound > 2.8)
    #expect(try self.window("1/(x^2+y^2)").upperBound < 2)
  }

  @Test func `A tower in a corner is cut`() throws {
    #expect(try window("exp(exp(x))*y").upperBound < 100)
  }

  @Test func `A constant has one value, and no values have no window`() throws {
    #expect(try window("2+0*x*y") == 2...2)
    let axis = PixelAxis(0...1, length: 20)
    let none = SurfaceSampler(x: axis, y: axis) { $0.map { _ in .nan } }
    #expect(none.window(of: none.grid()) == nil)
  }

  @Test func `Huge and tiny values keep their size`() throws {
    #expect(try window("1e300*x*y").upperBound > 8.9e300)
    #expect(try window("1e-300*x*y").upperBound < 9.1e-300)
    #expect(try window("1e308*x*y").upperBound.isFinite)
  }
}
