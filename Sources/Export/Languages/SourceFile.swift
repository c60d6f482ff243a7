import Activations
import Formulas

/// One file of code: a heading, helpers, and a function a quantity.
package struct SourceFile {
  private let written: WrittenFunction
  private let language: Language
  private let syntax: any Syntax
  private let name: String
  private let command: String
  private let version: String

  /// - Parameters:
  ///   - name: What the function is called; derivatives are NAME_df and NAME_d2f, its gate NAME_gate.
  ///   - command: The command line that made it, for the heading.
  package init(
    _ written: WrittenFunction, in language: Language, named name: String, command: String,
    version: String
  ) {
    (self.written, self.language) = (written, language)
    syntax = language.syntax
    self.name = name
    (self.command, self.version) = (command, version)
  }

  /// A name that a language takes: letters, digits and underscores, and an underscore behind what is the language's own.
  package static func name(_ text: String, in language: Language) -> String {
    var name = String(text.map { $0.isASCII && ($0.isLetter || $0.isNumber) ? $0 : "_" })
    while name.contains("__") {
      name = name.split(separator: "_", omittingEmptySubsequences: true).joined(separator: "_")
    }
    if name.first.map({ $0.isNumber }) ?? true { name = "f_" + name }
    return language.syntax.reserved.contains(name) ? name + "_" : name
  }

  private var type: FloatType { written.type }

  package var text: String { joined([heading] + sections) }

  /// The same without its heading, to be put into a file of others.
  package var declarations: String { joined(sections) }

  private func joined(_ sections: [[String]]) -> String {
    sections.filter { !$0.isEmpty }.map { $0.joined(separator: "\n") }.joined(separator: separator)
      + "\n"
  }

  private var sections: [[String]] {
    var sections = [syntax.preamble(type)]
    if let stillness = syntax.stillness(stillName), usesExcess || hasKeptSteps {
      sections.append(stillness)
    }
    if usesExcess { sections.append(syntax.excess(excessName, type, still: stillName)) }
    sections += syntax.brought(calls, powers: usesPowers, type)
    sections += helpers.map(helper)
    sections += written.parts.map(function)
    if written.parts.contains(where: { $0.quantity == .f }) {
      sections.append(syntax.closing(Signature(name: name, arguments: arguments), type))
    }
    return sections
  }

  private var separator: String { syntax.isVectorised ? "\n\n\n" : "\n\n" }

  // MARK: Functions

  private var excessName: String { name + "_excess" }
  private var stillName: String { name + "_still" }
  private func helperName(_ primitive: Primitive) -> String {
    switch primitive {
    case .normalTail: name + "_normal_tail"
    case .normalLoss: name + "_normal_loss"
    default: name + "_" + primitive.rawValue
    }
  }
  private func name(of part: WrittenFunction.Part) -> String {
    let stem = name.last == "_" ? String(name.dropLast()) : name
    return part.quantity == .f ? name : stem + written.ending(of: part)
  }
  private var names: Set<String> { Set(written.parts.map(name(of:))) }

  /// x and the parameters, each under a name of its own.
  private var arguments: [Signature.Argument] {
    var taken = names.union(["x"])
    return [.init(name: "x")]
      + written.arguments.map { argument in
        var name =
          argument.isVariable ? argument.name : Self.name(argument.name, in: language)
        while !taken.insert(name).inserted { name += "_" }
        return .init(name: name, value: argument.isVariable ? nil : argument.value)
      }
  }

  /// The helpers that are called, by the functions or by other helpers, in the order in which they must stand.
  private var helpers: [Helper] {
    var found: [Helper] = []
    func add(_ code: Code) {
      for case .call(let primitive, _) in code.steps
      where syntax.call(primitive, "x", type) == nil
        && !found.contains(where: { $0.primitive == primitive })
      {
        guard let helper = Helper.of(primitive, type) else { continue }
        add(helper.code)
        found.append(helper)
      }
    }
    for part in written.parts { add(part.code) }
    return found
  }

  /// The code of the functions and of what they call.
  private var codes: [Code] { written.parts.map(\.code) + helpers.map(\.code) }
  private var steps: [Step] { codes.flatMap(\.steps) }

  private var usesExcess: Bool {
    steps.contains { if case .excess = $0 { true } else { false } }
  }

  private var usesPowers: Bool {
    steps.contains { if case .power = $0 { true } else { false } }
  }

  private var calls: Set<Primitive> {
    Set(steps.compactMap { if case .call(let primitive, _) = $0 { primitive } else { nil } })
  }

  /// Whether there are steps that are not to be rewritten.
  private var hasKeptSteps: Bool { codes.contains { !$0.keptSteps.isEmpty } }

  private func lines(_ code: Code, _ result: Int, _ arguments: [Signature.Argument]) -> [String] {
    var listing = Listing(
      code, result, syntax, arguments: arguments.map(\.name),
      taken: names.union(syntax.reserved),
      excessName: excessName, stillName: syntax.stillness(stillName).map { _ in stillName },
      helperName: helperName)
    let unused = arguments.enumerated().filter { place, _ in
      !code.steps.contains(place == 0 ? .x : .argument(place - 1))
    }
    return unused.compactMap { syntax.unused($0.element.name) } + listing.lines()
  }

  private func helper(_ helper: Helper) -> [String] {
    let signature = Signature(
      name: helperName(helper.primitive), arguments: [.init(name: "a")], isHelper: true)
    return helper.comment.map { "\(syntax.comment) \($0)" }
      + syntax.function(signature, lines(helper.code, helper.result, signature.arguments), type)
  }

  private func function(_ part: WrittenFunction.Part) -> [String] {
    let signature = Signature(name: name(of: part), arguments: arguments)
    var places = arguments
    // The code calls x the variable along which it runs.
    if part.axis == .y { places.swapAt(0, 1) }
    let lines = syntax.function(signature, lines(part.code, part.result, places), type)
    let variables: [Axis] = signature.variables.count == 1 ? [.x] : [.x, .y]
    let slopes = variables.compactMap { axis in
      written.parts.first {
        $0.quantity == part.quantity.slope && $0.slope == axis
          && (part.order == 0 || axis == part.slope)
      }
    }
    return syntax.ruled(
      lines, signature, slopes: slopes.count == variables.count ? slopes.map(name(of:)) : [], type)
  }

  // MARK: Heading

  private var heading: [String] {
    var lines = ["\(written.function.legend): \(signature) = \(written.formula)"]
    let settings = written.function.settings.map {
      "\($0.parameter.symbol) = \(Decimal.text($0.value))"
    }
    if !settings.isEmpty { lines[0] += ", " + settings.joined(separator: ", ") }
    lines += [
      "Written by actviz \(version): \(command)", "",
      "Largest errors measured against proved values, exp, log and the like of the language taken as",
      type == .f32
        ? "correctly rounded: their own errors come on top."
        : "those of the C library: what the language's own err more comes on top.",
    ]
    if written.reach.isFinite {
      let end = Decimal.short(written.reach)
      lines.append(
        "Measured for x in -\(end)…\(end): beyond, arguments of sin, cos and tan are rounded.")
    }
    lines += written.parts.flatMap(accuracy) + ofArguments
    return lines.map { $0.isEmpty ? syntax.comment : "\(syntax.comment) \($0)" }
  }

  /// The sets of arguments at which errors were measured, and why others are none.
  private var ofArguments: [String] {
    var lines: [String] = []
    if isOfTwoVariables {
      lines = [
        "Measured along lines at some sixty values of the other variable, of all sizes and both signs."
      ]
    } else if !written.arguments.isEmpty {
      let sets = Argument.sets(written.arguments).map { values in
        zip(arguments.dropFirst(), values).map { "\($0.name) = \(Decimal.short($1))" }
          .joined(separator: " and ")
      }
      lines += Self.wrapped(sets, after: "Measured at the default ", between: "; at ")
    }
    if let note = written.note {
      lines += Self.wrapped(note.split(separator: " ").map(String.init), after: "", between: " ")
    }
    return lines
  }

  private func accuracy(_ part: WrittenFunction.Part) -> [String] {
    let measurement = part.measurement
    var line = "  \(name(of: part)): \(ulps(measurement.worst.ulps)) ulp"
    if measurement.worst.ulps > 0 {
      line += " at \(variable(of: part))\(Decimal.short(measurement.worst.x))"
    }
    if let units = measurement.worstUnits {
      line += "; beside zeros \(ulps(units))·2^-\(type.precision)"
    }
    let parts = measurement.parts.filter { $0.ulps > 0 }.map {
      "\(Decimal.short($0.low))…\(Decimal.short($0.high)): \(ulps($0.ulps))"
    }
    return [line + " (\(measurement.count) points)"]
      + (parts.isEmpty ? [] : Self.wrapped(parts, after: "    by interval: "))
  }

  private static func wrapped(
    _ words: [String], after start: String, between comma: String = ", "
  ) -> [String] {
    var lines = [start]
    for (index, word) in words.enumerated() {
      let piece = word + (index < words.count - 1 ? comma : "")
      if lines[lines.count - 1].count + piece.count > 96 { lines.append("      ") }
      lines[lines.count - 1] += piece
    }
    return lines.map { line in
      var line = line
      while line.last == " " { line.removeLast() }
      return line
    }
  }

  private var isOfTwoVariables: Bool { written.arguments.contains(where: \.isVariable) }
  private var signature: String { isOfTwoVariables ? "f(x, y)" : "f(x)" }

  /// Which variable a place is meant of, where there are two.
  private func variable(of part: WrittenFunction.Part) -> String {
    isOfTwoVariables ? "\(part.axis) = " : ""
  }

  private func ulps(_ value: Double) -> String {
    value.isInfinite ? "∞" : Decimal.short((value * 100).rounded(.up) / 100)
  }
}

extension WrittenFunction {
  /// The formula for people.
  fileprivate var formula: String { function.family.plainText }
}
