import Activations
import Analysis
import Formulas
import Tables

extension Inspection {
  /// The sheet for scripts: one JSON object, its keys in snake case.
  ///
  /// `minimum` is null where the infimum is not attained, and so is `maximum`; `infimum` and
  /// `supremum` always hold the bounds. `idioms` is there only for formulas that have some.
  var json: JSON {
    .object(valueMembers + shapeMembers + smoothnessMembers + distanceMembers + idiomMembers)
  }

  private var idiomMembers: [(String, JSON)] {
    function.activation.rewrites.isEmpty
      ? [] : [("idioms", .array(function.activation.rewrites.map(JSON.string)))]
  }

  private var valueMembers: [(String, JSON)] {
    let attained = [minimum, maximum].map { extreme -> JSON in
      guard let extreme, extreme.isAttained else { return .null }
      return extreme.json("f")
    }
    return [
      ("function", .string(function.label)),
      ("normalization", Self.normalization(function.activation.diagnostics)),
      (
        "warnings",
        .array(
          function.activation.diagnostics.filter(\.isWarning).map {
            .string("\(function.label) \($0.sentence)")
          })
      ),
      ("domain", .array(domain.map { .array([.number($0.low), .number($0.high)]) })),
      ("holes", .array(holes.map(JSON.number))),
      ("poles", .array(poles.map(\.json))),
      ("endless_turns", .array(wildPlaces.map(\.json))),
      ("undecided", .array(undecided.map(\.bounds))),
      ("minimum", attained[0]),
      ("maximum", attained[1]),
      ("infimum", Self.number(minimum?.value)),
      ("supremum", Self.number(maximum?.value)),
      ("at_zero", atZeroJSON),
      ("limits", .object([("left", left.json), ("right", right.json)])),
    ]
  }

  /// The integral of a density as it was stated, and the factor that normalizes it.
  private static func normalization(_ diagnostics: [Diagnostic]) -> JSON {
    for case .normalized(let integral) in diagnostics {
      return .object([("integral", .number(integral)), ("factor", .number(1 / integral))])
    }
    return .null
  }

  private var shapeMembers: [(String, JSON)] {
    [
      ("zeros", .array(shape.zeros.map(\.bounds))),
      ("slope_zeros", .array(shape.slopeZeros.map(\.bounds))),
      (
        "not_decided",
        .object([
          ("zeros", .array(shape.undecidedZeros[0].map(\.bounds))),
          ("slope_zeros", .array(shape.undecidedZeros[1].map(\.bounds))),
          ("inflections", .array(shape.undecidedZeros[2].map(\.bounds))),
          ("minimum", .array(undecidedBounds.minimum.map(\.bounds))),
          ("maximum", .array(undecidedBounds.maximum.map(\.bounds))),
          ("slope_min", .array(undecidedSlopes.minimum.map(\.bounds))),
          ("slope_max", .array(undecidedSlopes.maximum.map(\.bounds))),
        ])
      ),
      ("increasing", Self.bounds(shape.monotone, 1)),
      ("decreasing", Self.bounds(shape.monotone, -1)),
      ("constant", Self.bounds(shape.monotone, 0)),
      ("convex", Self.bounds(shape.convex, 1)),
      ("concave", Self.bounds(shape.convex, -1)),
      ("straight", Self.bounds(shape.convex, 0)),
      ("inflections", .array(shape.inflections.map(JSON.number))),
    ]
  }

  private var smoothnessMembers: [(String, JSON)] {
    // Of what is known but in parts, nobody can say that there is no kink.
    let isOpen = leastSmoothness != nil || !roughlyKnown.isEmpty
    let order = smoothness.map(Double.init) ?? (isOpen ? nil : .infinity)
    return [
      ("slope_max", slopeMaximum?.json("df") ?? .null),
      ("slope_min", slopeMinimum?.json("df") ?? .null),
      ("lipschitz", lipschitz.map(Self.lipschitz) ?? .null),
      ("smoothness", Self.number(order)),
      ("kinks", .array(kinks.map(\.json))),
      ("steep_edges", .array(steepEdges.map(\.json))),
      ("smoothness_undecided", .array(roughlyKnown.map(\.bounds))),
      ("symmetric", .flag(symmetry.isGateSymmetric)),
      ("odd", .flag(symmetry.isOdd)),
      ("even", .flag(symmetry.isEven)),
    ]
  }

  private var distanceMembers: [(String, JSON)] {
    [
      ("distance_to_relu", distanceToRelu.json),
      ("gaussian", gaussian.json),
      ("dtypes", .array(typeLimits.map(\.json))),
      ("overflow_at_poles", .array(poleOverflows.map(\.json))),
      ("nearest", .array(nearest.map(\.json))),
    ]
  }

