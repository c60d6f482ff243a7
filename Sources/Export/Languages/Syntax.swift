import Activations
import Formulas

/// A language in which code is written.
package enum Language: String, CaseIterable, Sendable {
  case c, cuda, javascript, jax, numpy, rust, swift, torch, triton

  /// How it is written.
  package var syntax: any Syntax {
    switch self {
    case .c: CSyntax()
    case .cuda: CUDASyntax()
    case .javascript: JavaScriptSyntax()
    case .jax: JAXSyntax()
    case .numpy: NumPySyntax()
    case .rust: RustSyntax()
    case .swift: SwiftSyntax()
    case .torch: TorchSyntax()
    case .triton: TritonSyntax()
    }
  }
}

/// What a language has, and how it is written: all that a printer must say.
///
/// What it lacks comes along as helpers.
package protocol Syntax: Sendable {
  /// The types in which it is written; the first is usual.
  var types: [FloatType] { get }
  /// Words that no function may be called, those that its library has included.
  var reserved: Set<String> { get }
  /// What begins a comment's line.
  var comment: String { get }
  /// Whether numbers below the least normal one are taken for 0.
  var flushes: Bool { get }
  /// What stands between the heading and the functions.
  func preamble(_ type: FloatType) -> [String]
  /// A number.
  func number(_ value: Double, _ type: FloatType) -> String
  /// A number beside which no other tells its type, as in a choice between two of them.
  func lone(_ number: String, _ type: FloatType) -> String
  /// A function of the language at an argument; nil where it has none.
  func call(_ function: Primitive, _ argument: String, _ type: FloatType) -> String?
  /// u^v, √u and |u|.
  func power(_ u: String, _ v: String, _ type: FloatType) -> String
  func root(_ u: String, _ type: FloatType) -> String
  func magnitude(_ u: String, _ type: FloatType) -> String
  /// u/v by a function; nil where the sign of division rounds correctly.
  func quotient(_ u: String, _ v: String) -> String?
  /// Functions that come with the file because others call them, as lines; none where the language has all.
  func brought(_ calls: Set<Primitive>, powers: Bool, _ type: FloatType) -> [[String]]
  /// One of two, whose arms stand in no order of evaluation.
  func choice(_ condition: String, _ yes: String, _ no: String) -> Fragment
  /// Whether it runs over arrays, so that every arm is evaluated and there are no branches.
  var isVectorised: Bool { get }
  /// A line that names a value.
  func assignment(_ name: String, _ value: String, _ type: FloatType) -> String
  /// A line that says that an argument is not used, where compilers warn of that; nil where they do not.
  func unused(_ name: String) -> String?
  /// The last line of a function, or of a branch.
  func giving(_ value: String) -> String
  /// The line that begins a branch, and what ends it.
  func branch(_ condition: String) -> String
  var branchEnd: String? { get }
  /// A function around its lines, which are indented by one level.
  func function(_ signature: Signature, _ lines: [String], _ type: FloatType) -> [String]
  /// A function with what tells the language that others are its slopes, one for each variable; none where they are not written.
  func ruled(_ lines: [String], _ signature: Signature, slopes: [String], _ type: FloatType)
    -> [String]
  /// What stands behind all functions, made of the one that is not differentiated.
  func closing(_ signature: Signature, _ type: FloatType) -> [String]
  /// The function that gives a·b − p without rounding; `still` is what `stillness` defined.
  func excess(_ name: String, _ type: FloatType, still: String) -> [String]
  /// What defines a function that keeps a result from being rewritten with others; nil where compilers round all as it is written.
  func stillness(_ name: String) -> [String]?
}

extension Syntax {
  /// As C has it, and who followed.
  package func choice(_ condition: String, _ yes: String, _ no: String) -> Fragment {
    Fragment("\(condition) ? \(yes) : \(no)", .choice)
  }

  /// nil: most languages divide as IEEE 754 has it.
  package func quotient(_ u: String, _ v: String) -> String? { nil }

  /// None: most languages have exp, log and powers.
  package func brought(_ calls: Set<Primitive>, powers: Bool, _ type: FloatType) -> [[String]] {
    []
  }

  /// nil: most compilers do not mind.
  package func unused(_ name: String) -> String? { nil }

  /// The number: types are declared, or there is one alone.
  package func lone(_ number: String, _ type: FloatType) -> String { number }

  /// Nothing: most languages do not differentiate.
  package func ruled(
    _ lines: [String], _ signature: Signature, slopes: [String], _ type: FloatType
  ) -> [String] { lines }

  /// Nothing.
  package func closing(_ signature: Signature, _ type: FloatType) -> [String] { [] }

  /// nil: most compilers round every operation as it is written.
  package func stillness(_ name: String) -> [String]? { nil }

  /// As IEEE 754 has it, they are not.
  package var flushes: Bool { false }

  /// What code for it must mind.
  package func dialect(_ type: FloatType) -> Dialect {
    Dialect(
      lacking: Set(Primitive.allCases.filter { call($0, "x", type) == nil }),
      isGuarded: isVectorised, flushes: flushes)
  }
}

/// A piece of an expression with how tightly it holds together.
package struct Fragment: Sendable {
  package enum Level: Int, Comparable, Sendable {
    case choice, comparison, sum, product, sign, atom

    package static func < (a: Level, b: Level) -> Bool { a.rawValue < b.rawValue }
  }

  package let text: String
  package let level: Level

  package init(_ text: String, _ level: Level) { (self.text, self.level) = (text, level) }

  /// The text where something at least as tight is wanted.
  package func text(in level: Level) -> String { self.level < level ? "(\(text))" : text }
}
