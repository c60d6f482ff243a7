import Activations
import Analysis
import Formulas
import Tables

extension PlaneInspection {
  /// The sheet for scripts: one JSON object, its keys in snake case.
  ///
  /// What is not decided is null.
  var json: JSON {
    .object([
      ("function", .string(function.label)),
      ("variables", .array([.string("x"), .string("y")])),
      ("x_range", Self.json(area.x)), ("y_range", Self.json(area.y)),
      ("domain", domain.json),
      ("minimum", json(minimum, "f")), ("maximum", json(maximum, "f")),
      (
        "at_zero",
        .object(
          SurfaceQuantity.allCases.map { ($0.rawValue, .number(atZero[$0] ?? .nan)) })
      ),
      ("gradient_min", json(flattest, "norm")), ("gradient_max", json(steepest, "norm")),
      ("along_x", Self.json(trendX)), ("along_y", Self.json(trendY)),
      ("laws", .object(laws.map { ($0.law.key, $0.verdict.json) })),
      (
        "homogeneity",
        .object([
          ("degree", homogeneity.degree.map(JSON.number) ?? .null),
          ("holds", homogeneity.verdict.json),
        ])
      ),
      ("gaussian", normal.json),
    ])
  }

  private static func json(_ range: ClosedRange<Double>) -> JSON {
    .array([.number(range.lowerBound), .number(range.upperBound)])
  }

  private func json(_ extremum: PlaneExtremum, _ name: String) -> JSON {
    .object([
      ("x", .number(extremum.place.x)), ("y", .number(extremum.place.y)),
      (name, .number(extremum.value)), ("on_border", .flag(extremum.isOnBorder(of: area))),
    ])
  }

  private static func json(_ trend: (trend: Trend, isEverywhere: Bool)) -> JSON {
    .object([
      ("trend", trend.trend == .undecided ? .null : .string(trend.trend.rawValue)),
      ("everywhere", .flag(trend.isEverywhere)),
    ])
  }
}

extension PlaneInspection.Law {
  fileprivate var key: String {
    switch self {
    case .symmetric, .antisymmetric, .odd, .even: rawValue
    case .oddInX: "odd_in_x"
    case .evenInX: "even_in_x"
    case .oddInY: "odd_in_y"
    case .evenInY: "even_in_y"
    }
  }
}

extension PlaneInspection.Domain {
  fileprivate var json: JSON {
    switch self {
    case .everywhere: .object([("defined", .string("everywhere"))])
    case .area: .object([("defined", .string("range"))])
    case .gap(let point):
      .object([
        ("defined", .string("partly")), ("gap", .array([.number(point.x), .number(point.y)])),
      ])
    case .undecided: .object([("defined", .null)])
    }
  }
}

extension Verdict {
  fileprivate var json: JSON {
    switch self {
    case .holds: .flag(true)
    case .fails: .flag(false)
    case .undecided: .null
    }
  }
}

extension PlaneNormal {
  fileprivate var json: JSON {
    .object([
      ("mean", mean.json), ("second_moment", secondMoment.json), ("variance", variance.json),
      ("correlation_x", correlation.x.json), ("correlation_y", correlation.y.json),
      ("slope_x_second_moment", gain.x.json), ("slope_y_second_moment", gain.y.json),
    ])
  }
}

extension PlaneMean {
  /// The value, how far it may be off, and how many of its digits are certain.
  fileprivate var json: JSON {
    .object([
      ("value", .number(value)), ("error", .number(error)), ("digits", .number(Double(digits))),
    ])
  }
}
