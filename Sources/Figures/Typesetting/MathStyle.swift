/// The size in which a part of a formula is set (TeXbook, chapter 17).
struct MathStyle: Equatable {
  /// From a formula on a line of its own to the script of a script.
  enum Level: Int {
    case display, text, script, scriptScript
  }

  var level: Level
  /// Whether superscripts stay low, as under a root.
  var isCramped = false

  /// How large letters are, relative to the text around the formula.
  ///
  /// Sans-serif letters at screen sizes want larger scripts than TeX's 0.7 and 0.5.
  var scale: Double {
    switch level {
    case .display, .text: 1
    case .script: 0.72
    case .scriptScript: 0.58
    }
  }

  /// Whether room around operators is left out.
  var isScript: Bool { level == .script || level == .scriptScript }

  var superscript: MathStyle {
    MathStyle(level: isScript ? .scriptScript : .script, isCramped: isCramped)
  }
  var `subscript`: MathStyle { superscript.cramped }
  var cramped: MathStyle { MathStyle(level: level, isCramped: true) }
  var numerator: MathStyle {
    switch level {
    case .display: MathStyle(level: .text, isCramped: isCramped)
    case .text: MathStyle(level: .script, isCramped: isCramped)
    case .script, .scriptScript: MathStyle(level: .scriptScript, isCramped: isCramped)
    }
  }
  var denominator: MathStyle { numerator.cramped }
}
