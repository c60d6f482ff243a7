import Formulas

/// One result of code as the lines of a function's body: what is used twice or would be long gets a name.
struct Listing {
  private let code: Code
  private let result: Int
  private let syntax: any Syntax
  /// What a helper is called, and the function that gives a product's rounding.
  private let helperName: (Primitive) -> String
  private let excessName: String
  /// The function that keeps steps as they are; nil where none is needed.
  private let stillName: String?
  private let keptSteps: Set<Int>
  private var names: [Int: String] = [:]
  private var taken: Set<String>
  private var uses: [Int]
  /// What is chosen by some condition.
  private var arms: Set<Int> = []

  /// The longest expression that stands without a name, in characters.
  private static let longest = 64
  /// The same of one that is chosen by a condition.
  private static let longestArm = 32

  init(
    _ code: Code, _ result: Int, _ syntax: any Syntax, arguments: [String], taken: Set<String>,
    excessName: String, stillName: String?, helperName: @escaping (Primitive) -> String
  ) {
    (self.code, self.result, self.syntax) = (code, result, syntax)
    (self.excessName, self.stillName, self.helperName) = (excessName, stillName, helperName)
    keptSteps = stillName == nil ? [] : code.keptSteps
    self.taken = taken.union(arguments)
    uses = Array(repeating: 0, count: code.steps.count)
    for step in code.steps {
      for operand in step.operands { uses[operand] += 1 }
      if case .select(_, _, _, let yes, let no) = step { arms.formUnion([yes, no]) }
    }
    for (place, step) in code.steps.enumerated() {
      if step == .x { names[place] = arguments[0] }
      if case .argument(let behind) = step { names[place] = arguments[behind + 1] }
    }
  }

  /// The lines, those of branches indented.
  mutating func lines() -> [String] { block(result) }

  private mutating func block(_ result: Int) -> [String] {
    guard !syntax.isVectorised,
      case .select(let comparison, let a, let b, let yes, let no) = code[result],
      isCostly(yes, beside: no) || isCostly(no, beside: yes)
    else { return defined([result], last: result) + [syntax.giving(fragment(result).text)] }
    let shared = needs(yes).intersection(needs(no)).union(needs(a)).union(needs(b))
    var lines = defined(shared, last: nil)
    let condition = comparison.text(fragment(a), fragment(b))
    lines.append(syntax.branch(condition))
    let outside = names
    lines += block(yes).map { $0.isEmpty ? $0 : "  " + $0 }
    names = outside
    if let end = syntax.branchEnd { lines.append(end) }
    return lines + block(no)
  }

  /// Whether an arm does work of its own that is worth a branch.
  private func isCostly(_ arm: Int, beside other: Int) -> Bool {
    needs(arm).subtracting(needs(other)).contains { place in
      guard names[place] == nil else { return false }
      switch code[place] {
      case .call, .power, .root, .divide: return true
      default: return false
      }
    }
  }

  private func needs(_ result: Int) -> Set<Int> {
    var found: Set<Int> = []
    var waiting = [result]
    while let place = waiting.popLast() {
      if found.insert(place).inserted { waiting += code[place].operands }
    }
    return found
  }

  /// Names what of some steps and their operands needs a name, in order.
  private mutating func defined(_ results: Set<Int>, last: Int?) -> [String] {
    let all = results.reduce(into: Set<Int>()) { $0.formUnion(needs($1)) }
    var lines: [String] = []
    for place in all.sorted() where place != last && names[place] == nil && isNamed(place) {
      let value = fragment(place).text
      let name = freshName(for: code[place])
      names[place] = name
      lines.append(syntax.assignment(name, value, code.type))
    }
    return lines
  }

  private func isNamed(_ place: Int) -> Bool {
    switch code[place] {
    case .x, .argument, .constant: return false
    case .negate(let a):
      return uses[place] > 1 && !isAtom(a) || fragment(place).text.count > Self.longest
    case .select: return true
    default:
      let longest = arms.contains(place) ? Self.longestArm : Self.longest
      return uses[place] > 1 || fragment(place).text.count > longest
    }
  }

