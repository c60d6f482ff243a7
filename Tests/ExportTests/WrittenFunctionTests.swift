import Activations
import Formulas
import Testing

@testable import Export

/// Code of functions, run in its type's arithmetic and held against proved values.
@Suite struct WrittenFunctionTests {
  private func written(_ text: String, _ type: FloatType, _ quantities: [Quantity] = [.f, .df])
    throws
    -> WrittenFunction
  {
    try WrittenFunction(
      FunctionReference(parsing: text).functions()[0], type, quantities: quantities)
  }

  @Test(arguments: ["gelu", "silu", "mish", "softplus", "tanh", "relu", "elu", "hardswish"])
  func usualFunctionsHoldTheBarInSinglePrecision(_ name: String) throws {
    for part in try written(name, .f32).parts {
      #expect(part.measurement.excess <= 1, "\(name) \(part.order) \(part.measurement.worst)")
      #expect(part.measurement.count > 3000)
    }
  }

  @Test func piecesBeginWhereTheyDoAndNotWhereASumRoundsToTheirEnd() throws {
    let part = try written("hard_mish", .f64, [.d2f]).parts[0]
    let points = [-6e-17, -1e-300, 1e-300, (-2.0).nextUp, (-2.0).nextDown]
    #expect(part.code.values(of: part.result, at: points) == [1, 1, 0, 1, 0])
  }

  @Test(arguments: [
    "x/(1+abs(x)^1.5)", "x*cos(x)/(1+x^2)", "log(1+x^2)/2*sign(x)", "atan(sinh(x))",
    "x*2^(-exp(-x))", "clip(x,-1,1)*exp(x/2)", "rational", "x^9/(1+x^8)",
    "soft_exponential:alpha=0.35", "(exp(x)-1)/x", "star_relu:scale=0.626,bias=-0.313",
    "where(x>0, exp(-1/x), 0)", "xielu",
  ])
  func nothingOverflowsOnTheWay(_ formula: String) throws {
    for part in try written(formula, .f32).parts {
      #expect(part.measurement.excess <= 1, "\(formula) \(part.order) \(part.measurement.worst)")
    }
  }

  @Test(arguments: [
    "mish(x)-silu(x)", "sigmoid(x)-tanh(x)", "1.5^x/(1+1.5^x)", "form5", "tanhshrink", "x/sinh(x)",
    "sqrt(1+x^2)-sqrt(x^2+2)", "tanh(x)-x/(1+x^2)", "acon_c", "log(1+exp(x)+exp(2*x))",
    "silu(x)-gelu(x)", "tanh(x)-erf(x)", "relu(x)-gelu(x)", "phi(x)-x*Phi(-x)",
    "2*x*Phi(x/2)+4*phi(x/2)", "gelu(x)-silu(1.702*x)/1.702",
  ])
  func whatCancelsIsPutTogetherOrTakenFromSeries(_ formula: String) throws {
    for part in try written(formula, .f32).parts {
      #expect(part.measurement.excess <= 1, "\(formula) \(part.order) \(part.measurement.worst)")
    }
  }

  /// Far left its sum is taken from −1/α + α = −0.10, where expm1 beside that would multiply its errors by ten.
  @Test(arguments: [FloatType.f32, .f64])
  func growthBesideItsLimitIsAPower(_ type: FloatType) throws {
    let part = try written("soft_exponential:alpha=0.95", type, [.f]).parts[0]
    #expect(part.measurement.excess <= 0.75, "\(part.measurement.worst)")
  }

  /// What falls keeps its digits between zeros, though all that is promised beside them is absolute.
  @Test(arguments: [
    (FloatType.f32, -24.43480682373047, -3.786894961410636e-31),
    (.f64, 74.61037950384801, -5.871064111433079e-300),
  ])
  func wavesThatFallKeepTheirDigits(_ type: FloatType, _ x: Double, _ slope: Double) throws {
    let part = try written("x*cos(x)*exp(-x^2/8)", type, [.df]).parts[0]
    let found = part.code.values(of: part.result, at: [x])[0]
    #expect(type.ulps(of: found, from: slope).magnitude <= 8, "\(found)")
  }

  @Test(arguments: ["sin(2*x)", "sin(x^2)", "sine:omega=0.7"])
  func wavesAreMeasuredWhereTheirArgumentsKeepDigits(_ formula: String) throws {
    let function = try written(formula, .f32)
    #expect(function.reach > 60 && function.reach < 6000)
    for part in function.parts {
      #expect(part.measurement.excess <= 1, "\(formula) \(part.order) \(part.measurement.worst)")
      let far = part.code.values(of: part.result, at: [-3.4e38, 5000, 1e20, 3.4e38])
      #expect(far.allSatisfy { !$0.isNaN })
    }
    #expect(try written("sin(x)", .f32, [.f]).reach == .infinity)
  }

  @Test(arguments: [
    "x*exp(-softplus(-3*x))", "x*(1+1.9*exp(-1.9*x))^(-1/1.9)", "x*exp(-abs(x)^1.3)",
    "tanh(sinh(x))", "gennorm:alpha=0.7,beta=1.4",
  ])
  func exponentsCarryWhatRoundingLeaves(_ formula: String) throws {
    for part in try written(formula, .f32).parts {
      #expect(part.measurement.excess <= 1, "\(formula) \(part.order) \(part.measurement.worst)")
    }
  }

