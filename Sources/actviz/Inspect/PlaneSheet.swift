import Activations
import Analysis
import Formulas

extension Sheet {
  /// An inspection of a function of x and y in words and numbers, of ten digits unless another is given.
  init(_ inspection: PlaneInspection, digits: Int = 10) {
    let text = PlaneText(SheetText(digits: digits), area: inspection.area)
    title = inspection.function.label
    groups = [
      Self.values(inspection, text), Self.slopes(inspection, text), Self.laws(inspection, text),
      Self.normal(inspection.normal, text),
    ]
  }

  private static func values(_ inspection: PlaneInspection, _ text: PlaneText) -> Group {
    func number(_ quantity: SurfaceQuantity) -> String {
      text.number(inspection.atZero[quantity] ?? .nan)
    }
    return Group(
      heading: "Values, over \(text.square)",
      rows: [
        Row("domain", words: text.domain(inspection.domain)),
        Row("minimum", text.extremum(inspection.minimum)),
        Row("maximum", text.extremum(inspection.maximum)),
        Row("at (0, 0)", "f = \(number(.f))", "f_x = \(number(.fx))", "f_y = \(number(.fy))"),
        Row(
          "curvature there", "f_xx = \(number(.fxx))", "f_xy = \(number(.fxy))",
          "f_yy = \(number(.fyy))"),
      ])
  }

  private static func slopes(_ inspection: PlaneInspection, _ text: PlaneText) -> Group {
    Group(
      heading: "Slopes",
      rows: [
        Row("along x", text.trend(inspection.trendX)),
        Row("along y", text.trend(inspection.trendY)),
        Row("largest |∇f|", text.extremum(inspection.steepest)),
        Row("smallest |∇f|", text.extremum(inspection.flattest)),
      ])
  }

  private static func laws(_ inspection: PlaneInspection, _ text: PlaneText) -> Group {
    let laws = inspection.laws.map { law, verdict in
      Row(law.formula, list: [text.verdict(verdict)], goesWithoutSaying: verdict == .fails)
    }
    return Group(
      heading: "Symmetry",
      rows: laws + [Row("f(t·x, t·y), t > 0", text.homogeneity(inspection.homogeneity))])
  }

  private static func normal(_ normal: PlaneNormal, _ text: PlaneText) -> Group {
    Group(
      heading: "Two independent standard normal inputs",
      rows: [
        Row("E f", text.mean(normal.mean)), Row("E f²", text.mean(normal.secondMoment)),
        Row("Var f", text.mean(normal.variance)),
        Row("correlation with x", text.mean(normal.correlation.x)),
        Row("correlation with y", text.mean(normal.correlation.y)),
        Row("E f_x²", text.mean(normal.gain.x)), Row("E f_y²", text.mean(normal.gain.y)),
      ])
  }
}

extension PlaneInspection.Law {
  /// The law as an equation.
  var formula: String {
    switch self {
    case .symmetric: "f(y, x) = f(x, y)"
    case .antisymmetric: "f(y, x) = -f(x, y)"
    case .oddInX: "f(-x, y) = -f(x, y)"
    case .evenInX: "f(-x, y) = f(x, y)"
    case .oddInY: "f(x, -y) = -f(x, y)"
    case .evenInY: "f(x, -y) = f(x, y)"
    case .odd: "f(-x, -y) = -f(x, y)"
    case .even: "f(-x, -y) = f(x, y)"
    }
  }
}

/// Places of the plane, claims and means as a sheet words them.
struct PlaneText {
  private let text: SheetText
  private let area: Rectangle

  init(_ text: SheetText, area: Rectangle) { (self.text, self.area) = (text, area) }

  func number(_ value: Double) -> String { text.number(value) }

  /// The rectangle: `-5 ≤ x, y ≤ 5`.
  var square: String {
    func ends(_ range: ClosedRange<Double>, _ name: String) -> String {
      "\(number(range.lowerBound)) ≤ \(name) ≤ \(number(range.upperBound))"
    }
    return area.x == area.y
      ? ends(area.x, "x, y") : ends(area.x, "x") + ", " + ends(area.y, "y")
  }

  /// A value and its place: `-1.39 at x = -1.28, y = 5, on the border`.
  func extremum(_ extremum: PlaneExtremum) -> String {
    if extremum.value.isNaN { return "none found" }
    return "\(number(extremum.value)) at \(place(extremum.place))"
      + (extremum.isOnBorder(of: area) ? ", on the border" : "")
  }

  private func place(_ place: Point) -> String { "x = \(number(place.x)), y = \(number(place.y))" }

  func domain(_ domain: PlaneInspection.Domain) -> String {
    switch domain {
    case .everywhere: "everywhere"
    case .area: "all of \(square); beyond it not decided"
    case .gap(let point): "no value at \(place(point))"
    case .undecided: "not decided"
    }
  }

  func trend(_ trend: (trend: Trend, isEverywhere: Bool)) -> String {
    let place = trend.isEverywhere ? "everywhere" : "over \(square)"
    return switch trend.trend {
    case .rises: "never falls, \(place)"
    case .falls: "never rises, \(place)"
    case .constant: "constant, \(place)"
    case .both: "rises and falls"
    case .undecided: "not decided"
    }
  }

  func verdict(_ verdict: Verdict) -> String {
    switch verdict {
    case .holds: "yes"
    case .fails: "no"
    case .undecided: "not decided"
    }
  }

  func homogeneity(_ found: (degree: Double?, verdict: Verdict)) -> String {
    guard let degree = found.degree, found.verdict != .fails else {
      return found.verdict == .fails ? "not homogeneous" : "not decided"
    }
    let power = degree == 0 ? "f(x, y)" : degree == 1 ? "t·f(x, y)" : "t^\(number(degree))·f(x, y)"
    return found.verdict == .holds ? power : "not decided; \(power) at points"
  }

  /// A mean to the digits that are certain.
  func mean(_ mean: PlaneMean) -> String {
    if mean.value.isNaN { return "not defined" }
    if mean.value.isInfinite || mean.value == 0 { return number(mean.value) }
    guard mean.digits > 0 else { return "0 to within \(text.number(mean.error, digits: 2))" }
    return text.number(mean.value, digits: mean.digits)
  }
}