  private func isAtom(_ place: Int) -> Bool {
    if names[place] != nil { return true }
    if case .constant = code[place] { return true }
    return false
  }

  private mutating func freshName(for step: Step) -> String {
    let stem = stem(of: step)
    var (name, number) = (stem, 2)
    while !taken.insert(name).inserted {
      name = "\(stem)\(number)"
      number += 1
    }
    return name
  }

  private func stem(of step: Step) -> String {
    switch step {
    case .magnitude: "size"
    case .call(.exp, _): "power"
    case .call(.expm1, _): "growth"
    case .call(.normalTail, _), .call(.normalLoss, _): "tail"
    case .call(.log1p, _), .call(.log, _): "logarithm"
    case .call(let function, _): "\(function.rawValue)_x"
    case .power: "raised"
    case .root: "root"
    case .divide: "ratio"
    case .multiply: "product"
    case .add, .subtract: "sum"
    case .excess: "rest"
    case .select(_, let a, _, let yes, let no):
      no == a
        ? "held"
        : code.constant(yes) == nil ? "choice" : code.constant(no) == 0 ? "shift" : "unit"
    case .negate, .x, .argument, .constant: "opposite"
    }
  }

  private func fragment(_ place: Int) -> Fragment {
    if let name = names[place] { return Fragment(name, .atom) }
    func binary(_ a: Int, _ sign: String, _ b: Int, _ left: Fragment.Level, _ right: Fragment.Level)
      -> String
    {
      "\(fragment(a).text(in: left)) \(sign) \(fragment(b).text(in: right))"
    }
    func text(_ place: Int) -> String { fragment(place).text }
    switch code[place] {
    case .x, .argument: return Fragment("x", .atom)
    case .constant(let value):
      return Fragment(syntax.number(value, code.type), value.sign == .minus ? .sign : .atom)
    case .add(let a, let b): return kept(place, binary(a, "+", b, .sum, .product), .sum)
    case .subtract(let a, let b): return kept(place, binary(a, "-", b, .sum, .product), .sum)
    case .multiply(let a, let b): return kept(place, binary(a, "*", b, .product, .sign), .product)
    case .divide(let a, let b):
      if let call = syntax.quotient(text(a), text(b)) { return Fragment(call, .atom) }
      return kept(place, binary(a, "/", b, .product, .sign), .product)
    case .negate(let a): return Fragment("-" + fragment(a).text(in: .atom), .sign)
    case .magnitude(let a): return Fragment(syntax.magnitude(text(a), code.type), .atom)
    case .root(let a): return Fragment(syntax.root(text(a), code.type), .atom)
    case .excess(let a, let b, let p):
      return Fragment("\(excessName)(\(text(a)), \(text(b)), \(text(p)))", .atom)
    case .call(let function, let a):
      let call = syntax.call(function, text(a), code.type)
      return Fragment(call ?? "\(helperName(function))(\(text(a)))", .atom)
    case .power(let a, let b):
      return Fragment(syntax.power(text(a), text(b), code.type), .atom)
    case .select(let comparison, let a, let b, let c, let d):
      let isLone = code.constant(c) != nil && code.constant(d) != nil
      let yes = fragment(c).text(in: .comparison)
      return syntax.choice(
        comparison.text(fragment(a), fragment(b)), isLone ? syntax.lone(yes, code.type) : yes,
        fragment(d).text(in: .comparison))
    }
  }
}

extension Listing {
  /// A sum, product or quotient, kept from being rewritten where that would cost digits.
  private func kept(_ place: Int, _ text: String, _ level: Fragment.Level) -> Fragment {
    guard let stillName, keptSteps.contains(place) else { return Fragment(text, level) }
    return Fragment("\(stillName)(\(text))", .atom)
  }
}

extension Expression.Comparison {
  /// The comparison as all languages write it.
  fileprivate func text(_ a: Fragment, _ b: Fragment) -> String {
    "\(a.text(in: .sum)) \(rawValue) \(b.text(in: .sum))"
  }
}
