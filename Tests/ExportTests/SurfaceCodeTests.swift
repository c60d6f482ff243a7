import Activations
import Formulas
import Testing

@testable import Export

/// Code of functions of x and y.
@Suite struct SurfaceCodeTests {
  private func written(
    _ name: String, _ type: FloatType = .f32, _ quantities: [SurfaceQuantity] = [.f, .fx, .fy]
  ) throws -> WrittenFunction {
    try WrittenFunction(
      FunctionReference(parsing: name).functions()[0], type, quantities: quantities,
      isInline: false, for: Dialect())
  }

  private func text(_ function: WrittenFunction, _ language: Language) -> String {
    SourceFile(function, in: language, named: "act", command: "test", version: "1").text
  }

  @Test(arguments: ["glu", "reglu", "maxout"])
  func valuesAreThoseOfTheFunction(_ name: String) throws {
    let written = try written(name)
    let quantities: [SurfaceQuantity] = [.f, .fx, .fy]
    let numbers: [Double] = [-700, -31.5, -4.25, -0.3125, 0, 0.0078125, 1.75, 12.5, 90]
    let points = numbers.flatMap { x in numbers.map { Point(x: x, y: $0) } }
    let columns = try #require(written.function.surface).columns(quantities, at: points)
    for (part, expected) in zip(written.parts, columns) {
      for (point, value) in zip(points, expected) {
        let (x, held) = part.axis == .x ? (point.x, point.y) : (point.y, point.x)
        let found = part.code.values(of: part.result, at: [x], [held])[0]
        let error = FloatType.f32.ulps(of: found, from: value).magnitude
        #expect(error <= 8, "\(name) \(written.ending(of: part)) at \(point): \(found), \(value)")
      }
    }
  }

  /// Where y is tiny or huge, slopes in x have zeros all the same, between points that are few.
  @Test(arguments: ["swiglu:beta=1", "geglu"])
  func slopesHoldBesideTheirZerosInDoublePrecision(_ name: String) throws {
    for part in try written(name, .f64).parts {
      #expect(part.measurement.excess <= 1, "\(name) \(part.slope) \(part.measurement.worst)")
    }
  }

