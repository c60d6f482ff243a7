import Testing

@testable import Activations
@testable import Formulas

/// Every function at its defaults, and every parameter at far-off values.
private func variants() throws -> [Function] {
  try Catalogue.all.flatMap { family in
    let reference = try FunctionReference(parsing: family.name)
    let far = family.parameters.flatMap { parameter in
      let values = [1e-300, 1e-9, 0.2, 3, 60, 1000, 1e300, .infinity]
      return values.filter(parameter.domain.contains).map { [parameter.name: [$0]] }
    }
    return try ([[:]] + far).flatMap { try reference.functions(sweeping: $0) }
  }
}

private let positive: [Double] =
  [
    .leastNonzeroMagnitude, 2.3e-308, 1e-200, 1e-30, 1e-8, 0.1, 0.5, 1, 2, 3, 6, 10, 37, 700, 709,
    745, 750, 1e4,
  ]
  + [1e9, 1e30, 1e77, 1e110, 1e154, 1e155, 1e160, 1e300, .greatestFiniteMagnitude]

@Suite struct CatalogueTests {
  @Test func noFiniteXGivesNaN() throws {
    for function in try variants() {
      let xs = positive.map { -$0 } + [-0.0, 0.0] + positive
      for (quantity, values) in zip(
        Quantity.allCases, function.activation.columns(Quantity.allCases, at: xs))
      where function.has(quantity) {
        for (x, value) in zip(xs, values) {
          #expect(!value.isNaN, "\(function.label).\(quantity) at \(x)")
        }
      }
    }
  }

  /// e^(−α·ln(1 + e^−x)) underflows on the right of the origin too.
  @Test func aGateThatUnderflowsIsZero() throws {
    for name in ["form6:alpha=1e4", "swish:alpha=1e4"] {
      let columns = try Function(parsing: name).activation.columns([.f, .df, .gate], at: [0, 1])
      #expect(columns == [[0, 0], [0, 0], [0, 0]])
    }
  }

  @Test func nanInGivesNaNOut() throws {
    for function in try variants() {
      for (quantity, values) in zip(
        Quantity.allCases, function.activation.columns(Quantity.allCases, at: [.nan]))
      {
        #expect(values[0].isNaN, "\(function.label).\(quantity)")
      }
      #expect(function.activation.value(at: .nan).isNaN, "\(function.label)")
    }
  }

  /// Functions without a limit, and those whose slope or curvature grows without bound, or stays.
  private static let waves = ["sine", "gcu", "snake"]
  private static let growing = ["relu2", "star_relu", "xielu", "exponential", "soft_exponential"]

  @Test func growingFunctionsHaveInfiniteLimits() throws {
    for name in Self.growing {
      let activation = try Function(parsing: name).activation
      for sign in [-1.0, 1] {
        let far = activation.jet(at: sign * 1e300)
        let limit = activation.jet(at: sign * .infinity)
        for component in [\Jet.value, \.first, \.second] {
          let isHuge = abs(far[keyPath: component]) > 1e290
          let expected = far[keyPath: component] * (isHuge ? .infinity : 1)
          #expect(limit[keyPath: component] == expected, "\(name) at \(sign)∞")
        }
      }
    }
  }

  @Test func wavesHaveNoLimit() throws {
    for name in Self.waves {
      let activation = try Function(parsing: name).activation
      for x in [-Double.infinity, .infinity] {
        let jet = activation.jet(at: x)
        #expect(name == "snake" ? jet.value == x : jet.value.isNaN)
        #expect(jet.first.isNaN && jet.second.isNaN)
      }
    }
  }

  @Test func infinityGivesTheLimit() throws {
    for family in Catalogue.all where !(Self.waves + Self.growing).contains(family.name) {
      let function = try Function(parsing: family.name)
      for sign in [-1.0, 1] {
        let far = function.activation.jet(at: sign * 1e300)
        let limit = function.activation.jet(at: sign * .infinity)
        #expect(function.activation.value(at: sign * .infinity) == limit.value, "\(family.name)")
        if abs(far.value) > 1e140 {
          #expect(limit.value == sign * .infinity || limit.value == far.value * .infinity)
        } else {
          #expect(abs(limit.value - far.value) < 1e-15, "\(family.name) at \(sign)∞")
        }
        #expect(abs(limit.first - far.first) < 1e-15, "\(family.name)′ at \(sign)∞")
        #expect(abs(limit.second) < 1e-15, "\(family.name)″ at \(sign)∞")
      }
    }
  }

  @Test func gatesRiseFromZeroToOne() throws {
    for function in try variants() where function.has(.gate) {
      let limits = function.activation.columns([.gate, .density], at: [-.infinity, .infinity])
      #expect(limits == [[0, 1], [0, 0]], "\(function.label)")
    }
  }

  @Test(arguments: [
    "form1", "form2", "form3", "form4", "form5", "gennorm", "gennorm:beta=0.5", "gennorm:beta=inf",
    "swish", "gelu", "gelu_tanh", "gelu_sigmoid", "hardswish", "relu",
  ])
  func symmetricGatesObeyTheirLaws(name: String) throws {
    let function = try Function(parsing: name)
    let gated = try #require(function.activation.gated)
    #expect(gated.isSymmetric)
    for x in stride(from: 0.0, through: 30, by: 0.37) {
      let right = gated.jet(at: x)
      let left = gated.jet(at: -x)
      #expect(abs(right.value - left.value - x) <= 4 * max(x, 1).ulp)
      #expect(abs(right.first + left.first - 1) <= 0x1p-50)
      #expect(abs(right.second - left.second) <= 0x1p-48)
    }
  }

  @Test(arguments: ["mish", "form7", "form6:alpha=2"])
  func otherGatesAreNotSymmetric(name: String) throws {
    let function = try Function(parsing: name)
    let gated = try #require(function.activation.gated)
    #expect(!gated.isSymmetric)
  }

  @Test func kinksAreWhereTheyAreDeclared() throws {
    for function in try variants() {
      let activation = function.activation
      for kink in activation.kinks where abs(kink.x) < 1e9 && kink.order <= 2 {
        let sides = [kink.x.nextDown, kink.x.nextUp].map { activation.jet(at: $0) }
        let jumps = [
          abs(sides[0].value - sides[1].value), abs(sides[0].first - sides[1].first),
          abs(sides[0].second - sides[1].second),
        ]
        let scale = max(1, abs(kink.x))
        // What a steep function rises between two neighbours is no jump.
        let rises = [\Jet.first, \.second].map { rate in
          sides.reduce(0) { $0 + 2 * abs($1[keyPath: rate]) * kink.x.ulp }
        }
        for order in 0..<kink.order {
          #expect(jumps[order] < 1e-12 * scale + rises[order], "\(function.label) at \(kink.x)")
        }
        #expect(jumps[kink.order] > 0, "\(function.label) at \(kink.x)")
      }
    }
  }

  @Test func namesAreUniqueAndCanonical() {
    let names = Catalogue.all.flatMap { [$0.name] + $0.aliases }
    #expect(Set(names).count == names.count)
    #expect(names.allSatisfy { $0 == Catalogue.canonical($0) })
  }
}
