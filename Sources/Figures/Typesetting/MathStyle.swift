/// The size in which a part of a formula is set (TeXbook, chapter 17).
struct MathStyle: Equatable {
  /// From a formula on a line of its own to the script of a script.
  enum Level: Int {
    /// A formula on its own line, one within text, its scripts, and theirs.
    case display, text, script, scriptScript
  }

  /// How deep in scripts it is.
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

  /// The style of its superscripts.
  var superscript: MathStyle {
    MathStyle(level: isScript ? .scriptScript : .script, isCramped: isCramped)
  }
  /// The style of its subscripts.
  var `subscript`: MathStyle { superscript.cramped }
  /// The same with low superscripts.
  var cramped: MathStyle { MathStyle(level: level, isCramped: true) }
  /// The style above a rule of a fraction.
  var numerator: MathStyle {
    switch level {
    case .display: MathStyle(level: .text, isCramped: isCramped)
    case .text: MathStyle(level: .script, isCramped: isCramped)
    case .script, .scriptScript: MathStyle(level: .scriptScript, isCramped: isCramped)
    }
  }
  /// The style below it.
  var denominator: MathStyle { numerator.cramped }
}
