import Foundation
import Testing

@testable import Figures

/// Random strings and mutations of formulas: each is set within bounds, or an error with its place.
@Suite("Any text can be typeset or refused")
struct TypesettingFuzzTests {
  /// How many; `ACTVIZ_FUZZ=1000000` for more.
  private static let count =
    ProcessInfo.processInfo.environment["ACTVIZ_FUZZ"].flatMap { Int($0) } ?? 100_000

  private static let corpus = [
    "$x\\cdot\\frac{1}{2}\\left[1+\\frac{\\alpha x}{\\ln(e^{\\alpha x})}\\right]$",
    "if $\\sqrt[3]{1+x_1^2}$ and $\\sum_{k=1}^n b_k$",
    "$\\begin{cases}x&x>0\\\\0&\\text{if}\\end{cases}$",
    "$\\int_{-\\infty}^x e^{-t^2/2}\\,dt$", "cost \\$5 $f''(x)\\to\\hat y$",
    "$\\underbrace{x}_{\\text{if $y$}}\\middle|\\substack{a\\\\b}\\color{red}\\mathbf{x}\\not=\\xrightarrow[a]{b}$",
    "$\\begin{array}{l|c}a&b\\\\[2pt]\\hline{a \\over b}\\end{array}\\overset{!}{\\widehat{x}}\\pmod 2$",
    "$\\bigl(\\binom nk\\bigr)\\limits^{\\mathbb{R}}$", "$\\displaystyle\\max_{x\\in X}|x|'_2$",
  ].map(Array.init)

  private static let alphabet: [Character] =
    Array("$$\\\\{}{}^_&'()[]|.,x1+-= ~αΣ漢\u{0}\n\u{301}")
    + [
      "\\frac", "\\left(", "\\right)", "\\sqrt", "\\begin{cases}", "\\end{cases}", "\\text{",
      "\\over", "\\bf", "\\color{red}",
    ]
    .joined()

  @Test("100,000 of them")
  func everyTextIsSetOrRefused() throws {
    var random = TextDice(state: 20_261_124)
    let measurer = FixedWidthMeasurer()
    let style = TextStyle(size: 10, color: Color(0))
    var understood = 0
    for _ in 0..<Self.count {
      let text = random.text(from: Self.corpus, Self.alphabet)
      do {
        try RichText.check(text)
        understood += 1
      } catch {
        guard (0...text.count).contains(error.offset), error.description.hasSuffix(".") else {
          Issue.record("\(text): \(error)")
          return
        }
      }
      let width = Double.random(in: 0...200, using: &random)
      let line = TextLine(text, style: style, width: width, measurer: measurer)
      let drawing = Drawing(
        size: .standard, commands: line.commands(at: Point(x: 0, y: 0), anchor: .middle))
      guard line.width <= width || line.isEmpty,
        drawing.points.allSatisfy({ abs($0.x) < 1e4 && abs($0.y) < 1e4 })
      else {
        Issue.record("\(text) at \(width)")
        return
      }
    }
    #expect(understood > Self.count / 20)
  }
}

private struct TextDice: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var z = state
    z = (z ^ (z >> 30)) &* 0xbf58_476d_1ce4_e5b9
    z = (z ^ (z >> 27)) &* 0x94d0_49bb_1331_11eb
    return z ^ (z >> 31)
  }

  /// A random text, or one with formulas of which a few characters are changed.
  mutating func text(from corpus: [[Character]], _ alphabet: [Character]) -> String {
    guard Int.random(in: 0..<4, using: &self) > 0 else {
      let length = Int.random(in: 0..<40, using: &self)
      return "$" + String((0..<length).compactMap { _ in alphabet.randomElement(using: &self) })
        + "$"
    }
    var text = corpus.randomElement(using: &self) ?? []
    for _ in 0..<Int.random(in: 1..<4, using: &self) where !text.isEmpty {
      let place = Int.random(in: 0..<text.count, using: &self)
      let character = alphabet.randomElement(using: &self) ?? "x"
      switch Int.random(in: 0..<4, using: &self) {
      case 0: text.remove(at: place)
      case 1: text.insert(character, at: place)
      case 2: text[place] = character
      default: text.swapAt(place, text.count - 1)
      }
    }
    return String(text)
  }
}
