import Activations
import Formulas
import Testing

@testable import Exact

/// What a value is where a formula cannot simply be evaluated.
struct MeaningTests {
  /// f, f′ and f″, with the same sign where they are 0.
  private func expect(
    _ text: String, at x: Double, _ values: [Double], _ parameters: [String: Double] = [:]
  )
    throws
  {
    var function = try ExactFunction.formula(text, parameters: parameters)
    let outcomes = function.values(at: x, upTo: values.count - 1)
    for (order, (outcome, value)) in zip(outcomes, values).enumerated() {
      let isSame = outcome.value == value || (outcome.value.isNaN && value.isNaN)
      #expect(
        outcome.isKnown && isSame, "\(text) at \(x), order \(order): \(outcome), not \(value)")
    }
  }

  @Test("A removable singularity has its limit, with derivatives")
  func removable() throws {
    try expect("sin(pi*x)/(x-1)", at: 1, [-Double.pi, 0, 10.33542556009994])
    try expect("(1-cos(x))/x^2", at: 0, [0.5, 0, -1.0 / 12])
    try expect("(1-cos(x))/x", at: 0, [0, 0.5, 0])
    try expect("x/(1-exp(-x))", at: 0, [1, 0.5, 1.0 / 6])
    try expect("sin(x)^6/x^6", at: 0, [1, 0, -2])
    try expect("(x^3-1)/(x-1)", at: 1, [3, 3, 2])
    try expect("tan(x)*cos(x)", at: 0, [0, 1, 0])
    try expect("1/gamma(x)", at: -60, [0, 8.32098711274139e+81])
    try expect("gamma(x)", at: -1e300, [.nan, .nan])
    try expect("1/gamma(x)", at: -1, [0, -1, 0.8455686701969343])
    try expect("(x/3-1/3)/(x-1)", at: 1, [1.0 / 3, 0, 0])
  }

  @Test("At a kink or a jump a value is the mean of the limits from both sides")
  func kinks() throws {
    try expect("abs(x)", at: 0, [0, 0, 0])
    try expect("relu(x)", at: 0, [0, 0.5, 0])
    try expect("heaviside(x-2)*x", at: 2, [1, 0.5, 0])
    try expect("where(x<1,x^2,3*x)", at: 1, [2, 2.5, 1])
    try expect("where(x==0,7,x)", at: 0, [0, 1, 0])
    try expect("max(x,-x)^3", at: 0, [0, 0, 0])
    try expect("clip(x,-1,1)", at: 1, [1, 0.5, 0])
    try expect("x*exp(-1/x^2)", at: 0, [0, 0, 0])
    try expect("tanh(1/x)", at: 0, [0, 0, 0])
  }

  @Test("At an edge of the domain the side where it exists counts; poles are infinite or nothing")
  func edges() throws {
    let (infinity, nan) = (Double.infinity, Double.nan)
    try expect("sqrt(x)", at: 0, [0, infinity, -infinity])
    try expect("log(x)", at: 0, [-infinity, infinity, -infinity])
    try expect("log1p(x)", at: -1, [-infinity, infinity, -infinity])
    try expect("acos(x)", at: 1, [0, -infinity, -infinity])
    try expect("atanh(x)", at: 1, [infinity, infinity, infinity])
    try expect("x^0.8", at: 0, [0, infinity, -infinity])
    try expect("cbrt(x)", at: 0, [0, infinity, nan])
    try expect("cbrt(x)^3", at: 0, [0, 1, 0])
    try expect("1/x", at: 0, [nan, nan, nan])
    try expect("1/x^2", at: 0, [infinity, nan, infinity])
    try expect("log(x)", at: -1, [nan, nan, nan])
    try expect("atanh(x)", at: 2, [nan, nan, nan])
    try expect("sqrt(x)", at: -2, [nan, nan, nan])
    try expect("1/(x-x)", at: 1, [nan, nan, nan])
    try expect("where(x>0,log(x),x)", at: -1, [-1, 1, 0])
  }

  @Test("At ±∞ a value is the limit")
  func ends() throws {
    let infinity = Double.infinity
    try expect("gelu(x)", at: -infinity, [0, 0, 0])
    try expect("gelu(x)", at: infinity, [infinity, 1, 0])
    try expect("x*atan(x)/pi+x/2", at: -infinity, [-1 / Double.pi, 0, 0])
    try expect("(x+sqrt(x^2+4))/2", at: -infinity, [0, 0, 0])
    try expect("x/(1+abs(x)^3)^(1/3)", at: -infinity, [-1, 0, 0])
    try expect("exp(x)*exp(-x)", at: infinity, [1, 0, 0])
    try expect("log(1+x^2)", at: infinity, [infinity, 0, 0])
    try expect("x*(1-exp(-exp(x)))", at: infinity, [infinity, 1, 0])
    try expect("gennorm(x)", at: -infinity, [0, 0, 0])
    try expect("lgamma(x)", at: infinity, [infinity, infinity, 0])
    try expect("gamma(x)/(x^x*exp(-x)*sqrt(2*pi/x))", at: infinity, [1, 0, 0])
    // Of what oscillates the limit may be known, but no slope's.
    try expect("sin(x)/x", at: infinity, [0])
    try expect("x+sin(x)", at: infinity, [infinity])
    for name in ["sin(x)", "x*cos(x)"] {
      var wave = try ExactFunction.formula(name)
      #expect(!wave.values(at: infinity, upTo: 0)[0].isKnown)
    }
  }

  @Test("Logarithms are outweighed by powers, and tell how a value is approached")
  func logarithms() throws {
    let infinity = Double.infinity
    try expect("x*log(x)", at: 0, [0, -infinity, infinity])
    try expect("x^x", at: 0, [1, -infinity, infinity])
    try expect("x^2*log(abs(x))", at: 0, [0, 0, -infinity])
    try expect("sqrt(x)*log(x)^2", at: 0, [0, infinity, -infinity])
    try expect("tanh(log(x))", at: 0, [-1, 0, 4])
    try expect("sigmoid(log(x))", at: 0, [0, 1, -2])
    try expect("log1p(x)/(x/e)", at: -1, [infinity, -infinity, infinity])
    try expect("log(x)/x", at: infinity, [0, 0, 0])
    try expect("x*log(1+1/x)", at: infinity, [1, 0, 0])
  }

  @Test("Constants at the edge of a domain have their values")
  func constants() throws {
    try expect("acos(1)+x", at: 2, [2, 1, 0])
    try expect("gammaincp(1/3,0)+x", at: 2, [2, 1, 0])
    try expect("0^x", at: 2, [0, 0, 0])
    try expect("max(e,e)-where(e<=e,e,1)+x", at: 2, [2, 1, 0])
  }

  @Test("What overflows or cancels on its way has its value all the same")
  func far() throws {
    try expect("exp(x)/(exp(x)+exp(a))", at: 800, [0.5, 0.25], ["a": 800])
    try expect("exp(x)/(exp(x)+exp(a))", at: 801, [0.7310585786300049], ["a": 800])
    try expect("x/(1+abs(x)^3)^(1/3)", at: 1e103, [1, 0])
    try expect("log(1+x^2)", at: 1e200, [921.0340371976183, 2e-200])
    try expect("x^2/(1+x^2)", at: 1e155, [1])
    try expect("exp(x)*exp(-x)", at: -800, [1])
    try expect("log(exp(x)+exp(-x))", at: -1e300, [1e300, -1, 0])
    try expect("1/(1+exp(-x))", at: -1e300, [0, 0, 0])
    try expect("x*(1+erf(x/sqrt(2)))/2", at: -8, [-4.976768459417427e-15])
    try expect("sin(0.3*x)", at: 1e20, [0.7331246111702991])
    try expect("sqrtsoftplus", at: -65504, [0, 0, 0])
    try expect("sqrtsoftplus", at: -1e300, [0, 0, 0])
    try expect("logsigmoid", at: -1e300, [-1e300, 1, 0])
    try expect("mish", at: 1e300, [1e300, 1, 0])
    try expect("golu", at: -1e160, [0, 0, 0])
    try expect("cbrt(abs(exp(x)))/exp(x/3)", at: 1e300, [1])
    try expect("smu:a=2", at: 1, [1.9213503964748575, 2.128904145185155])
  }

  @Test("A sum that is 0 at every x is 0, and said to be where digits enough are allowed")
  func cancelling() throws {
    var sum = try ExactFunction.formula("1e9*(sin(x)^2+cos(x)^2-1)")
    #expect(sum.values(at: 1, upTo: 0)[0].value == 0)
    var tower = try ExactFunction.formula("exp(exp(exp(x)))-exp(exp(exp(x)))*(1+exp(-x))")
    #expect(!tower.values(at: 50, upTo: 0)[0].isKnown)
  }

  @Test("A zero has the sign of x = −0, or of the side that the value comes from")
  func zeros() throws {
    var gelu = try ExactFunction.formula("gelu(x)")
    #expect(gelu.values(at: -0.0, upTo: 0)[0].value.sign == .minus)
    #expect(gelu.values(at: 0, upTo: 0)[0].value.sign == .plus)
    #expect(gelu.values(at: -1000, upTo: 0)[0].value.sign == .minus)
  }

  @Test("π and e are exact, other literals their doubles")
  func literals() throws {
    try expect("sin(pi)+0*x", at: 0, [0])
    try expect("sin(3.141592653589793)+0*x", at: 0, [1.2246467991473532e-16])
    try expect("log(e)-1+0*x", at: 0, [0])
    try expect("0.1*3-0.3+0*x", at: 0, [2.7755575615628914e-17])
  }
}
