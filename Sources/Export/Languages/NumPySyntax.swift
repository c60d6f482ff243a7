import Activations

/// Python with NumPy alone, over arrays of any shape; every arm is evaluated, so arguments are harmless in all of them.
struct NumPySyntax: Syntax {
  let types: [FloatType] = [.f64, .f32]
  let comment = "#"
  let isVectorised = true
  let branchEnd: String? = nil
  let reserved = Set(
    """
    False None True and as assert async await break class continue def del elif else except finally for from global if import \
    in is lambda nonlocal not or pass raise return try while with yield match case type np x print abs round pow float int
    """.split(separator: " ").map(String.init))

  func preamble(_ type: FloatType) -> [String] { ["import numpy as np"] }

  func number(_ value: Double, _ type: FloatType) -> String {
    if value.isInfinite { return value < 0 ? "-np.inf" : "np.inf" }
    if value.isNaN { return "np.nan" }
    return NumberText.decimal(value)
  }

  /// Of Python's own numbers NumPy makes doubles.
  func lone(_ number: String, _ type: FloatType) -> String {
    type == .f32 ? "np.float32(\(number))" : number
  }

  func call(_ function: Primitive, _ argument: String, _ type: FloatType) -> String? {
    switch function {
    case .normalTail, .normalLoss, .erf, .round: nil
    case .asin, .acos, .atan, .asinh, .acosh, .atanh:
      "np.arc\(function.rawValue.dropFirst())(\(argument))"
    default: "np.\(function.rawValue)(\(argument))"
    }
  }

  func power(_ u: String, _ v: String, _ type: FloatType) -> String { "np.power(\(u), \(v))" }
  func root(_ u: String, _ type: FloatType) -> String { "np.sqrt(\(u))" }
  func magnitude(_ u: String, _ type: FloatType) -> String { "np.abs(\(u))" }

  func choice(_ condition: String, _ yes: String, _ no: String) -> Fragment {
    Fragment("np.where(\(condition), \(yes), \(no))", .atom)
  }

  func assignment(_ name: String, _ value: String, _ type: FloatType) -> String {
    "\(name) = \(value)"
  }

  func giving(_ value: String) -> String { "return \(value)" }
  func branch(_ condition: String) -> String { "if \(condition):" }

  func function(_ signature: Signature, _ lines: [String], _ type: FloatType) -> [String] {
    // What overflows far out, on the way or in an arm that is not taken, is no news: what comes of it is right.
    let decorators = signature.isHelper ? [] : ["@np.errstate(over=\"ignore\")"]
    return decorators
      + python(signature, lines, type, converting: "np.asarray", to: "np.float\(type.bitWidth)")
  }

  /// A function of Python that begins by making its arguments what it runs over.
  func python(
    _ signature: Signature, _ lines: [String], _ type: FloatType, converting: String,
    to number: String
  ) -> [String] {
    let arguments = signature.list("=", { self.number($0, type) }, as: \.name)
    let converted = signature.arguments.map {
      "\($0.name) = \(converting)(\($0.name), dtype=\(number))"
    }
    let body = signature.isHelper ? lines : converted + lines
    return ["def \(signature.name)(\(arguments)):"] + body.map { "    " + $0 }
  }

  func excess(_ name: String, _ type: FloatType, still: String) -> [String] {
    let splitter = type == .f32 ? "4097.0" : "134217729.0"
    let bits = type.bitWidth
    return [
      "# a * b - p without rounding, where p is a * b rounded, by halves of both (Dekker 1971).",
      "def \(name)(a, b, p):",
      // Python's own floats would be halved as doubles.
      "    a, b = np.float\(bits)(a), np.float\(bits)(b)",
      "    a_s = \(splitter) * a",
      "    ah = a_s - (a_s - a)",
      "    al = a - ah",
      "    b_s = \(splitter) * b",
      "    bh = b_s - (b_s - b)",
      "    bl = b - bh",
      "    return ((ah * bh - p) + ah * bl + al * bh) + al * bl",
    ]
  }
}
