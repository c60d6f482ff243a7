import Testing

@testable import Activations
@testable import Formulas

/// Functions that at some parameters are other functions of the catalogue.
@Suite struct KinshipTests {
  @Test(arguments: [
    ("aglu", "silu"), ("aglu:kappa=1.7,lambda=1", "swish:beta=1.7"), ("e_swish:beta=1", "silu"),
    ("acon_a:beta=3", "swish:beta=3"), ("acon_b:p=0,beta=2", "swish:beta=2"),
    ("acon_c:p1=1,p2=0", "silu"), ("acon_c:p1=0,p2=1", "silu"), ("acon_b:p=1", "identity"),
    ("acon_c:p1=0.3,p2=-2", "acon_c:p1=-2,p2=0.3"), ("acon_c:p1=1,p2=0.25", "acon_b"),
    ("smu:a=0,mu=0.7071067811865476", "gelu"), ("smu:a=1", "identity"),
    ("smu1:a=0,mu=2", "squareplus"), ("smu1:a=0.25,mu=1e-9", "prelu"), ("prelu", "torch:prelu"),
    ("rrelu", "torch:rrelu"), ("soft_exponential:alpha=0", "identity"),
    ("soft_exponential:alpha=1e-12", "identity"), ("soft_exponential:alpha=1", "exponential"),
    ("star_relu:scale=1,bias=0", "relu2"), ("threshold:threshold=0", "relu"),
    ("sau:a=0.25,scale=1e-9", "prelu"), ("smelu:beta=1e-9", "relu"),
  ])
  func oneIsTheOther(name: String, other: String) throws {
    let (one, two) = (try Function(parsing: name), try Function(parsing: other))
    for x in stride(from: -8.0, through: 8, by: 0.37) {
      let (a, b) = (one.activation.jet(at: x), two.activation.jet(at: x))
      #expect(abs(a.value - b.value) <= 1e-8 * max(1, abs(b.value)), "\(name) at \(x)")
      #expect(abs(a.first - b.first) <= 1e-8 * max(1, abs(b.first)), "\(name)′ at \(x)")
      #expect(abs(a.second - b.second) <= 1e-8 * max(1, abs(b.second)), "\(name)″ at \(x)")
    }
  }

  @Test func rationalBeginsLikeLeakyRelu() throws {
    let (one, two) = (try Function(parsing: "pau"), try Function(parsing: "leaky_relu"))
    let distances = Grid(-3...3, count: 6001).all.map {
      abs(one.activation.value(at: $0) - two.activation.value(at: $0))
    }
    #expect(distances.max().map { $0 < 0.0336 } == true)
  }

  @Test(arguments: [("dsilu", "silu"), ("sigmoid", "softplus"), ("tanh", "lisht")])
  func oneIsTheSlopeOfTheOther(name: String, other: String) throws {
    let (one, two) = (try Function(parsing: name), try Function(parsing: other))
    for x in stride(from: -8.0, through: 8, by: 0.37) {
      let (a, b) = (one.activation.jet(at: x), two.activation.jet(at: x))
      // x·tanh x has the slope tanh x + x·sech² x.
      let rest = name == "tanh" ? x * a.first : 0
      #expect(abs(a.value + rest - b.first) <= 1e-14, "\(name) at \(x)")
    }
  }

  @Test func extremeParametersGiveNoNaN() throws {
    let xs = [-1e308, -1e160, -700, -1, -1e-30, 0, 1e-30, 1, 700, 1e160, 1e308]
    for name in [
      "smu:a=1e300,mu=1e300", "smu:a=-1e300", "acon_c:p1=1e300,p2=-1e300,beta=1e300",
      "sau:a=-1e9,scale=1e300", "smu1:a=1e300,mu=1e-300", "snake:a=1e300", "sine:omega=1e300",
      "aglu:kappa=1e300,lambda=1e-300", "aglu:kappa=1e-300,lambda=1e300",
    ] {
      let columns = try Function(parsing: name).activation.columns([.f, .df, .d2f], at: xs)
      #expect(columns.allSatisfy { $0.allSatisfy { !$0.isNaN } }, "\(name)")
    }
  }
}
