/// A rule of rewriting: which instruction it replaces, and by what.
///
/// Both sides are equal as functions; the right one neither overflows nor cancels where the left does, or is merely
/// the form that other rules expect. Rules are tried in their order, so a special one stands before the
/// general one that would hide it. None may assume that 0·u is 0: u may be infinite.
struct Rewrite: Sendable {
  /// Both sides, as `ln(1 + e^u) → softplus(u)`.
  let name: String
  /// Whether it is an idiom of which its user is told.
  let isIdiom: Bool
  /// A formula in which it fires, for the test that goes over all rules.
  let example: String
  /// The register of the right side, where the instruction is a left one; else nil, with nothing emitted.
  let replace: @Sendable (inout ProgramBuilder, Program.Instruction) -> Int?

  private init(
    _ name: String, isIdiom: Bool, example: String,
    _ replace: @escaping @Sendable (inout ProgramBuilder, Program.Instruction) -> Int?
  ) {
    self.name = name
    self.isIdiom = isIdiom
    self.example = example
    self.replace = replace
  }

  /// A rule that changes what becomes of a formula far out, and is told.
  static func idiom(
    _ name: String, example: String,
    _ replace: @escaping @Sendable (inout ProgramBuilder, Program.Instruction) -> Int?
  ) -> Rewrite {
    Rewrite(name, isIdiom: true, example: example, replace)
  }

  /// A rule that brings instructions to the one form that others look for.
  static func form(
    _ name: String, example: String,
    _ replace: @escaping @Sendable (inout ProgramBuilder, Program.Instruction) -> Int?
  ) -> Rewrite {
    Rewrite(name, isIdiom: false, example: example, replace)
  }
}
