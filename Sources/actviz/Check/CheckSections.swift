import Activations
import Tables

// What the report for readers tells of kinds of numbers, of special ones, and of single rows.
extension CheckResult {
  /// The sections that stand between the histogram and the ranges, each with its heading.
  var sections: [[String]] {
    let found = [classLines, specialLines, relationLines]
    return (isOfProgram ? found : []) + [worstCaseLines]
  }

  private var classLines: [String] {
    let above = "above \(DecimalText.shortest(threshold)) ulp"
    func rows(_ name: String, _ groups: ErrorGroups) -> [[String]] {
      groups.classes(of: tally.type).map { kind, group in
        [
          "\(name) \(Self.name(of: kind))", "\(group.count)", "\(group.bad)",
          Self.ulps(group.worst),
        ]
      }
    }
    let cells = rows("x", tally.byInput) + rows(quantity.name, tally.byTruth)
    return Self.aligned(
      [["class", "rows", above, "worst error"]] + cells, flushRight: [1, 2])
  }

  private static func name(of kind: FloatClass) -> String {
    switch kind {
    case .zero: "= 0"
    case .subnormal: "subnormal"
    case .normal: "normal"
    case .infinite: "infinite"
    case .nan: "NaN"
    }
  }

  private var specialLines: [String] {
    let cells = tally.specials.sorted.map { found in
      [number(found.x), bits(found.x), number(found.value), number(found.truth)]
        + [found.error > 0 ? Self.ulps(found.error) : ""]
    }
    guard !cells.isEmpty else { return [] }
    return Self.aligned(
      [["special x", "bits", "y", "should be", "error"]] + cells, flushRight: [])
  }

  private var worstCaseLines: [String] {
    let cells = tally.worstCases.cases.map { found in
      [
        number(found.x), bits(found.x), number(found.value), number(found.truth),
        Self.ulps(found.error),
      ]
    }
    guard !cells.isEmpty else { return [] }
    return Self.aligned(
      [["worst x", "bits", quantity.isOfTwoVariables ? "z" : "y", "should be", "error"]] + cells,
      flushRight: [])
  }

  private var relationLines: [String] {
    func line(_ name: String, _ violations: Violations) -> String {
      let worst = violations.worst.map { pair in
        ", the largest by \(Self.ulps(pair.size)) from x = \(number(pair.x.0)) to \(number(pair.x.1))"
      }
      return "\(name)  \(violations.count)\(worst ?? "")"
    }
    let steps = line("steps against the function's direction", tally.steps.violations)
    guard tally.rules.mirror != .none else { return [steps] }
    return [
      steps,
      line(
        "pairs x and -x that are not \(tally.rules.mirror)          ", tally.mirrored.violations),
    ]
  }

  private func number(_ value: Double) -> String { DecimalText.shortest(value) }
  private func bits(_ value: Double) -> String {
    tally.type.text(ofBits: tally.type.bitPattern(of: value))
  }
}
