import Activations
import Formulas
import Testing

@testable import Exact

/// What an explicit type asks for: each value rounded once, decided by proof only where doubles leave it open.
struct RoundingOnceTests {
  @Test("200 values of every function are rounded once to narrow types", arguments: Catalogue.all)
  func narrow(family: FunctionFamily) {
    // The waves do not reduce large arguments yet.
    let isWave = ["sine", "snake", "sinc", "gcu"].contains(family.name)
    for type in [FloatType.f16, .bf16] {
      let xs = Self.points(type).filter { !isWave || $0.magnitude < 1e4 }
      var once = ProvedColumns(family.atDefaults, .roundings)
      var proved = ProvedColumns(family.atDefaults)
      let values = once.columns([.f], at: xs, as: type)[0]
      let truths = proved.columns([.f], at: xs, as: type)[0]
      for (x, (value, truth)) in zip(xs, zip(values, truths)) {
        #expect(
          value == truth || (value.isNaN && truth.isNaN),
          "\(family.name) \(type.rawValue) at \(x): \(value), not \(truth)")
      }
    }
  }

  @Test("A double that is a tie of the type is decided by what the function is")
  func ties() throws {
    var leaky = ProvedColumns(try Function(parsing: "leaky_relu"), .roundings)
    let x = -0.00024139881134033203
    #expect(leaky.columns([.f], at: [x], as: .f16)[0][0] == FloatType.f16.ulp(of: 0) * -41)
  }

  /// The slope (2x + 3)/6 lies in the middle between two doubles there; by Python's fractions.
  @Test(
    "Quotients by three are known to be ties",
    arguments: [
      (-0.13213223481670308, 0.45595592172776567), (0.12494561403664589, 0.5416485380122154),
    ])
  func quotients(x: Double, slope: Double) throws {
    var hardswish = ProvedColumns(try Function(parsing: "hardswish"))
    #expect(hardswish.columns([.df], at: [x], as: .f64)[0][0] == slope)
    #expect(hardswish.undecided == 0)
  }

  @Test("A share that no digits tell from 0 leaves a tie on its side")
  func hiddenShares() throws {
    // f″ is −2⁻¹³⁴, half of bf16's least number, but for e^−2⁸⁸.
    var root = ProvedColumns(try Function(parsing: "sqrtsoftplus"))
    #expect(root.columns([.d2f], at: [0x1p88], as: .bf16)[0][0] == 0)
    #expect(root.undecided == 0)
  }

  @Test("What lies nearer to a tie than proofs reach is one of the two beside it")
  func openTies() throws {
    // x/4 is 28942.5 of the least doubles but for x³/48, of which nothing is left for 3000 bits.
    var odd = ProvedColumns(try Function(parsing: "exp(x)/(1+exp(x))-1/2"))
    let found = odd.columns([.f], at: [-115_770 * 0x1p-1074], as: .f64)[0][0]
    #expect([-28_942, -28_943].contains(found / 0x1p-1074))
    #expect(odd.undecided == 1)
  }

  @Test("In f64 every value is the double nearest to it")
  func doubles() throws {
    var gelu = ProvedColumns(try Function(parsing: "gelu"), .roundings)
    #expect(gelu.columns([.f], at: [-1], as: .f64)[0][0] == -0.15865525393145705)
    #expect(gelu.undecided == 0)
  }

  /// 100 finite values of a type of 16 bits of either sign, from the least to the largest.
  private static func points(_ type: FloatType) -> [Double] {
    let top = type == .f16 ? 0x7c00 : 0x7f80
    return (0..<100).flatMap { index in
      let pattern = 1 + index * (top - 2) / 99
      let fraction = 1 << (type.precision - 1)
      let (field, rest) = (pattern / fraction, pattern % fraction)
      let least = type.ulp(of: 0)
      let value =
        field == 0
        ? Double(rest) * least
        : Double(fraction + rest) * least * Double(sign: .plus, exponent: field - 1, significand: 1)
      return [-value, value]
    }
  }
}
