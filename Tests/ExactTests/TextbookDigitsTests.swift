import Activations
import Foundation
import Formulas
import Testing

@testable import Exact

/// Formulas as textbooks and papers write them, of which doubles alone would lose tails, limits and small values.
///
/// Every run takes the same points; ACTVIZ_TEXTBOOK_POINTS asks for so many fresh ones a formula, and prints the seed, which
/// ACTVIZ_TEXTBOOK_SEED takes again.
struct TextbookDigitsTests {
  private static let environment = ProcessInfo.processInfo.environment
  private static let count = environment["ACTVIZ_TEXTBOOK_POINTS"].flatMap { Int($0) }
  private static let seed =
    environment["ACTVIZ_TEXTBOOK_SEED"].flatMap { UInt64($0) } ?? UInt64.random(in: 0..<1_000_000)

  /// f, f′ and f″, in ulp.
  private static let limits = [4.0, 4, 8]

  @Test("Textbook formulas keep their digits, limits and gaps", arguments: formulas)
  func fixedPoints(_ text: String) throws {
    var random = SplitMix(seed: 7)
    let fixed = [0, 0x1p-1074, -0x1p-1030, 1e-9, -1e-9, 1e5, -1e5, 1e160, -1e160, 1, -1, 0.5, -8]
    try Self.compare(text, at: fixed + (0..<14).map { _ in 100 * random.unit() - 50 })
  }

  @Test("They do at fresh points", .enabled(if: Self.count != nil))
  func freshPoints() throws {
    print("ACTVIZ_TEXTBOOK_SEED=\(Self.seed)")
    for (place, text) in Self.formulas.enumerated() {
      var random = SplitMix(seed: Self.seed &+ UInt64(place) &* 1000)
      let points = (0..<(Self.count ?? 0)).map { index in
        index % 4 == 0 ? pow(10, 12 * random.unit() - 10) : 100 * random.unit() - 50
      }
      try Self.compare(text, at: points)
    }
  }

