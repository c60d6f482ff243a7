import Activations

/// Swift with Foundation's elementary functions.
struct SwiftSyntax: Syntax {
  let types: [FloatType] = [.f64, .f32]
  let comment = "//"
  let isVectorised = false
  let branchEnd: String? = "}"
  let reserved = Set(
    """
    associatedtype class deinit enum extension fileprivate func import init inout internal let open operator private \
    precedencegroup protocol public rethrows static struct subscript typealias var break case catch continue default defer do \
    else fallthrough for guard if in repeat return throw switch where while Any as await catch false is nil self Self super \
    throws true try x abs acos acosh asin asinh atan atan2 atanh cbrt ceil cos cosh erf erfc exp exp2 expm1 floor fma hypot \
    log log10 log1p log2 max min pow rint round sin sinh sqrt tan tanh tgamma trunc print type
    """.split(separator: " ").map(String.init))

  private func name(_ type: FloatType) -> String { type == .f32 ? "Float" : "Double" }

  func preamble(_ type: FloatType) -> [String] { ["import Foundation"] }

  func number(_ value: Double, _ type: FloatType) -> String {
    if value.isInfinite { return value < 0 ? "-.infinity" : ".infinity" }
    if value.isNaN { return ".nan" }
    // Of subnormal numbers Swift takes no literals.
    if type == .f32, Float(value).isSubnormal {
      return "Float(bitPattern: 0x\(String(Float(value).bitPattern, radix: 16)))"
    }
    if value.isSubnormal { return "Double(bitPattern: 0x\(String(value.bitPattern, radix: 16)))" }
    return NumberText.short(value) ?? NumberText.hexadecimal(value)
  }

  func call(_ function: Primitive, _ argument: String, _ type: FloatType) -> String? {
    [.normalTail, .normalLoss].contains(function) ? nil : "\(function.rawValue)(\(argument))"
  }

  func power(_ u: String, _ v: String, _ type: FloatType) -> String { "pow(\(u), \(v))" }
  func root(_ u: String, _ type: FloatType) -> String { "(\(u)).squareRoot()" }
  func magnitude(_ u: String, _ type: FloatType) -> String { "abs(\(u))" }

  func assignment(_ name: String, _ value: String, _ type: FloatType) -> String {
    "let \(name): \(self.name(type)) = \(value)"
  }

  func giving(_ value: String) -> String { "return \(value)" }
  func branch(_ condition: String) -> String { "if \(condition) {" }

  func function(_ signature: Signature, _ lines: [String], _ type: FloatType) -> [String] {
    let number = self.name(type)
    let start = signature.isHelper ? "private func" : "public func"
    let arguments = signature.list(" = ", { self.number($0, type) }) {
      "\($0.value == nil ? "_ " : "")\($0.name): \(number)"
    }
    return ["\(start) \(signature.name)(\(arguments)) -> \(number) {"]
      + lines.map { "  " + $0 } + ["}"]
  }

  func excess(_ name: String, _ type: FloatType, still: String) -> [String] {
    let number = self.name(type)
    return [
      "// a * b - p without rounding, where p is a * b rounded.",
      "private func \(name)(_ a: \(number), _ b: \(number), _ p: \(number)) -> \(number) {",
      "  return (-p).addingProduct(a, b)",
      "}",
    ]
  }
}