  /// The other variable may be as great as a power of e is small: neither is a product NaN on the way, nor is a normal number lost.
  @Test(arguments: ["swiglu:beta=1", "geglu"])
  func greatOtherVariablesNeitherOverflowNorAreLost(_ name: String) throws {
    let written = try written(name)
    let points = [
      Point(x: -668, y: -2.25e36), Point(x: 3.2e20, y: -2.25e36), Point(x: -160, y: 3e38),
      Point(x: -12.5, y: 3e38), Point(x: -5e37, y: 3e38), Point(x: 1e-3, y: -1e-38),
    ]
    let columns = try #require(written.function.surface).columns([.f, .fx, .fy], at: points)
    for (part, expected) in zip(written.parts, columns) {
      for (point, value) in zip(points, expected) {
        let (x, held) = part.axis == .x ? (point.x, point.y) : (point.y, point.x)
        let (u, v) = (FloatType.f32.rounded(x), FloatType.f32.rounded(held))
        let found = part.code.values(of: part.result, at: [u], [v])[0]
        let isNear = (found - value).magnitude <= 2e-5 * value.magnitude + 0x1p-149
        #expect(
          isNear || FloatType.f32.rounded(value) == found,
          "\(name) \(written.ending(of: part)) at \(point): \(found), \(value)")
      }
      #expect(part.measurement.excess <= 1, "\(name) \(part.slope) \(part.measurement.worst)")
    }
  }

  @Test(arguments: [FloatType.f32, .f64])
  func slopesOfSharesHold(_ type: FloatType) throws {
    for part in try written("softmax(x, y, 0)[1]", type, [.fx, .fy]).parts {
      #expect(part.measurement.excess <= 1, "\(part.slope) \(part.measurement.worst)")
    }
  }

  /// Where both variables are great and alike, nothing of their difference is lost.
  @Test func greatVariablesThatAreAlikeHaveTheirShares() throws {
    for part in try written("logsumexp", .f32, [.fx, .fy]).parts {
      for number in [6e7, -0x1p120] {
        #expect(part.code.values(of: part.result, at: [number], [number]) == [0.5])
      }
    }
  }

  /// What a difference of both variables left stands in exponents, and what is held fixed is a number of the type.
  @Test(arguments: ["x*sigmoid(y)", "max(x, y)+min(x, 2*y)"])
  func differencesOfBothVariablesKeepTheirDigits(_ name: String) throws {
    for part in try written(name).parts {
      #expect(part.measurement.excess <= 1, "\(name) \(part.slope) \(part.measurement.worst)")
    }
  }

  @Test func logarithmsOfSumsOfPowersHoldBesideZero() throws {
    let softmax = try written("softmax(x, y, 0)[1]", .f32, [.f]).parts[0]
    #expect(softmax.measurement.excess <= 1, "\(softmax.measurement.worst)")
    let part = try written("logsumexp(x, y)", .f64, [.f]).parts[0]
    #expect(part.measurement.excess <= 1, "\(part.measurement.worst)")
    let infinite = part.code.values(of: part.result, at: [.infinity], [.infinity])
    #expect(infinite == [.infinity])
  }

  /// x − y overflows, and what is beside a power of nothing too.
  @Test(arguments: ["smu_max:mu=1", "max(x, y)+log1p(exp(-abs(x-y)))"])
  func differencesThatOverflowHaveTheirLimits(_ name: String) throws {
    let written = try written(name, .f32, [.fx])
    let parameters = written.arguments.dropFirst().map(\.value)
    for part in written.parts {
      #expect(part.measurement.excess <= 1, "\(name) \(part.measurement.worst)")
      let values = [-3e38, 3e38].map {
        part.code.values(of: part.result, at: [$0], [-$0] + parameters)[0]
      }
      #expect(values == [0, 1], "\(name)")
    }
  }

  /// A flushed number beside another is an error of its size.
  @Test func whatIsFlushedBesideAnotherVariableIsExcepted() throws {
    let written = try WrittenFunction(
      FunctionReference(parsing: "logsumexp").functions()[0], .f32, quantities: [.f, .fx],
      isInline: false, for: Language.jax.syntax.dialect(.f32))
    for part in written.parts {
      #expect(part.measurement.excess <= 1, "\(part.measurement.worst)")
      #expect(part.isHarmless)
    }
  }

  @Test func parametersAreArgumentsBehindTheVariables() throws {
    let swiglu = try written("swiglu")
    #expect(swiglu.arguments.map(\.name) == ["y", "beta"])
    #expect(swiglu.parts.allSatisfy { $0.measurement.excess <= 1 })
  }

  @Test func slopesAreNamedAfterTheirVariables() throws {
    let glu = try written("glu")
    let c = text(glu, .c)
    #expect(c.contains("\nfloat act(float x, float y) {\n"))
    #expect(c.contains("\nfloat act_dx(float x, float y) {\n"))
    #expect(c.contains("\nfloat act_dy(float x, float y) {\n"))
    #expect(!c.contains("(void)"), "NaN in either variable gives NaN, so that both are used")
    for part in glu.parts {
      #expect(part.code.values(of: part.result, at: [.nan], [1])[0].isNaN)
      #expect(part.code.values(of: part.result, at: [1], [.nan])[0].isNaN)
    }
    #expect(c.contains("// glu: f(x, y) = σ(x)·y\n"))
    #expect(
      text(glu, .cuda).contains(
        "    const float* x, const float* y, float* z, unsigned long long n)")
    )
    let jax = text(glu, .jax)
    #expect(jax.contains("    (x, y), (t_x, t_y) = primals, tangents\n"))
    #expect(jax.contains("    return act(x, y), act_dx(x, y) * t_x + act_dy(x, y) * t_y\n"))
  }

  @Test func torchDifferentiatesByBothVariables() throws {
    let torch = text(try written("maxout"), .torch)
    #expect(torch.contains("        ctx.save_for_backward(x, y)\n"))
    #expect(
      torch.contains("    x, y = torch.broadcast_tensors(x, y)\n    return _Act.apply(x, y)\n"))
    #expect(torch.contains("    def forward(self, x, y):\n        return act(x, y)\n"))
  }

  @Test func whatIsNotWrittenSaysSo() {
    #expect(throws: CodePrograms.Obstacle.self) { try written("maxout", .f32, [.fxy]) }
  }

  @Test func latexHasPartialDerivatives() throws {
    let file = try LaTeXFile(
      FunctionReference(parsing: "x*sin(y)").functions()[0], .ofXAndY([.f, .fx, .fy, .fxy]),
      named: "f", isInline: false, command: "test", version: "1")
    #expect(
      file.text.hasSuffix(
        """
        \\begin{align*}
          f(x,y) &= x\\cdot \\sin(y) \\\\
          f_{x}(x,y) &= \\sin(y) \\\\
          f_{y}(x,y) &= x\\cdot \\cos(y) \\\\
          f_{xy}(x,y) &= \\cos(y)
        \\end{align*}

        """))
  }
}
