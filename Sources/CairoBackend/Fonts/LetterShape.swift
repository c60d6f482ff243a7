import Figures

/// How letters of one family differ from its regular ones.
struct LetterShape: Hashable {
  /// Whether they lean.
  var isItalic = false
  /// Whether they are heavy.
  var isBold = false

  /// The regular letters.
  static let regular = LetterShape()
}

extension TextStyle {
  /// The shape of its letters.
  var shape: LetterShape { LetterShape(isItalic: isItalic, isBold: isBold) }
}
