import Activations

/// JavaScript as of 2015, a module that exports its functions.
struct JavaScriptSyntax: Syntax {
  let types: [FloatType] = [.f64]
  let comment = "//"
  let isVectorised = false
  let branchEnd: String? = "}"
  let reserved = Set(
    """
    arguments await break case catch class const continue debugger default delete do else enum eval export extends false \
    finally for function if implements import in instanceof interface let new null package private protected public return \
    static super switch this throw true try typeof undefined var void while with yield async of get set Infinity NaN Math x
    """.split(separator: " ").map(String.init))

  func preamble(_ type: FloatType) -> [String] { [] }

  func number(_ value: Double, _ type: FloatType) -> String {
    if value.isInfinite { return value < 0 ? "-Infinity" : "Infinity" }
    if value.isNaN { return "NaN" }
    let text = NumberText.decimal(value)
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }

  func call(_ function: Primitive, _ argument: String, _ type: FloatType) -> String? {
    switch function {
    case .normalTail, .normalLoss, .erf, .round: nil
    default: "Math.\(function.rawValue)(\(argument))"
    }
  }

  func power(_ u: String, _ v: String, _ type: FloatType) -> String { "Math.pow(\(u), \(v))" }
  func root(_ u: String, _ type: FloatType) -> String { "Math.sqrt(\(u))" }
  func magnitude(_ u: String, _ type: FloatType) -> String { "Math.abs(\(u))" }

  func assignment(_ name: String, _ value: String, _ type: FloatType) -> String {
    "const \(name) = \(value);"
  }

  func giving(_ value: String) -> String { "return \(value);" }
  func branch(_ condition: String) -> String { "if (\(condition)) {" }

  func function(_ signature: Signature, _ lines: [String], _ type: FloatType) -> [String] {
    let arguments = signature.list(" = ", { number($0, type) }, as: \.name)
    return ["\(signature.isHelper ? "" : "export ")function \(signature.name)(\(arguments)) {"]
      + lines.map { "  " + $0 } + ["}"]
  }

  func excess(_ name: String, _ type: FloatType, still: String) -> [String] {
    [
      "// a * b - p without rounding, where p is a * b rounded, by halves of both (Dekker 1971).",
      "function \(name)(a, b, p) {",
      "  const as = 134217729 * a;",
      "  const ah = as - (as - a);",
      "  const al = a - ah;",
      "  const bs = 134217729 * b;",
      "  const bh = bs - (bs - b);",
      "  const bl = b - bh;",
      "  return ((ah * bh - p) + ah * bl + al * bh) + al * bl;",
      "}",
    ]
  }
}