  private var atZeroJSON: JSON {
    .object([
      ("f", .number(atZero.value)), ("df", .number(atZero.first)), ("d2f", .number(atZero.second)),
    ])
  }

  fileprivate static func number(_ value: Double?) -> JSON { value.map(JSON.number) ?? .null }

  /// Both ends in an array.
  fileprivate static func bounds(_ range: ClosedRange<Double>?) -> JSON {
    range.map { .array([.number($0.lowerBound), .number($0.upperBound)]) } ?? .null
  }

  private static func bounds(_ sections: [SignInterval], _ sign: Int) -> JSON {
    .array(sections.filter { $0.sign == sign }.map(\.bounds))
  }

  private static func lipschitz(_ extreme: Extremum) -> JSON {
    .object([("x", .number(extreme.x)), ("bound", .number(extreme.value))])
  }
}

extension SignInterval {
  /// Both ends in an array; equal ones for a point.
  fileprivate var bounds: JSON { .array([.number(low), .number(high)]) }
}

extension Extremum {
  /// Place and value, under the value's name, and the stretch that shares it.
  fileprivate func json(_ name: String) -> JSON {
    .object([
      ("x", .number(x)), (name, .number(value)), ("attained", .flag(isAttained)),
      ("plateau", plateau?.bounds ?? .null),
      ("side", side == 0 ? .null : .string(side < 0 ? "left" : "right")),
    ])
  }
}

extension Pole {
  fileprivate var json: JSON {
    .object([
      ("x", .number(x)), ("left", .number(left)), ("right", .number(right)),
      ("order", Inspection.number(order)),
      (
        "kind",
        isEssential
          ? .string("essential")
          : isLogarithmic ? .string("logarithmic") : order == nil ? .null : .string("power")
      ),
    ])
  }
}

extension End {
  fileprivate var json: JSON {
    .object([
      ("limit", .number(limit)), ("slope", Inspection.number(slope)),
      ("offset", Inspection.number(offset)),
      ("oscillation", Inspection.bounds(oscillation)),
    ])
  }
}

extension WildPlace {
  fileprivate var json: JSON {
    .object([
      ("x", .number(x)), ("left", Inspection.bounds(left)), ("right", Inspection.bounds(right)),
    ])
  }
}

extension Kink {
  fileprivate var json: JSON { .object([("x", .number(x)), ("order", .number(Double(order)))]) }
}

extension DistanceToRelu {
  fileprivate var json: JSON {
    .object([("supremum", .number(supremum)), ("x", .number(x)), ("l2", .number(l2))])
  }
}

extension GaussianMoments {
  fileprivate var json: JSON {
    .object([
      ("mean", Inspection.number(mean)), ("second_moment", Inspection.number(secondMoment)),
      ("variance", Inspection.number(variance)),
      ("slope_second_moment", Inspection.number(slopeSecondMoment)),
      ("gain", Inspection.number(gain)), ("chi_1", Inspection.number(chi)),
      // What it was called before all keys had one style.
      ("chi1", Inspection.number(chi)),
      ("edge_of_chaos", edgeOfChaos.map { Self.edge($0, varianceSlope) } ?? .null),
      ("flat_share", Inspection.number(flatShare)),
    ])
  }

  private static func edge(_ edge: (weight: Double, bias: Double), _ slope: Double?) -> JSON {
    .object([
      ("weight_variance", .number(edge.weight)), ("bias_variance", .number(edge.bias)),
      ("variance_slope", Inspection.number(slope)),
    ])
  }
}

extension TypeLimits {
  fileprivate var json: JSON {
    func x(_ magnitude: Double?) -> JSON { Inspection.number(magnitude.map { side * $0 }) }
    return .object([
      ("dtype", .string(type.rawValue)), ("side", .string(side < 0 ? "left" : "right")),
      ("overflow_from", x(overflow)), ("zero_from", x(flush)), ("zero_up_to", x(flushNearZero)),
      ("overflow_up_to", x(overflowNearZero)),
    ])
  }
}

extension PoleOverflow {
  fileprivate var json: JSON {
    .object([
      ("dtype", .string(type.rawValue)), ("pole", .number(pole)),
      ("range", Inspection.bounds(range)),
    ])
  }
}

extension NearestFunction {
  fileprivate var json: JSON {
    .object([
      ("name", .string(function.reference)),
      (
        "parameters",
        .object(function.given.map { ($0.parameter.name, Inspection.number($0.value)) })
      ), ("distance", .number(distance)), ("equal", .flag(isEqual)),
    ])
  }
}
