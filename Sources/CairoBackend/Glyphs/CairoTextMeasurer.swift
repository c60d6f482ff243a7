import CCairo
import Figures

/// Measures text with the fonts that the renderer draws with, and owns those fonts.
///
/// The first use of a font in a process costs more than laying out the whole figure, so hand the same measurer to the
/// layout and to ``render(_:as:dpi:measurer:metadata:text:)``. Hinting is off: a text is as wide in a PNG as in a PDF.
/// Characters that the base font lacks are taken from others. Letters are set one by one from left to right: scripts
/// whose letters join or run from right to left are shown, but not as they are written.
package final class CairoTextMeasurer: TextMeasurer {
  /// The faces of characters.
  let typefaces: Typefaces
  /// By text, in the few styles that it stands in.
  private var runs: [String: [(style: TextStyle, run: GlyphRun)]] = [:]

  /// Makes a measurer for the fonts that figures are set in.
  package convenience init() {
    self.init(typefaces: Typefaces())
  }

  /// Makes a measurer for a family, by its name in whatever case, or for what figures prefer where nil.
  ///
  /// `sans-serif`, `serif` and `monospace` are what the system's configuration says. Throws ``UnknownFontFamily``.
  package convenience init(family: String?) throws {
    self.init(typefaces: try family.map { try Typefaces(family: $0) } ?? Typefaces())
  }

  private init(typefaces: Typefaces) {
    self.typefaces = typefaces
  }

  /// The room of one line of text, in pixels; nothing of it where Cairo cannot measure.
  package func measure(_ text: String, style: TextStyle) -> TextExtent {
    (try? run(text, style: style))?.extent ?? TextExtent(width: 0, ascent: 0, descent: 0)
  }

  /// The characters of a drawing that no installed font has, which are drawn as empty boxes; nil if all can be shown.
  package func missingCharacters(in drawing: Drawing) -> MissingCharacters? {
    var characters: [Unicode.Scalar] = []
    for case .text(let label) in drawing.commands {
      guard let run = try? run(label.text, style: label.style) else { continue }
      for character in run.missing where !characters.contains(character) {
        characters.append(character)
      }
    }
    return characters.isEmpty ? nil : MissingCharacters(characters)
  }

  /// The first text of a drawing that is not shown as it is written; nil if all are.
  package func unshapedText(in drawing: Drawing) -> UnshapedText? {
    for case .text(let label) in drawing.commands {
      if let text = UnshapedText(label.text) { return text }
    }
    return nil
  }

  /// A text as glyphs, kept because what is measured is drawn afterwards.
  func run(_ text: String, style: TextStyle) throws -> GlyphRun {
    let known = runs[text]?.first { $0.style.size == style.size && $0.style.shape == style.shape }
    if let known { return known.run }
    let run = try GlyphRun(text, size: style.size, shape: style.shape, typefaces: typefaces)
    runs[text, default: []].append((style, run))
    return run
  }
}
