import Activations

/// C as of 1999, with the functions of `math.h`.
struct CSyntax: Syntax {
  let types: [FloatType] = [.f64, .f32]
  let comment = "//"
  let isVectorised = false
  let branchEnd: String? = "}"
  let reserved = Set(
    """
    auto break case char const continue default do double else enum extern float for goto if inline int long register \
    restrict return short signed sizeof static struct switch typedef union unsigned void volatile while bool true false \
    nullptr constexpr typeof alignas alignof main x abs acos acosh asin asinh atan atan2 atanh cbrt ceil copysign cos cosh \
    erf erfc exp exp2 expm1 fabs fdim floor fma fmax fmin fmod frexp hypot ilogb j0 j1 jn ldexp lgamma llrint llround log \
    log10 log1p log2 logb lrint lround modf nan nearbyint nextafter nexttoward pow remainder remquo rint round scalbln scalbn \
    sin sinh sqrt tan tanh tgamma trunc y0 y1 yn gamma signbit isnan isinf exp10 sincos class template namespace operator new \
    delete this private public protected virtual try catch throw using
    """.split(separator: " ").map(String.init))

  private func name(_ type: FloatType) -> String { type == .f32 ? "float" : "double" }
  private func suffix(_ type: FloatType) -> String { type == .f32 ? "f" : "" }

  func preamble(_ type: FloatType) -> [String] {
    [
      "// Every product and sum is rounded by itself, from here to the end of the file.",
      "#if !defined(__GNUC__) || defined(__clang__)", "#pragma STDC FP_CONTRACT OFF",
      "#elif defined(__FP_FAST_FMA\(suffix(type).uppercased()))",
      "#pragma GCC optimize(\"fp-contract=off\")", "#endif", "", "#include <math.h>",
    ]
  }

  func number(_ value: Double, _ type: FloatType) -> String {
    if value.isInfinite { return value < 0 ? "-INFINITY" : "INFINITY" }
    if value.isNaN { return "NAN" }
    return (NumberText.short(value) ?? NumberText.hexadecimal(value)) + suffix(type)
  }

  func call(_ function: Primitive, _ argument: String, _ type: FloatType) -> String? {
    [.normalTail, .normalLoss].contains(function)
      ? nil : "\(function.rawValue)\(suffix(type))(\(argument))"
  }

  func power(_ u: String, _ v: String, _ type: FloatType) -> String {
    "pow\(suffix(type))(\(u), \(v))"
  }

  func root(_ u: String, _ type: FloatType) -> String { "sqrt\(suffix(type))(\(u))" }
  func magnitude(_ u: String, _ type: FloatType) -> String { "fabs\(suffix(type))(\(u))" }

  func assignment(_ name: String, _ value: String, _ type: FloatType) -> String {
    "const \(self.name(type)) \(name) = \(value);"
  }

  func unused(_ name: String) -> String? { "(void)\(name);" }
  func giving(_ value: String) -> String { "return \(value);" }
  func branch(_ condition: String) -> String { "if (\(condition)) {" }

  func function(_ signature: Signature, _ lines: [String], _ type: FloatType) -> [String] {
    let number = self.name(type)
    let arguments = signature.list { "\(number) \($0.name)" }
    return [
      "\(signature.isHelper ? "static inline " : "")\(number) \(signature.name)(\(arguments)) {"
    ]
      + lines.map { "  " + $0 } + ["}"]
  }

  func excess(_ name: String, _ type: FloatType, still: String) -> [String] {
    let (number, f) = (self.name(type), suffix(type))
    let splitter = type == .f32 ? "4097.0f" : "134217729.0"
    return [
      "// a * b - p without rounding, where p is a * b rounded: by a fused operation where that is fast, else by halves of both",
      "// (Dekker 1971).",
      "static inline \(number) \(name)(\(number) a, \(number) b, \(number) p) {",
      "#ifdef FP_FAST_FMA\(f.uppercased())",
      "  return fma\(f)(a, b, -p);",
      "#else",
      "  const \(number) as = \(splitter) * a;",
      "  const \(number) ah = as - (as - a);",
      "  const \(number) al = a - ah;",
      "  const \(number) bs = \(splitter) * b;",
      "  const \(number) bh = bs - (bs - b);",
      "  const \(number) bl = b - bh;",
      "  return ((ah * bh - p) + ah * bl + al * bh) + al * bl;",
      "#endif",
      "}",
    ]
  }
}
