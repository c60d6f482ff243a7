import Activations

/// An expression in the argument a, of which a helper's code is made: arithmetic as it is written on paper.
struct Draft: Sendable, ExpressibleByFloatLiteral {
  /// Emits its steps, and gives the place of the last.
  let emit: @Sendable (inout Code) -> Int

  init(_ emit: @escaping @Sendable (inout Code) -> Int) { self.emit = emit }
  init(floatLiteral value: Double) { self.init { $0.number(value) } }

  /// The argument.
  static let a = Draft { $0.emit(.x) }

  private init(_ u: Draft, _ v: Draft, _ step: @escaping @Sendable (Int, Int) -> Step) {
    self.init { code in
      let places = (u.emit(&code), v.emit(&code))
      return code.emit(step(places.0, places.1))
    }
  }

  private init(_ u: Draft, _ step: @escaping @Sendable (Int) -> Step) {
    self.init { code in
      let place = u.emit(&code)
      return code.emit(step(place))
    }
  }

  static func + (u: Draft, v: Draft) -> Draft { Draft(u, v, Step.add) }
  static func - (u: Draft, v: Draft) -> Draft { Draft(u, v, Step.subtract) }
  static func * (u: Draft, v: Draft) -> Draft { Draft(u, v, Step.multiply) }
  static func / (u: Draft, v: Draft) -> Draft { Draft(u, v, Step.divide) }
  static prefix func - (u: Draft) -> Draft { Draft(u, Step.negate) }

  /// The magnitude, the root, and a function of what stands here.
  var magnitude: Draft { Draft(self, Step.magnitude) }
  var root: Draft { Draft(self, Step.root) }
  func callAsFunction(_ primitive: Primitive) -> Draft { Draft(self) { .call(primitive, $0) } }

  /// A polynomial in u, by Horner's rule: c₀ + c₁·u + c₂·u², and so on.
  static func polynomial(_ coefficients: [Double], _ u: Draft) -> Draft {
    Draft { code in
      let place = u.emit(&code)
      return code.polynomial(coefficients, place)
    }
  }

  /// What is taken below a bound, else another.
  func below(_ bound: Draft, _ yes: Draft, otherwise no: Draft) -> Draft {
    Draft { code in
      let (u, v) = (emit(&code), bound.emit(&code))
      let (c, d) = (yes.emit(&code), no.emit(&code))
      return code.emit(.select(.less, u, v, c, otherwise: d))
    }
  }

  /// The same at |a|, with a's sign.
  static func odd(_ ofMagnitude: Draft) -> Draft {
    a.below(0, -ofMagnitude, otherwise: ofMagnitude)
  }
}

extension Draft: ExpressibleByIntegerLiteral {
  init(integerLiteral value: Int) { self.init { $0.number(Double(value)) } }
}

extension Helper {
  /// A helper of what a draft says.
  init(_ primitive: Primitive, _ type: FloatType, _ comment: [String], _ draft: Draft) {
    var code = Code(type)
    let result = draft.emit(&code)
    self.init(primitive: primitive, comment: comment, code: code, result: result)
  }
}
