import Activations
import Formulas
import Testing

@testable import Export

/// Parameters that a page's sliders move.
@Suite struct PageArgumentTests {
  private func written(_ name: String, _ values: [String: [Double]]) throws -> WrittenFunction {
    try WrittenFunction(
      FunctionReference(parsing: name).functions()[0], quantities: [.f, .df, .d2f], in: .javascript,
      taking: values)
  }

  @Test(
    "Values beside those at which the code was measured are right to 10^-12",
    arguments: [
      ("softplus", "threshold", [0.25, 4.125, 8]), ("xielu", "alpha_n", [0.2, 3.2]),
      ("xielu", "beta", [0.125, 2]), ("swish", "alpha", [0.25, 4]), ("smu1", "a", [0.0625, 1]),
    ])
  func codeHoldsForAllValuesOfASlider(_ name: String, _ parameter: String, _ ends: [Double]) throws
  {
    let code = try written(name, [parameter: ends])
    #expect(code.parts.map(\.order) == [0, 1, 2])
    let family = code.function.family
    let place = try #require(family.parameters.firstIndex { $0.name == parameter })
    let points: [Double] = [-36.5, -9.75, -2.25, -0.625, -1e-20, 1e-20, 0.75, 3.5, 40]
    for share in [0.1, 0.45, 0.85] {
      let value = ends[0] + share * (ends[ends.count - 1] - ends[0])
      let setting = Function.Setting(parameter: family.parameters[place], value: value)
      let activation = family.function(named: name, given: [setting]).activation
      for part in code.parts {
        for (x, found) in zip(points, part.code.values(of: part.result, at: points, [value])) {
          let jet = activation.jet(at: x)
          let expected = [jet.value, jet.first, jet.second][part.order]
          let isNear = abs(found - expected) <= max(1e-12 * abs(expected), 64 * 0x1p-53)
          #expect(isNear, "\(value) \(part.order) \(x): \(found), \(expected)")
        }
      }
    }
  }

  @Test func whereASliderMovesAJumpTheMeanOfBothSidesStands() throws {
    let f = try written("softplus", ["threshold": [0.25, 8]]).parts[0]
    // (3 + ln(1 + e³))/2, beside x = 3 one of the two.
    let values = f.code.values(of: f.result, at: [3, 3.25], [3])
    #expect(abs(values[0] - 3.0242936757) < 1e-9)
    #expect(values[1] == 3.25)
  }

  @Test("What falls to nothing within a twentieth of a unit keeps its digits there")
  func aSteepFallIsMet() throws {
    let slope = try written("tanhexp", [:]).parts[2]
    #expect(slope.measurement.worst.ulps <= 16)
    // f″ as --exact proves it, in units of the least double.
    let found = slope.code.values(of: slope.result, at: [5.9002200000000009], [])[0]
    #expect(abs(found / .leastNonzeroMagnitude - -9_267_529_158_816) <= 16)
  }
}
