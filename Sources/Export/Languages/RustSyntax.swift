import Activations

/// Rust with its standard library alone.
struct RustSyntax: Syntax {
  let types: [FloatType] = [.f64, .f32]
  let comment = "//"
  let isVectorised = false
  let branchEnd: String? = "}"
  let reserved = Set(
    """
    as async await break const continue crate dyn else enum extern false fn for if impl in let loop match mod move mut pub ref \
    return self Self static struct super trait true type unsafe use where while abstract become box do final macro override priv \
    try typeof unsized virtual yield gen union f32 f64 x
    """.split(separator: " ").map(String.init))

  func preamble(_ type: FloatType) -> [String] { [] }

  func number(_ value: Double, _ type: FloatType) -> String {
    if value.isInfinite { return "\(value < 0 ? "-" : "")\(type.rawValue)::INFINITY" }
    if value.isNaN { return "\(type.rawValue)::NAN" }
    let text = type == .f32 ? "\(Float(value))" : "\(value)"
    // A literal alone has no type whose method could be called.
    return text.contains("e") || text.contains(".") ? text : text + ".0"
  }

  func call(_ function: Primitive, _ argument: String, _ type: FloatType) -> String? {
    let name: String
    switch function {
    case .normalTail, .normalLoss, .erf: return nil
    case .expm1: name = "exp_m1"
    case .log: name = "ln"
    case .log1p: name = "ln_1p"
    case .exp, .log2, .log10, .cbrt, .sin, .cos, .tan, .asin, .acos, .atan, .sinh, .cosh, .tanh,
      .asinh, .acosh, .atanh, .floor, .ceil, .round:
      name = function.rawValue
    }
    return method(name, argument, type)
  }

  /// A method of a number, which is put into parentheses where it is more than a name; called by its type where that cannot be told
  /// from the number, a literal or a choice of literals.
  private func method(_ name: String, _ argument: String, _ type: FloatType, _ other: String? = nil)
    -> String
  {
    guard Double(argument) == nil, !argument.contains("if ") else {
      return
        "\(type.rawValue)::\(name)(\(([argument] + [other].compactMap(\.self)).joined(separator: ", ")))"
    }
    let isName = argument.allSatisfy { $0.isLetter || $0.isNumber || $0 == "_" }
    return "\(isName ? argument : "(\(argument))").\(name)(\(other ?? ""))"
  }

  func power(_ u: String, _ v: String, _ type: FloatType) -> String { method("powf", u, type, v) }
  func root(_ u: String, _ type: FloatType) -> String { method("sqrt", u, type) }
  func magnitude(_ u: String, _ type: FloatType) -> String { method("abs", u, type) }

  func choice(_ condition: String, _ yes: String, _ no: String) -> Fragment {
    Fragment("if \(condition) { \(yes) } else { \(no) }", .choice)
  }

  func assignment(_ name: String, _ value: String, _ type: FloatType) -> String {
    "let \(name): \(type.rawValue) = \(value);"
  }

  func unused(_ name: String) -> String? { "let _ = \(name);" }
  func giving(_ value: String) -> String { "return \(value);" }
  func branch(_ condition: String) -> String { "if \(condition) {" }

  func function(_ signature: Signature, _ lines: [String], _ type: FloatType) -> [String] {
    let start = signature.isHelper ? "fn" : "pub fn"
    let arguments = signature.list { "\($0.name): \(type.rawValue)" }
    return ["\(start) \(signature.name)(\(arguments)) -> \(type.rawValue) {"]
      + lines.map { $0.isEmpty ? $0 : "    " + $0 } + ["}"]
  }

  func excess(_ name: String, _ type: FloatType, still: String) -> [String] {
    let splitter = type == .f32 ? "4097.0" : "134217729.0"
    let number = type.rawValue
    return [
      "// a * b - p without rounding, where p is a * b rounded, by halves of both (Dekker 1971).",
      "fn \(name)(a: \(number), b: \(number), p: \(number)) -> \(number) {",
      "    let a_s = \(splitter) * a;",
      "    let ah = a_s - (a_s - a);",
      "    let al = a - ah;",
      "    let b_s = \(splitter) * b;",
      "    let bh = b_s - (b_s - b);",
      "    let bl = b - bh;",
      "    return ((ah * bh - p) + ah * bl + al * bh) + al * bl;",
      "}",
    ]
  }
}
