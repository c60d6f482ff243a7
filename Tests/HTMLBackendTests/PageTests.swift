import Activations
import Figures
import Testing

@testable import HTMLBackend

/// Letters as wide as high.
private struct SquareLetters: TextMeasurer {
  func measure(_ text: String, style: TextStyle) -> TextExtent {
    TextExtent(width: Double(text.count) * style.size, ascent: style.size, descent: 0)
  }
}

@Suite struct PageTests {
  private static let picture = "<svg xmlns=\"http://www.w3.org/2000/svg\"></svg>\n"

  private func page(
    _ title: String, _ description: String = "", picture: String = picture
  ) -> String {
    let metadata = Metadata(title: title, description: description)
    let scene = Scene(
      Figure(title: title, xLabel: "x", xDomain: 0...1, xScale: .linear, panels: [], size: .page))
    let page = Page(
      Array(picture.utf8), of: scene, drawing: Drawing(size: .page, commands: []), themes: [.light],
      metadata: metadata)
    return String(decoding: page.bytes, as: UTF8.self)
  }

  @Test func textsAreTextsWhateverTheyHold() {
    let page = page("</title><script>alert(1)</script>", "a \"quoted\" <b> & 'x' – ∞ 数\u{1}\n.")
    #expect(page.contains("<title>&lt;/title&gt;&lt;script&gt;alert(1)&lt;/script&gt;</title>"))
    #expect(page.contains("content=\"a &quot;quoted&quot; &lt;b&gt; &amp; 'x' – ∞ 数  .\""))
    #expect(!page.contains("<script>"))
  }

  @Test func aPageWithoutATitleHasOne() {
    #expect(page("").contains("<title>Figure</title>"))
  }

  @Test func itsPolicyAllowsItsOwnStylesAndNothingElse() throws {
    let page = page("f")
    let content = try #require(page.firstMatch(of: /Content-Security-Policy" content="([^"]*)"/)?.1)
    #expect(content.hasPrefix("default-src 'none'; style-src 'sha256-"))
    for word in ["unsafe", "http", "*"] { #expect(!content.contains(word)) }
  }

  @Test func whatItsScriptKnowsIsTextWhateverItHolds() throws {
    let name = "</script><b> \"quoted\" 数"
    let curve = Curve(name: name, segments: [[Point(x: 0, y: 0), Point(x: 1, y: 1)]])
    let scene = Scene(
      Figure(
        title: "f", xLabel: "x", xDomain: 0...1, xScale: .linear,
        panels: [.init(title: nil, yLabel: "y", curves: [curve], yScale: .linear)], size: .page))
    let drawing = Drawing(scene, measurer: SquareLetters())
    let page = Page(
      [], of: scene, drawing: drawing, themes: [.light], metadata: Metadata(title: "f"))
    let text = String(decoding: page.bytes, as: UTF8.self)
    #expect(text.ranges(of: "</script>").count == 2)
    #expect(text.contains(#""name":"\u003c/script>\u003cb> \"quoted\" 数""#))
    #expect(text.contains("script-src 'sha256-"))
  }

  @Test("The picture's own style sheet is allowed by its checksum, which others compute alike")
  func ownStyle() {
    // printf 'a{}' | openssl dgst -sha256 -binary | base64
    let sum = "'sha256-X1RutGBrXCt9KkSaXMK7tHftWiRscFHOhxsS8tv8hBk='"
    #expect(page("f", picture: "<svg><style>a{}</style></svg>").contains(sum))
  }
}