  private static func compare(_ text: String, at points: [Double]) throws {
    let function = try Function(parsing: text).proved
    var exact = try #require(ExactFunction(function))
    let columns = function.activation.columns([.f, .df, .d2f], at: points)
    for (row, x) in points.enumerated() {
      for (order, outcome) in exact.values(at: x, upTo: 2).enumerated() {
        guard case .known(let truth) = outcome else { continue }
        let value = columns[order][row]
        let error = FloatType.f64.ulps(of: value, from: truth).magnitude
        #expect(
          error <= limits[order], "\(text), order \(order), at \(x): \(value), not \(truth)")
      }
    }
  }

  private static let formulas = [
    "0.5*x*(1+erf(x/sqrt(2)))",
    "x*tanh(log(1+exp(x)))",
    "x*sigmoid(1.702*x)",
    "x/(1+exp(-x))",
    "exp(-x^2/2)",
    "x*(atan(x)/pi+1/2)",
    "x*tanh(softplus(x))",
    "sin(x)^2+cos(x)^2-1",
    "gelu(x)-x",
    "1-tanh(x)^2",
    "(x+sqrt(x^2+4))/2",
    "x*(1-exp(-exp(x)))",
    "softplus(x)-x",
    "x-tanh(x)",
    "1-cos(x)",
    "sqrt(1+x^2)-1",
    "exp(x)-1",
    "(1-cos(x))/x",
    "(1-cos(x))/x^2",
    "x/(1-exp(-x))",
    "x/(exp(x)-1)",
    "sin(x)/x",
    "x/(1+abs(x)^3)^(1/3)",
    "log(1+x^2)",
    "x^2/(1+x^2)",
    "exp(x)*exp(-x)",
    "0.5*x*(1+tanh(sqrt(2/pi)*(x+0.044715*x^3)))",
    "gate: (1+erf(x))/2",
    "gate: (1+tanh(x))/2",
    "gate: 1-exp(-softplus(x))",
    "gate: exp(x)/(exp(x)+exp(2))",
    "gate: 0.5+atan(x)/pi",
    "gate: Phi(x)",
    "tanh(x)-x/(1+abs(x))",
    "log(cosh(x))",
    "log(exp(x)+exp(-x))",
    "x*erf(x)",
    "x^2/sqrt(x^2+0.01)",
    "max(x,0)+min(0,exp(x)-1)",
    "where(x>0,x,exp(x)-1)",
    "x*exp(-x^2)",
    "x*exp(x)",
    "1/(1+x^2)",
    "x^3-3*x",
    "(x-1)^2",
    "(x^2-1)/(x-1)",
    "sin(pi*x)/(x-1)",
    "cos(x)-1+x^2/2",
    "atan(x)-x",
    "asinh(x)",
    "log(x+sqrt(x^2+1))",
    "log(x)",
    "x*log(x)",
    "sqrt(x)",
    "sqrt(abs(x))",
    "(exp(x)-exp(-x))/(exp(x)+exp(-x))",
    "exp(-1/x^2)",
    "1/x",
    "tan(x)",
    "sin(100*x)",
    "sin(x^2)",
    "exp(sin(x))",
    "tanh(exp(x))",
    "x*sigmoid(x)^2",
    "erf(x)/x",
    "log(1+exp(x))-log(2)",
    "sigmoid(x)-1/2",
    "2*sigmoid(x)-1",
    "erfc(x)",
    "1-erf(x)",
    "erf(x)+1",
    "x*Phi(x)-x",
    "softplus(2*x)/2-softplus(x)",
    "abs(x)-x",
    "max(0,x)*max(0,x)",
    "x*min(max(0,x+3),6)/6",
    "exp(x)/(1+exp(x))^2",
    "exp(-abs(x))",
    "1/(exp(x)+exp(-x))",
    "(x^3-1)/(x-1)",
    "x-sin(x)",
    "log(sigmoid(x))",
    "x/sqrt(1+x^2)",
    "1-x/sqrt(1+x^2)",
    "1+x/sqrt(1+x^2)",
    "0.5*(1+x/sqrt(1+x^2))",
    "x*(1+x/sqrt(1+x^2))/2",
    "log(1+exp(3*x))/3",
    "cbrt(x)",
    "x^(1/3)",
    "sinh(x)-x",
    "cosh(x)-1",
    "atanh(x)",
    "acosh(x)",
    "(exp(x)-1-x)/x^2",
    "log(abs(x))",
    "log(1+x)/x",
    "exp(x)-exp(-x)",
    "sqrt(x^2+1)-abs(x)",
    "x*tanh(x)",
    "mish(x)-x",
    "swish(x;beta=1.702)-gelu(x)",
    "elu(x)+1",
    "x*exp(-exp(-x))",
    "exp(-exp(-x))",
    "1-exp(-exp(x))",
    "log(1-exp(-exp(x)))",
    "erf(x)-tanh(x)",
    "(erf(x/sqrt(2))+1)/2",
    "x*0.5*erfc(-x/sqrt(2))",
    "x/2+x/2*erf(x/sqrt(2))",
    "sqrt(x+1)-sqrt(x)",
    "x^10*exp(-x)",
    "x*exp(x)/(exp(x)+1)",
    "(exp(2*x)-1)/(exp(2*x)+1)",
    "x*(exp(x)-exp(-x))/(exp(x)+exp(-x))",
    "x*tanh(exp(x))",
    "x*atan(x)",
    "max(0,x)-log(1+exp(x))",
    "log(2+exp(x))-log(2)",
    "1-exp(-x^2)",
    "x*(1+tanh(x))/2",
    "x^2*sigmoid(x)",
    "(sin(x)/x)^2",
    "exp(-x)-exp(-2*x)",
    "x*log2(1+exp(x))",
    "floor(x)+mod(x,1)",
    "x*erfcx(x)",
    "cosh(x)-sinh(x)",
    "sin(x)^2+cos(x)^2",
    "1e9*(sin(x)^2+cos(x)^2-1)",
    "gate: 1/2+x/(2*sqrt(1+x^2))",
    "log10(1+x^2)",
    "1/(exp(x)-1)",
    "log(2)/expm1(x)",
    "1/sinh(x)^2",
    "exp(x)/(exp(x)-1)^2",
    "3/(2*cosh(x)-2)",
    "0.5*x/x",
    "erf(7)-erf(x)",
    "x*exp(-800)*exp(800)",
    "x*(2^-1100)",
    "cbrt(expm1(atan(x)))",
    "Phi(100*sin(1e30*x))",
    "gelu(100*sin(1e30*x))",
    "relu6(10*sin(1e30*x))",
    "hardtanh(100*cos(1e25*x))",
    "softplus(1e3*sin(1e30*x))",
    "erf(100*sin(x^20))",
    "exp(-(100*cos(1e20*x))^2)",
    "elish(tanh(x)+swish'(100))",
    "acosh(phi(x^2))",
    "(7*x^2)^1.5",
  ]
}
