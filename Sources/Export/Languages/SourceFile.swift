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
  ///   - name: What the function is called; derivatives are NAME_df and NAME_d2f.
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

  package var text: String {
    var sections = [heading, syntax.preamble(type)].filter { !$0.isEmpty }
    if let stillness = syntax.stillness(stillName), usesExcess || hasPairs {
      sections.append(stillness)
    }
    if usesExcess { sections.append(syntax.excess(excessName, type, still: stillName)) }
    sections += helpers.map(helper)
    sections += written.parts.map(function)
    if written.parts.contains(where: { $0.order == 0 }) {
      sections.append(syntax.closing(Signature(name: name(of: 0), arguments: arguments), type))
    }
    sections.removeAll(where: \.isEmpty)
    return sections.map { $0.joined(separator: "\n") }.joined(separator: separator) + "\n"
  }

  private var separator: String { syntax.isVectorised ? "\n\n\n" : "\n\n" }

  // MARK: Functions

  private var excessName: String { name + "_excess" }
  private var stillName: String { name + "_still" }
  private func helperName(_ primitive: Primitive) -> String {
    primitive == .normalTail ? name + "_normal_tail" : name + "_" + primitive.rawValue
  }
  private func name(of order: Int) -> String {
    let stem = name.last == "_" ? String(name.dropLast()) : name
    return order == 0 ? name : stem + (order == 1 ? "_df" : "_d2f")
  }

  /// x and the parameters, each under a name of its own.
  private var arguments: [Signature.Argument] {
    var taken: Set<String> = Set(written.parts.map { name(of: $0.order) }).union(["x"])
    return [.init(name: "x")]
      + written.arguments.map { argument in
        var name = Self.name(argument.name, in: language)
        while !taken.insert(name).inserted { name += "_" }
        return .init(name: name, value: argument.value)
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

  private var usesExcess: Bool {
    (written.parts.map(\.code) + helpers.map(\.code)).contains { code in
      code.steps.contains { step in
        if case .excess = step { true } else { false }
      }
    }
  }

  /// Whether the rounding of sums and products is taken up again.
  private var hasPairs: Bool { written.parts.contains { !$0.code.pairedSteps.isEmpty } }

  private func lines(_ code: Code, _ result: Int, _ signature: Signature) -> [String] {
    let names = Set(written.parts.map { name(of: $0.order) })
    var listing = Listing(
      code, result, syntax, arguments: signature.arguments.map(\.name),
      taken: names.union(syntax.reserved),
      excessName: excessName, stillName: syntax.stillness(stillName).map { _ in stillName },
      helperName: helperName)
    return listing.lines()
  }

  private func helper(_ helper: Helper) -> [String] {
    let signature = Signature(
      name: helperName(helper.primitive), arguments: [.init(name: "a")], isHelper: true)
    return helper.comment.map { "\(syntax.comment) \($0)" }
      + syntax.function(signature, lines(helper.code, helper.result, signature), type)
  }

  private func function(_ part: WrittenFunction.Part) -> [String] {
    let signature = Signature(name: name(of: part.order), arguments: arguments)
    let lines = syntax.function(signature, lines(part.code, part.result, signature), type)
    let hasSlope = written.parts.contains { $0.order == part.order + 1 }
    return syntax.ruled(
      lines, signature, slope: hasSlope ? self.name(of: part.order + 1) : nil, type)
  }

  // MARK: Heading

  private var heading: [String] {
    var lines = ["\(written.function.legend): f(x) = \(written.formula)"]
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
    lines += written.parts.flatMap(accuracy) + ofArguments
    return lines.map { $0.isEmpty ? syntax.comment : "\(syntax.comment) \($0)" }
  }

  /// The sets of arguments at which errors were measured, and why others are none.
  private var ofArguments: [String] {
    var lines: [String] = []
    if !written.arguments.isEmpty {
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
    var line = "  \(name(of: part.order)): \(ulps(measurement.worst.ulps)) ulp"
    if measurement.worst.ulps > 0 { line += " at \(Decimal.short(measurement.worst.x))" }
    if let units = measurement.worstUnits {
      line += "; beside zeros \(ulps(units))·2^-\(type.precision)"
    }
    let parts = measurement.parts.filter { $0.ulps > 0 }.map {
      "\(Decimal.short($0.low))…\(Decimal.short($0.high)): \(ulps($0.ulps))"
    }
    return [line + " (\(measurement.count) points)"]
      + Self.wrapped(parts, after: "    by interval: ")
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

  private func ulps(_ value: Double) -> String {
    value.isInfinite ? "∞" : Decimal.short((value * 100).rounded(.up) / 100)
  }
}

extension WrittenFunction {
  /// The formula for people.
  fileprivate var formula: String { function.family.plainText }
}
