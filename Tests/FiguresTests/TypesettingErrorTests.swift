import Testing

@testable import Figures

@Suite("Errors of typesetting")
struct TypesettingErrorTests {
  static let cases: [(String, Int, String)] = [
    ("a $x", 2, "This $ begins a formula that no other $ ends; a dollar sign is written \\$."),
    ("$\\frob{x}$", 1, "There is no command \\frob."),
    ("ab $x+\\alphax$", 6, "There is no command \\alphax."),
    ("$\\frac{1}$", 9, "\\frac needs two arguments: \\frac{1}{2}."),
    ("$\\frac$", 6, "\\frac needs two arguments: \\frac{1}{2}."),
    ("$\\sqrt$", 6, "\\sqrt needs what stands under it: \\sqrt{x}."),
    ("$\\sqrt[3{x}$", 6, "This [ is not closed."),
    ("$x^$", 3, "^ needs what it raises: x^{2}."),
    ("$x_^2$", 3, "_ needs what it lowers: x_{2}."),
    ("$x^2^3$", 4, "This has two superscripts; put braces around one of them."),
    ("$x_2_3$", 4, "This has two subscripts; put braces around one of them."),
    ("${x$", 1, "This { is not closed."),
    ("$x}$", 2, "This } closes nothing; a brace that is shown is \\}."),
    ("$a&b$", 2, "& divides the columns of cases and matrices; a shown one is \\&."),
    ("$a\\\\b$", 2, "\\\\ ends a row of cases and matrices only."),
    ("$\\left(x$", 1, "This \\left is not closed; \\right) or \\right. is missing."),
    ("$x\\right)$", 2, "This \\right has no \\left before it."),
    (
      "$\\left x\\right)$", 7,
      "\\left needs a bracket behind it, or a full stop for none, not 'x'."
    ),
    (
      "$\\begin{tabular}x$", 1,
      "There is no \\begin{tabular}; there are Bmatrix, Vmatrix, align, align*, aligned, array, bmatrix, cases, "
        + "dcases, eqnarray, equation, equation*, gather, gather*, gathered, matrix, pmatrix, rcases, smallmatrix, split, vmatrix."
    ),
    ("$\\begin{cases}x$", 1, "This \\begin{cases} has no \\end{cases}."),
    ("$\\begin{cases}x\\end{matrix}$", 15, "\\begin{cases} is ended by \\end{cases}."),
    ("$x\\end{cases}$", 2, "This \\end has no \\begin before it."),
    ("$\\text x$", 7, "\\text needs text in braces: \\text{…}."),
    (
      "$\\text{a\\frac b}$", 8,
      "\\text holds text; a formula within it stands between $ and $."
    ),
    ("$\\text{a $x}$", 9, "This $ begins a formula that no other $ ends."),
    ("$\\mathbb$", 8, "\\mathbb needs letters: \\mathbb{x}."),
    ("$\\middle|x$", 1, "\\middle stands between a \\left and its \\right."),
    ("$\\not\\frac12$", 1, "\\not stands before one sign: \\not=."),
    (
      "$\\begin{array}{lx}a\\end{array}$", 14, "The columns of an array are l, c, r and |, not 'x'."
    ),
    ("$\\hspace{3 miles}$", 8, "\\hspace needs a length such as 1em, 5mu or 10pt, not '3 miles'."),
    ("$\\substack a$", 11, "\\substack needs rows in braces: \\substack{a\\\\b}."),
    ("$x\\hline$", 2, "\\hline cannot stand here; put braces around it."),
    ("$50%$", 3, "'%' has no meaning here; shown it is \\%."),
    ("$x\\limits$", 2, "\\limits stands behind a sign such as \\sum."),
    ("$x\\$", 0, "This $ begins a formula that no other $ ends; a dollar sign is written \\$."),
  ]

  @Test("What is wrong is said in a sentence, with its place", arguments: cases)
  func sentences(text: String, offset: Int, sentence: String) throws {
    let error = #expect(throws: TypesettingError.self) { try RichText.check(text) }
    #expect(error?.description == sentence)
    #expect(error?.offset == offset)
    #expect(error?.text == text)
  }

  @Test("An unknown command is named, for a hint")
  func unknown() {
    let error = #expect(throws: TypesettingError.self) { try RichText.check("$\\frob$") }
    #expect(error?.unknownCommand == "\\frob")
    #expect(RichText.commands.contains("\\frac"))
  }

  @Test("Depth and length are bounded")
  func bounds() {
    let deep = String(repeating: "{", count: 5000)
    let long = String(repeating: "x", count: 5000)
    let nested = String(repeating: "\\sqrt", count: 300)
    for (text, sentence) in [
      (deep, "A formula has at most 2000 characters."),
      (long, "A formula has at most 2000 characters."),
      (String(deep.prefix(100)), "A formula nests at most 40 levels deep."),
      (nested, "A formula nests at most 40 levels deep."),
    ] {
      let error = #expect(throws: TypesettingError.self) { try RichText.check("$\(text)$") }
      #expect(error?.description == sentence)
    }
  }

  @Test("A dollar sign is written with a backslash, and a text can be made to show itself")
  func dollars() throws {
    #expect(try RichText(parsing: "cost \\$5").pieces == [.plain("cost $5")])
    for text in ["a$b", "$x$", "\\$", "a\\", "plain"] {
      let escaped = RichText.escaped(text)
      #expect(try RichText(parsing: escaped).pieces == [.plain(text)])
    }
  }
}
