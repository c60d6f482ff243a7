import Activations
import Analysis
import Formulas

extension Sheet {
  /// An inspection in words and numbers, of ten digits unless another is given.
  init(_ inspection: Inspection, digits: Int = 10) {
    let text = SheetText(digits: digits)
    title = inspection.function.label
    groups =
      Self.ladder(inspection, text) + Self.idioms(inspection.function) + [
        Self.values(inspection, text), Self.shape(inspection, text),
        Self.smoothness(inspection, text), Self.relu(inspection, text),
        Self.gaussian(inspection.gaussian, text), Self.types(inspection, text),
        Group(
          heading: "Nearest in the catalogue, over -10…10",
          rows: inspection.nearest.enumerated().map { Row("\($0 + 1)", text.nearest($1)) }),
      ]
  }

  /// How a density was normalised, and warnings; no group where there is nothing to tell.
  private static func ladder(_ inspection: Inspection, _ text: SheetText) -> [Group] {
    let diagnostics = inspection.function.activation.diagnostics
    let rows = diagnostics.map { diagnostic -> Row in
      guard case .normalized(let integral) = diagnostic else {
        return Row("warning", words: diagnostic.sentence)
      }
      return Row(
        "normalized by", "1/Z = \(text.number(1 / integral))",
        "Z = \(text.number(integral))")
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

  private static func values(_ inspection: Inspection, _ text: SheetText) -> Group {
    let zero = inspection.atZero
    return Group(
      heading: "Values",
      rows: domain(inspection, text) + [
        Row(
          "minimum",
          list: text.bound(
            inspection.minimum, "at most", open: inspection.undecidedBounds.minimum)),
        Row(
          "maximum",
          list: text.bound(
            inspection.maximum, "at least", open: inspection.undecidedBounds.maximum)),
        Row(
          "at 0", "f = \(text.number(zero.value))", "f′ = \(text.number(zero.first))",
          "f″ = \(text.number(zero.second))"),
        Row(
          "zeros of f", list: text.zeros(inspection.shape.zeros, inspection, of: 0)),
        Row(
          "zeros of f′", list: text.zeros(inspection.shape.slopeZeros, inspection, of: 1)),
        Row(
          "x → -∞",
          text.end(inspection.left, exists: inspection.domain.first?.low == -.infinity)),
        Row(
          "x → ∞",
          text.end(inspection.right, exists: inspection.domain.last?.high == .infinity)),
      ])
  }

  /// Where f has values and leaves all bounds, which goes without saying where it has them everywhere.
  private static func domain(_ inspection: Inspection, _ text: SheetText) -> [Row] {
    let range = !inspection.poles.isEmpty && inspection.reach < 100 ? ["within -40…40"] : []
    return [
      Row(
        "domain", list: text.domain(inspection),
        goesWithoutSaying: inspection.domain.contains(where: \.isWhole) && inspection.holes.isEmpty),
      Row(
        "poles", list: inspection.poles.map(text.pole) + range,
        goesWithoutSaying: inspection.poles.isEmpty),
      Row(
        "endless turns", list: inspection.wildPlaces.map(text.wild),
        goesWithoutSaying: inspection.wildPlaces.isEmpty),
      Row(
        "not decided", list: inspection.undecided.map { text.stretch($0) },
        goesWithoutSaying: inspection.undecided.isEmpty),
    ]
  }

  private static func shape(_ inspection: Inspection, _ text: SheetText) -> Group {
    func rows(_ sections: [SignInterval], _ names: [(Int, String)]) -> [Row] {
      names.map { sign, name in
        let found = sections.filter { $0.sign == sign }
        return Row(
          name, list: found.map { text.stretch($0) }, none: "nowhere",
          goesWithoutSaying: found.isEmpty)
      }
    }
    let shape = inspection.shape
    guard inspection.undecided.isEmpty || shape.monotone.count < 20 else {
      // Where a wave grows ever faster the turns that were found say nothing of the others.
      return Group(heading: "Shape", rows: [Row("turns", "more than could be told")])
    }
    let heading = inspection.reach < 100 ? "Shape, within -40…40" : "Shape"
    return Group(
      heading: heading,
      rows: rows(shape.monotone, [(-1, "falls"), (0, "constant"), (1, "rises")])
        + rows(shape.convex, [(-1, "concave"), (0, "straight"), (1, "convex")])
        + [
          Row(
            "inflections",
            list: text.zeros(
              shape.inflections.map { SignInterval(low: $0, high: $0, sign: 0) }, inspection, of: 2)
          )
        ])
  }

  private static func smoothness(_ inspection: Inspection, _ text: SheetText) -> Group {
    let slopes = inspection.undecidedSlopes
    let open = (
      minimum: inspection.undecided + slopes.minimum,
      maximum: inspection.undecided + slopes.maximum
    )
    return Group(
      heading: "Smoothness",
      rows: [
        Row("class", text.smoothness(inspection)),
        Row(
          "kinks",
          list: inspection.kinks.map {
            text.kink(
              $0, isSteep: inspection.steepPlaces.contains($0.x), isWild: inspection.isWild($0))
          } + inspection.steepEdges.map { text.edge($0) }),
        Row(
          "largest f′",
          list: text.bound(inspection.slopeMaximum, "at least", open: open.maximum)),
        Row(
          "smallest f′",
          list: text.bound(inspection.slopeMinimum, "at most", open: open.minimum)),
        Row("Lipschitz", list: lipschitz(inspection, text, open: open.minimum + open.maximum)),
      ])
  }

  private static func lipschitz(
    _ inspection: Inspection, _ text: SheetText, open: [SignInterval]
  ) -> [String] {
    let bound = inspection.lipschitz?.value ?? .nan
    guard bound.isFinite, !open.isEmpty else { return ["|f′| ≤ \(text.number(bound))"] }
    return ["at least \(text.number(bound))"] + text.open(open)
  }

  private static func relu(_ inspection: Inspection, _ text: SheetText) -> Group {
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
          "\(text.number(distance.supremum))"
            + (distance.supremum > 0 ? " \(text.place(distance.x))" : "")),
        Row("L2 distance", text.number(distance.l2)),
      ])
  }

  private static func gaussian(_ gaussian: GaussianMoments, _ text: SheetText) -> Group {
    let number = { (value: Double?) in text.number(value) }
    let isOpen = gaussian.secondMoment == nil || gaussian.slopeSecondMoment == nil
    return Group(
      heading: "Standard normal input",
      rows: [
        Row("E f", number(gaussian.mean)), Row("E f²", number(gaussian.secondMoment)),
        Row("Var f", number(gaussian.variance)), Row("E f′²", number(gaussian.slopeSecondMoment)),
        Row("gain 1/√(E f²)", number(gaussian.gain)),
        Row("χ₁ = gain²·E f′²", number(gaussian.chi)),
        gaussian.edgeOfChaos.map {
          Row(
            "edge of chaos", "σ_w² = \(number($0.weight))", "σ_b² = \(text.share($0.bias))",
            text.stability(gaussian.varianceSlope))
        } ?? Row("edge of chaos", isOpen ? "not decided" : "none at unit variance"),
        Row("share |f′| < 0.1", number(gaussian.flatShare)),
      ])
  }

  private static func types(_ inspection: Inspection, _ text: SheetText) -> Group {
    let types = inspection.typeLimits.reduce(into: [FloatType]()) { types, limits in
      if !types.contains(limits.type) { types.append(limits.type) }
    }
    return Group(
      heading: "Float types: where f rounds to 0 or overflows, near 0, far out and at poles",
      rows: types.map { type in
        Row(
          type.rawValue,
          list: inspection.typeLimits.filter { $0.type == type }.flatMap(text.limits)
            + inspection.poleOverflows.filter { $0.type == type }.map(text.overflow))
      })
  }
}
