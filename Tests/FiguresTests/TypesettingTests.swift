import Testing

@testable import Figures

/// A formula, set with the fixed-width measurer at 10 pixels.
private func set(_ formula: String, size: Double = 10) throws -> [MathBox.Piece] {
  let items = try RichText(parsing: "$\(formula)$").pieces.compactMap {
    if case .formula(let items) = $0 { items } else { nil }
  }
  let style = TextStyle(size: size, color: Color(0))
  let layout = MathLayout(font: MathFont(measurer: FixedWidthMeasurer(), style: style))
  return layout.box(items[0], MathStyle(level: .text)).pieces
}

/// A run of characters in its place.
private struct Run: Equatable {
  var text: String
  var x: Double
  var y: Double
  var size: Double
}

private func runs(_ formula: String, size: Double = 10) throws -> [Run] {
  try set(formula, size: size).compactMap {
    guard case .text(let text, let place, let style) = $0 else { return nil }
    return Run(text: text, x: place.x, y: place.y, size: (style.size * 1000).rounded() / 1000)
  }
}

private func run(_ text: String, in formula: String, size: Double = 10) throws -> Run {
  try #require(try runs(formula, size: size).first { $0.text == text })
}

@Suite("Typesetting")
struct TypesettingTests {
  @Test("Room between neighbours is that of TeX's table")
  func spacing() throws {
    // 6 pixels a character; thin, medium and thick are 3, 4 and 5 eighteenths of 10.
    let gaps = try [
      "x+y", "x=y", "x,y", "xy", "(x)", "2\\sin x", "x\\cdot y", "x\\,y", "x\\quad y",
    ]
    .map { formula in
      let runs = try runs(formula)
      return zip(runs, runs.dropFirst()).map { left, right in
        ((right.x - left.x - 6 * Double(left.text.count)) * 1.8).rounded()
      }
    }
    #expect(
      gaps == [[4, 4], [5, 5], [0, 3], [0], [0, 0], [3, 3], [4, 4], [3], [18]])
  }

  @Test("A sign without two operands keeps close to its number")
  func signs() throws {
    for formula in ["-x", "(-x", "=-x", ",-x", "\\sin-x"] {
      let pair = try runs(formula).suffix(2)
      #expect(pair.map(\.text) == ["−", "x"])
      #expect(abs((pair.last?.x ?? 0) - (pair.first?.x ?? 0) - 6) < 1e-9, "\(formula)")
    }
  }

  @Test("In scripts only the room of a function's name is left")
  func scriptSpacing() throws {
    let runs = try runs("e^{x+y}", size: 100)
    #expect(abs(runs[2].x - runs[1].x - 0.6 * 72) < 1e-9)
  }

  @Test("Scripts are smaller and stand above and below, scripts of scripts too")
  func scripts() throws {
    let runs = try runs("x_1^{2^3}", size: 100)
    #expect(runs.map(\.text) == ["x", "2", "3", "1"])
    #expect(runs.map(\.size) == [100, 72, 58, 72])
    #expect(runs[1].y < 0 && runs[2].y < runs[1].y && runs[3].y > 0)
    #expect(runs[1].x == runs[3].x)
  }

  @Test("No letter is smaller than 7.5 pixels unless the text is")
  func smallest() throws {
    #expect(try runs("x^{y^z}").map(\.size) == [10, 7.5, 7.5])
    #expect(try runs("x^y", size: 6).map(\.size) == [6, 6])
  }

  @Test("A fraction's rule lies on the axis, between its halves and as wide as both")
  func fractions() throws {
    let pieces = try set("\\frac{a}{bcd}", size: 100)
    var rules: [Rect] = []
    for piece in pieces { if case .rule(let rect) = piece { rules.append(rect) } }
    let rule = try #require(rules.first)
    #expect(rules.count == 1 && abs((rule.minY + rule.maxY) / 2 + 31.35) < 1e-9)
    let (a, b, d) = try (
      run("a", in: "\\frac{a}{bcd}", size: 100), run("b", in: "\\frac{a}{bcd}", size: 100),
      run("d", in: "\\frac{a}{bcd}", size: 100)
    )
    #expect(a.y < rule.minY && b.y > rule.maxY)
    #expect(rule.minX < b.x && rule.maxX > d.x + 0.6 * 72)
    #expect(abs(a.x + 0.3 * 72 - (rule.minX + rule.maxX) / 2) < 1e-9)
  }

  @Test("Sizes follow TeX's styles: text, script and script of script")
  func styles() throws {
    #expect(try run("1", in: "\\frac{1}{2}", size: 100).size == 72)
    #expect(try run("1", in: "\\dfrac{1}{2}", size: 100).size == 100)
    #expect(try run("1", in: "\\displaystyle\\frac{1}{2}", size: 100).size == 100)
    #expect(try run("1", in: "\\frac{\\frac{1}{2}}{3}", size: 100).size == 58)
    #expect(try run("1", in: "\\sqrt{1}", size: 100).size == 100)
  }

  @Test("Limits stand over and under a sum in a display, beside it in a line, beside an integral")
  func limits() throws {
    func isBeside(_ formula: String) throws -> Bool {
      let runs = try runs(formula, size: 100)
      let end = 0.6 * runs[0].size * Double(runs[0].text.count)
      return runs[1].x > runs[0].x + end * 0.9 && runs[2].x > runs[0].x
    }
    #expect(try isBeside("\\sum_1^2"))
    #expect(try !isBeside("\\displaystyle\\sum_1^2"))
    #expect(try isBeside("\\displaystyle\\sum\\nolimits_1^2"))
    #expect(try !isBeside("\\sum\\limits_1^2"))
    #expect(try isBeside("\\displaystyle\\int_1^2"))
    #expect(try !isBeside("\\displaystyle\\max_1^2"))
  }

  @Test(
    "Variables and small Greek letters lean, names of functions, numbers and capitals of Greek do not"
  )
  func italics() throws {
    let pieces = try set("x\\alpha\\sin 2\\Gamma\\text{if } f'")
    let italic = pieces.compactMap { piece -> String? in
      guard case .text(let text, _, let style) = piece, style.isItalic else { return nil }
      return text
    }
    #expect(italic == ["x", "α", "f"])
    #expect(try runs("f''_n^2").map(\.text) == ["f", "″", "2", "n"])
    #expect(try runs("\\text{if  so}").map(\.text) == ["if  so"])
  }

  @Test("Brackets that grow cover what they hold", arguments: ["()", "[]", "||", "⌊⌋", "⟨⟩", "{}"])
  func brackets(pair: String) throws {
    let (left, right) = (pair.first.map(String.init) ?? "", pair.last.map(String.init) ?? "")
    let escaped = pair == "{}" ? ("\\{", "\\}") : (left, right)
    let pieces = try set(
      "\\left\(escaped.0)\\frac{\\frac12}{\\frac34}\\right\(escaped.1)", size: 100)
    let points = pieces.flatMap { piece -> [Point] in
      if case .stroke(let points, _) = piece { points } else { [] }
    }
    let ys = points.map(\.y)
    let height = (ys.max() ?? 0) - (ys.min() ?? 0)
    // A line at the end of a bracket lies within it, with half its width.
    let middle = ((ys.max() ?? 0) + (ys.min() ?? 0)) / 2
    #expect(height > 200 && abs(middle + 31.35) <= BracketShape.stroke * 100 / 4 + 1e-9)
    // A bracket that holds letters alone is the font's.
    #expect(try runs("\\left\(escaped.0)x\\right\(escaped.1)").map(\.text) == [left, "x", right])
  }

  @Test("Rows of cases are aligned at their left, those of a matrix in the middle")
  func rows() throws {
    let cases = try runs("\\begin{cases}a&x\\\\bb&y\\end{cases}")
    #expect(cases.first { $0.text == "a" }?.x == cases.first { $0.text == "b" }?.x)
    #expect(cases.first { $0.text == "x" }?.x == cases.first { $0.text == "y" }?.x)
    let matrix = try runs("\\begin{matrix}a\\\\bb\\end{matrix}")
    #expect(matrix[0].x == matrix[1].x + 3 && matrix[0].y < matrix[1].y)
  }

  @Test("A number stays whole on the line and gives one digit to a command")
  func numbers() throws {
    #expect(try runs("0.044715x").map(\.text) == ["0.044715", "x"])
    #expect(try runs("\\frac12").map(\.text) == ["1", "2"])
    #expect(try runs("x^23").map(\.text) == ["x", "2", "3"])
    #expect(try runs("x^{23}").map(\.text) == ["x", "23"])
  }
}
