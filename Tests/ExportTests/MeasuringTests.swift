import Activations
import Exact
import Formulas
import Testing

@testable import Export

/// The points at which code is measured.
@Suite struct MeasuringTests {
  @Test func theEndsOfTheTypeAreAmongThem() {
    for type in [FloatType.f32, .f64] {
      let points = Set(Points.of(type, around: []))
      let greatest = type.greatestFiniteMagnitude
      let least = type.ulp(of: 0)
      for size in [
        greatest, greatest - type.ulp(of: greatest), 1, 2, 1 + type.ulp(of: 1), least, 3 * least,
      ] {
        #expect(points.contains(size) && points.contains(-size), "\(type) \(size)")
      }
    }
  }

  @Test func bothSidesOfWhatCodeComparesAreFound() {
    var code = Code(.f32)
    let x = code.emit(.x)
    let square = code.emit(.multiply(x, x))
    let choice = code.emit(.select(.less, square, code.number(2), x, otherwise: code.number(1)))
    // √2 lies between 0x1.6a09e6p+0 and 0x1.6a09e8p+0.
    let turns = code.turns(of: choice, between: [-1, 1, 1.25, 3.5, 4], [])
    #expect(turns == [0x1.6a09e4p+0, 0x1.6a09e6p+0, 0x1.6a09e8p+0, 0x1.6a09eap+0])
    #expect(code.turns(of: choice, between: [-1, 1], []) == [])
  }

  @Test(arguments: ["x*erf(log(1+exp(x)))", "x*exp(-exp(-x))", "abs(x)^0.7*sign(x)"])
  func codeHoldsAtTheEndsOfTheType(_ formula: String) throws {
    let function = try FunctionReference(parsing: formula).functions()[0]
    let code = try WrittenFunction(function, .f32, quantities: [.f])
    #expect(code.parts[0].measurement.excess <= 1, "\(code.parts[0].measurement.worst)")
    let points = [-Double(Float.greatestFiniteMagnitude), -0x1p-149, 0x1p-149]
    #expect(
      code.parts[0].code.values(of: code.parts[0].result, at: points).allSatisfy { !$0.isNaN })
  }

  /// The worst places among all numbers of the code that was written when 4.7 ulp at −1.88 were the most that was seen: it erred by 12.
  @Test(arguments: [
    -1.228008508682251, -1.2293827533721924, -1.2344965934753418, -1.2484387159347534,
    -1.2541307210922241, -1.253381609916687,
  ])
  func theWorstPlaceIsLookedForFromPlaceToPlace(_ x: Double) throws {
    let function = try FunctionReference(parsing: "smu:a=0.175,mu=0.7").functions()[0]
    let part = try WrittenFunction(function, .f32, quantities: [.df]).parts[0]
    var exact = try #require(ExactFunction(function))
    let found = part.code.values(of: part.result, at: [x])[0]
    let error = FloatType.f32.ulps(of: found, from: exact.values(at: x, upTo: 1)[1].value)
    #expect(error.magnitude <= 8)
    #expect(part.measurement.worst.x < -1.1 && part.measurement.worst.x > -1.3)
  }
}
