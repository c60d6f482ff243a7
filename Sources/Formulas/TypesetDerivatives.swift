import Activations

/// A function and its derivatives as TeX, as textbooks write them: parts of what would be long have names.
package struct TypesetDerivatives {
  /// A part of long formulas: a letter, and what it stands for.
  package struct Part {
    package let letter: String
    package let text: String
  }

  /// What was asked for, in its order.
  package let formulas: [String]
  /// The parts in the order in which they build upon each other.
  package let parts: [Part]

  /// A function that is differentiated by some variables, in order.
  package typealias Derivative = (function: Function, by: [Axis])

  /// Writes derivatives of a function, and of others that it is had from; parameters that are `arguments` stand there by their
  /// symbols, others by their values.
  ///
  /// - Parameter names: What each is called: one that stands in another is called so there.
  /// - Throws: `CodePrograms.Obstacle` where there is no closed form.
  package init(
    _ derivatives: [Derivative], of function: Function, named names: [String],
    arguments: [String]
  ) throws(CodePrograms.Obstacle) {
    let along = function.along(.x)
    let arguments = along == nil ? arguments : [Axis.x.held] + arguments
    let (program, results) = try CodePrograms.textbook(
      derivatives.map { (along ?? $0.function, $0.by) }, arguments)
    let symbols = arguments.map { name in
      function.family.parameters.first { $0.name == name }?.symbol ?? name
    }
    let writer = ProgramTeX(
      program: program, variable: .x,
      held: symbols.map { along != nil && $0 == "y" ? .variable($0) : .symbol($0) },
      hasSigma: symbols.contains { Symbols.spelled($0) == "sigma" })
    let calls = names.map { TeXTerm.call($0, along == nil ? [.x] : [.x, .variable("y")]) }
    let parts = TeXParts(
      writer, results, named: calls, taken: Set(symbols + ["x", "y", "e", "f", "d", "t"]))
    (formulas, self.parts) = (parts.formulas, parts.parts)
  }
}

/// Chooses which registers of a program have names, so that no formula is long.
private struct TeXParts {
  private let writer: ProgramTeX
  private let results: [Int]
  private(set) var formulas: [String] = []
  private(set) var parts: [TypesetDerivatives.Part] = []

  /// A formula that is longer, in bytes of TeX, takes names for what stands in it twice.
  private static let longest = 110
  /// No formula and no part is much longer.
  private static let longestPart = 220
  /// What is shorter needs no name, however often it stands there.
  private static let shortest = 10

  init(_ writer: ProgramTeX, _ results: [Int], named calls: [TeXTerm], taken: Set<String>) {
    (self.writer, self.results) = (writer, results)
    let plain = plainTerms()
    let long = results.filter { plain[$0].map { $0.count > Self.longest } ?? true }
    let named = named(for: long)
    let own = Dictionary(zip(results, calls), uniquingKeysWith: { first, _ in first })
    let letters = Self.letters(named.subtracting(results).count, except: taken)
    var names = own.filter { named.contains($0.key) }
    for (register, letter) in zip(named.subtracting(results).sorted(), letters) {
      names[register] = .variable(letter)
    }
    let bodies = bodies(names).bodies
    formulas = results.map { result in
      (long.contains(result) ? bodies[result] : plain[result] ?? bodies[result]).text
    }
    parts = named.subtracting(results).sorted().map {
      .init(letter: names[$0]?.text ?? "", text: bodies[$0].text)
    }
  }

  /// All registers written out; nil for what is too long.
  private func plainTerms() -> [TeXTerm?] {
    var terms: [TeXTerm?] = []
    for (register, instruction) in writer.program.instructions.enumerated() {
      guard instruction.operands.allSatisfy({ terms[$0] != nil }) else {
        terms.append(nil)
        continue
      }
      let term = writer.term(register, terms.map { $0 ?? .x })
      terms.append(term.count > Self.longestPart ? nil : term)
    }
    return terms
  }

  /// The registers that have names in long formulas: what is read more than once, and what would be long itself.
  private func named(for long: [Int]) -> Set<Int> {
    let instructions = writer.program.instructions
    var uses = Array(repeating: 0, count: instructions.count)
    for result in long { uses[result] = 1 }
    for register in instructions.indices.reversed() where uses[register] > 0 {
      for operand in instructions[register].operands { uses[operand] += 1 }
    }
    var names: [Int: TeXTerm] = [:]
    var terms: [TeXTerm] = []
    for (register, instruction) in instructions.enumerated() {
      let body = writer.term(register, terms)
      let isLong = body.count > Self.longestPart && !long.contains(register)
      // What does not change with x is short to readers.
      let isShared = uses[register] > 1 && body.count >= (body.varies ? Self.shortest : 30)
      if isLong || isShared && !instruction.operands.isEmpty {
        names[register] = .variable("u_{9}")
      }
      terms.append(names[register] ?? body)
    }
    return Set(names.keys).filter { uses[$0] > 0 }
  }

  /// Each register where it stands in others, and written out once.
  private func bodies(_ names: [Int: TeXTerm]) -> (terms: [TeXTerm], bodies: [TeXTerm]) {
    var (terms, bodies): ([TeXTerm], [TeXTerm]) = ([], [])
    for register in writer.program.instructions.indices {
      let body = writer.term(register, terms)
      bodies.append(body)
      terms.append(names[register] ?? body)
    }
    return (terms, bodies)
  }

  /// Letters that mean nothing else; with subscripts where there are not enough.
  private static func letters(_ count: Int, except taken: Set<String>) -> [String] {
    let free = ["u", "v", "w", "p", "q", "r", "s", "z"].filter { !taken.contains($0) }
    if count <= free.count { return Array(free.prefix(count)) }
    let stem = free.first ?? "c"
    return (1...count).map { "\(stem)_{\($0)}" }
  }
}

extension CodePrograms {
  /// Derivatives of functions in one program, for readers, with the register of each; y is the first argument.
  fileprivate static func textbook(
    _ derivatives: [TypesetDerivatives.Derivative], _ arguments: [String]
  ) throws(Obstacle) -> (Program, [Int]) {
    var builder = ProgramBuilder.textbook
    var slopes: [[Int]: Int] = [:]
    var results: [Int] = []
    for (function, path) in derivatives {
      var result = try registers(of: function, upTo: 0, arguments, &builder)[0]
      for axis in path {
        let step = [result, axis == .x ? 0 : 1]
        builder.slopeVariable = Axis.x.instruction(of: axis)
        if slopes[step] == nil { slopes[step] = try slope(of: result, in: &builder) }
        result = slopes[step] ?? result
      }
      results.append(result)
    }
    return (builder.program, results)
  }
}