  /// At whole numbers sin πx is 0 and cos πx ±1, however large they are.
  @Test func wavesOfHalfTurnsAreExact() throws {
    let sine = try written("sin(pi*x)", .f64)
    #expect(sine.reach == .infinity)
    #expect(sine.parts.allSatisfy { $0.measurement.excess <= 1 })
    let values = sine.parts[0].code.values(
      of: sine.parts[0].result, at: [1, -3, 0.5, -0.5, 1.5, 4097, 1e300])
    #expect(values == [0, 0, 1, -1, -1, 0, 0])
    let cosine = try written("cos(pi*x/2)", .f32, [.f]).parts[0]
    #expect(
      cosine.code.values(of: cosine.result, at: [1, 2, -2, 4, 3, 0]) == [0, -1, -1, 1, 0, 1])
    #expect(
      try written("floor(x)+0.5*sin(pi*x)", .f64).parts.allSatisfy { $0.measurement.excess <= 1 })
  }

  /// The angle of a point from −π to π, as its definition has it.
  @Test func anglesAreThoseOfPoints() throws {
    for formula in ["atan2(x, 1+x^2)", "atan2(1+x, x)", "atan2(-1, x)", "atan2(x, -1-x^2)"] {
      for type in [FloatType.f32, .f64] {
        for part in try written(formula, type).parts {
          #expect(part.measurement.excess <= 1, "\(formula) \(type) \(part.measurement.worst)")
        }
      }
    }
  }

  @Test func jumpsAreTheMeanOfTheirLimits() throws {
    let values: [(String, Double, Double)] = [
      ("floor(x)", 2, 1.5), ("floor(x)", 2.5, 2), ("ceil(x)", -3, -2.5), ("ceil(x)", -3.5, -3),
      ("round(x)", 2.5, 2.5), ("round(x)", 2.25, 2),
    ]
    for (formula, x, expected) in values {
      let part = try written(formula, .f32, [.f]).parts[0]
      #expect(part.code.values(of: part.result, at: [x]) == [expected], "\(formula) at \(x)")
    }
    let stairs = try written("floor(x)+sigmoid(x)", .f32)
    #expect(stairs.parts.allSatisfy { $0.measurement.excess <= 1 })
  }

  @Test func tailsHoldDownToUnderflowInDoublePrecision() throws {
    let gelu = try written("gelu", .f64)
    for part in gelu.parts {
      #expect(part.measurement.excess <= 1)
      let far = part.measurement.parts.first { $0.low == -80 }
      #expect((far?.ulps ?? 0) > 0)
    }
  }

  @Test func placesApartHaveTheirOwnValues() throws {
    let relu = try written("relu", .f32)
    let slope = relu.parts[1]
    let values = slope.code.values(of: slope.result, at: [-.infinity, 0, .infinity, .nan])
    #expect(values[0] == 0 && values[1] == 0.5 && values[2] == 1 && values[3].isNaN)
    for name in ["gelu", "silu", "mish"] {
      let f = try written(name, .f32, [.f]).parts[0]
      let values = f.code.values(of: f.result, at: [-.infinity, 0, .infinity, .nan])
      #expect(values[0] == 0 && values[1] == 0 && values[2] == .infinity && values[3].isNaN)
    }
  }

  @Test func nothingIsNaNThoughNoProofTellsWhatItIs() throws {
    for part in try written("sinh(x)*exp(-x^2/2)", .f32).parts {
      #expect(
        part.code.values(of: part.result, at: [-3.4e38, -1e20, 1e20, 3.4e38]) == [0, 0, 0, 0])
      #expect(part.measurement.excess <= 1)
    }
  }

  @Test func limitsThatNoProofTellsAreTheFunctionsOwn() throws {
    let sau = try written("sau:a=0.105,scale=0.7", .f32, [.f]).parts[0]
    let values = sau.code.values(of: sau.result, at: [-.infinity, .infinity])
    #expect(values == [-.infinity, .infinity])
  }

  @Test(arguments: ["gelu", "silu", "mish", "elu", "sinc", "swish:alpha=0.7,beta=0.7", "form5"])
  func noArmIsNaNWhereEveryArmIsEvaluated(_ name: String) throws {
    let function = try FunctionReference(parsing: name).functions()[0]
    let written = try WrittenFunction(
      function, .f32, quantities: [.f, .df], for: Dialect(isGuarded: true))
    let points: [Double] = [
      -.infinity, -3e38, -1e20, -100, -1, -1e-30, 0, 1e-30, 1, 100, 1e20, 3e38,
    ]
    for part in written.parts {
      #expect(part.measurement.excess <= 1)
      #expect(part.code.isHarmless(part.result, at: points.filter(\.isFinite), []))
      for place in part.code.steps.indices {
        let values = part.code.values(of: place, at: points)
        let isHarmless = values.allSatisfy { !$0.isNaN }
        #expect(isHarmless, "\(name) \(part.order) \(part.code[place])")
      }
    }
  }

  /// What a language takes for 0 on the way is not to cost a result that is a normal number.
  @Test(arguments: ["tanh", "serf", "phish", "celu:alpha=1.9", "lecun_tanh", "heaviside"])
  func nothingNormalIsLostWhereSmallNumbersAreFlushed(_ name: String) throws {
    let function = try FunctionReference(parsing: name).functions()[0]
    let dialect = JAXSyntax().dialect(.f32)
    #expect(dialect.flushes && dialect.isGuarded)
    let written = try WrittenFunction(function, .f32, quantities: [.f, .df], for: dialect)
    for part in written.parts {
      #expect(part.measurement.excess <= 1, "\(name) \(part.order) \(part.measurement.worst)")
    }
  }

  @Test func whatHasNoCodeSaysWhy() {
    #expect(throws: CodePrograms.Obstacle.self) { try written("density: exp(-x^4)", .f32) }
    #expect(throws: CodePrograms.Obstacle.self) { try written("slope: sin(x^2)", .f32) }
    let long = (1...80).map { "tanh(x-\($0))" }.joined(separator: "+")
    #expect(throws: CodePrograms.Obstacle.self) { try written(long, .f32) }
  }
}
