import Activations
import Analysis
import Formulas

extension Sheet {
  /// An inspection in words and numbers of ten digits.
  init(_ inspection: Inspection) {
    title = inspection.function.label
    groups =
      Self.ladder(inspection) + Self.idioms(inspection.function) + [
        Self.values(inspection), Self.shape(inspection), Self.smoothness(inspection),
        Self.relu(inspection), Self.gaussian(inspection.gaussian), Self.types(inspection),
        Group(
          heading: "Nearest in the catalogue, over -10…10",
          rows: inspection.nearest.enumerated().map {
            Row("\($0 + 1)", SheetText.nearest($1))
          }),
      ]
  }

  /// How a density was normalised, and warnings; no group where there is nothing to tell.
  private static func ladder(_ inspection: Inspection) -> [Group] {
    let diagnostics = inspection.function.activation.diagnostics
    let rows = diagnostics.map { diagnostic -> Row in
      guard case .normalized(let integral) = diagnostic else {
        return Row("warning", words: diagnostic.sentence)
      }
      return Row(
        "normalized by", "1/Z = \(SheetText.number(1 / integral))",
        "Z = \(SheetText.number(integral))")
    }
    return rows.isEmpty ? [] : [Group(heading: "As invented", rows: rows)]
  }

  /// What a formula was understood as, where it overflows as it is written.
  private static func idioms(_ function: Function) -> [Group] {
    guard !function.activation.rewrites.isEmpty else { return [] }
    return [
      Group(
        heading: "Formula, evaluated without overflow",
        rows: function.activation.rewrites.enumerated().map { Row("idiom \($0 + 1)", $1) })
    ]
  }

  private static func values(_ inspection: Inspection) -> Group {
    let zero = inspection.atZero
    return Group(
      heading: "Values",
      rows: domain(inspection) + [
        Row("minimum", SheetText.extremum(inspection.minimum)),
        Row("maximum", SheetText.extremum(inspection.maximum)),
        Row(
          "at 0", "f = \(SheetText.number(zero.value))", "f′ = \(SheetText.number(zero.first))",
          "f″ = \(SheetText.number(zero.second))"),
        Row(
          "zeros of f", list: inspection.shape.zeros.map { SheetText.stretch($0) },
          none: "none found"),
        Row(
          "zeros of f′", list: inspection.shape.slopeZeros.map { SheetText.stretch($0) },
          none: "none found"),
        Row(
          "x → -∞",
          SheetText.end(inspection.left, exists: inspection.domain.first?.low == -.infinity)),
        Row(
          "x → ∞",
          SheetText.end(inspection.right, exists: inspection.domain.last?.high == .infinity)),
      ])
  }

  /// Where a bound is not decided.
  private static func open(_ inspection: Inspection) -> [String] {
    inspection.undecided.map { "not decided for \(SheetText.stretch($0))" }
  }

  /// Where f has values and leaves all bounds; no line where it has them everywhere.
  private static func domain(_ inspection: Inspection) -> [Row] {
    var rows: [Row] = []
    if !inspection.domain.contains(where: \.isWhole) {
      rows.append(Row("domain", list: inspection.domain.map(SheetText.part)))
    }
    if !inspection.poles.isEmpty {
      let range = inspection.reach < 100 ? ["within -40…40"] : []
      rows.append(Row("poles", list: inspection.poles.map(SheetText.pole) + range))
    }
    if !inspection.undecided.isEmpty {
      rows.append(Row("not decided", list: inspection.undecided.map { SheetText.stretch($0) }))
    }
    return rows
  }

  private static func shape(_ inspection: Inspection) -> Group {
    func rows(_ sections: [SignInterval], _ names: [(Int, String)]) -> [Row] {
      names.compactMap { sign, name in
        let found = sections.filter { $0.sign == sign }
        return found.isEmpty ? nil : Row(name, list: found.map { SheetText.stretch($0) })
      }
    }
    let shape = inspection.shape
    guard inspection.undecided.isEmpty || shape.monotone.count < 20 else {
      // Where a wave grows ever faster the turns that were found say nothing of the others.
      return Group(heading: "Shape", rows: [Row("turns", "more than could be told")])
    }
    return Group(
      heading: "Shape",
      rows: rows(shape.monotone, [(-1, "falls"), (0, "constant"), (1, "rises")])
        + rows(shape.convex, [(-1, "concave"), (0, "straight"), (1, "convex")])
        + [
          Row(
            "inflections", list: shape.inflections.map { SheetText.number($0) }, none: "none found")
        ])
  }

  private static func smoothness(_ inspection: Inspection) -> Group {
    Group(
      heading: "Smoothness",
      rows: [
        Row("class", SheetText.smoothness(inspection)),
        Row(
          "kinks",
          list: inspection.kinks.map {
            SheetText.kink($0, isSteep: inspection.steepPlaces.contains($0.x))
          }),
        Row("largest f′", list: [SheetText.extremum(inspection.slopeMaximum)] + open(inspection)),
        Row("smallest f′", list: [SheetText.extremum(inspection.slopeMinimum)] + open(inspection)),
        Row(
          "Lipschitz",
          list: ["|f′| ≤ \(SheetText.number(inspection.lipschitz?.value ?? .nan))"]
            + open(inspection)),
      ])
  }

  private static func relu(_ inspection: Inspection) -> Group {
    let symmetry = inspection.symmetry
    let distance = inspection.distanceToRelu
    let parity = symmetry.isOdd ? "odd" : symmetry.isEven ? "even" : "neither odd nor even"
    return Group(
      heading: "Symmetry and relu",
      rows: [
        Row("H(x) + H(-x) = 1", symmetry.isGateSymmetric ? "yes" : "no"),
        Row("parity", parity),
        Row(
          "sup |f - relu|",
          "\(SheetText.number(distance.supremum))"
            + (distance.supremum > 0 ? " \(SheetText.place(distance.x))" : "")),
        Row("L2 distance", SheetText.number(distance.l2)),
      ])
  }

  private static func gaussian(_ gaussian: GaussianMoments) -> Group {
    let number = { (value: Double) in SheetText.number(value) }
    return Group(
      heading: "Standard normal input",
      rows: [
        Row("E f", number(gaussian.mean)), Row("E f²", number(gaussian.secondMoment)),
        Row("Var f", number(gaussian.variance)), Row("E f′²", number(gaussian.slopeSecondMoment)),
        Row("gain 1/√(E f²)", number(gaussian.gain)),
        Row("χ₁ = gain²·E f′²", number(gaussian.chi)),
        gaussian.edgeOfChaos.map {
          Row(
            "edge of chaos", "σ_w² = \(number($0.weight))", "σ_b² = \(number($0.bias))",
            SheetText.stability(gaussian.varianceSlope))
        } ?? Row("edge of chaos", "none at unit variance"),
        Row("share |f′| < 0.1", number(gaussian.flatShare)),
      ])
  }

  private static func types(_ inspection: Inspection) -> Group {
    let types = inspection.typeLimits.reduce(into: [FloatType]()) { types, limits in
      if !types.contains(limits.type) { types.append(limits.type) }
    }
    return Group(
      heading: "Float types: where f rounds to 0 or overflows",
      rows: types.map { type in
        Row(
          type.rawValue,
          list: inspection.typeLimits.filter { $0.type == type }.flatMap(SheetText.limits))
      })
  }
}
