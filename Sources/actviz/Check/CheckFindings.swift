import Activations
import Tables

// What JSON tells of kinds of numbers, of special ones, and of single rows: inputs are named by their bits, and `at` is what
// `check --at` takes to see one again.
extension CheckResult {
  /// The members of the object.
  var findings: [(String, JSON)] {
    let kinds = JSON.object([
      ("x", classes(tally.byInput)), ("truth", classes(tally.byTruth)),
    ])
    let binades = tally.byInput.binades.map { from, group in
      JSON.object([("from", JSON.number(from))] + Self.members(of: group))
    }
    let kind = JSON.string(tally.rules.mirror.rawValue)
    return [
      ("classes", kinds), ("binades", .array(binades)),
      ("specials", .array(tally.specials.sorted.map(finding))),
      ("worst_rows", .array(tally.worstCases.cases.map(finding))),
      ("steps_against", .object(members(of: tally.steps.violations))),
      ("symmetry", .object([("kind", kind)] + members(of: tally.mirrored.violations))),
      ("flush_subnormals", .flag(tally.rules.flushed != nil)),
    ]
  }

  private func classes(_ groups: ErrorGroups) -> JSON {
    .array(
      groups.classes(of: tally.type).map { kind, group in
        JSON.object([("class", JSON.string(kind.rawValue))] + Self.members(of: group))
      })
  }

  private static func members(of group: ErrorGroups.Group) -> [(String, JSON)] {
    [
      ("count", .number(Double(group.count))), ("bad", .number(Double(group.bad))),
      ("worst", .number(group.worst)),
    ]
  }

  private func finding(_ found: Tally.Case) -> JSON {
    var members = [
      ("ulp", JSON.number(found.error)), ("x", .number(found.x)), ("x_bits", bits(found.x)),
    ]
    if quantity.isOfTwoVariables {
      members += [("y", JSON.number(found.y)), ("z", .number(found.value))]
    } else {
      members += [("y", JSON.number(found.value)), ("y_bits", bits(found.value))]
    }
    members += [
      ("truth", JSON.number(found.truth)), ("truth_bits", bits(found.truth)),
      ("at", place([found.x])),
    ]
    return .object(members)
  }

  private func members(of violations: Violations) -> [(String, JSON)] {
    let worst = violations.worst.map { pair in
      JSON.object([
        ("ulp", .number(pair.size)), ("x", .array([.number(pair.x.0), .number(pair.x.1)])),
        ("y", .array([.number(pair.values.0), .number(pair.values.1)])),
        ("at", place([pair.x.0, pair.x.1])),
      ])
    }
    return [("count", .number(Double(violations.count))), ("worst", worst ?? .null)]
  }

  private func bits(_ value: Double) -> JSON {
    .string(tally.type.text(ofBits: tally.type.bitPattern(of: value)))
  }

  /// What `--at` takes to ask for some inputs again.
  private func place(_ xs: [Double]) -> JSON {
    let texts = xs.map { tally.type.text(ofBits: tally.type.bitPattern(of: $0)) }
    return .string("bits:" + texts.joined(separator: ","))
  }
}
