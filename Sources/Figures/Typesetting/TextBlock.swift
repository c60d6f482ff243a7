/// A text on as few lines as it fits on, up to a limit, where the last one is cut.
///
/// Lines break at spaces outside formulas, and are about equally long.
struct TextBlock {
  /// The lines, from top to bottom.
  let lines: [TextLine]
  let style: TextStyle

  /// From one baseline to the next, in ems, beside what formulas need.
  private static let pitch = 1.25

  /// Sets a text in a width.
  init(
    _ text: String, style: TextStyle, width: Double, most: Int = .max, measurer: any TextMeasurer
  ) {
    self.style = style
    func line(_ text: String, _ width: Double = .infinity) -> TextLine {
      TextLine(text, style: style, width: width, measurer: measurer)
    }
    guard !text.isEmpty else {
      lines = []
      return
    }
    let whole = line(text)
    let words = most > 1 && whole.width > width ? Self.words(of: text) : []
    guard words.count > 1 else {
      lines = [whole.width > width ? line(text, width) : whole]
      return
    }
    let widths = words.map { line($0).width }
    let space = measurer.measure(" ", style: style).width
    let starts = Self.breaks(widths, space: space, width: width, most: most)
    let ends = starts.dropFirst() + [words.count]
    lines = zip(starts, ends).map { line(words[$0..<$1].joined(separator: " "), width) }
  }

  /// The width of the widest line, in pixels.
  var width: Double { lines.reduce(0) { max($0, $1.width) } }

  /// How far the first line rises above capital letters, in pixels.
  var rise: Double { lines.first?.rise ?? 0 }

  /// How far the last line hangs below letters, in pixels.
  var drop: Double { lines.last?.drop ?? 0 }

  /// From the first baseline to the last, in pixels.
  var span: Double {
    zip(lines, lines.dropFirst()).reduce(0) { $0 + Self.step($1.0, $1.1, style) }
  }

  /// The drawing commands with the first line's baseline at a place.
  func commands(at place: Point, anchor: Label.Anchor = .start) -> [DrawCommand] {
    var y = place.y
    var above: TextLine?
    return lines.flatMap { line -> [DrawCommand] in
      if let above { y += Self.step(above, line, style) }
      above = line
      return line.commands(at: Point(x: place.x, y: y), anchor: anchor)
    }
  }

  private static func step(_ above: TextLine, _ below: TextLine, _ style: TextStyle) -> Double {
    pitch * style.size + above.drop + below.rise
  }

  /// The words of a text: what stands between spaces, formulas whole.
  private static func words(of text: String) -> [String] {
    var words = [""]
    var isFormula = false
    var isEscaped = false
    for character in text {
      if character == "$", !isEscaped { isFormula.toggle() }
      isEscaped = character == "\\" && !isEscaped
      if character == " ", !isFormula {
        words.append("")
      } else {
        words[words.count - 1].append(character)
      }
    }
    return words.filter { !$0.isEmpty }
  }

  /// The first word of every line: as few lines as the width lets be, about equally long.
  private static func breaks(_ widths: [Double], space: Double, width: Double, most: Int) -> [Int] {
    func fill(_ width: Double) -> [Int] {
      var starts = [0]
      var used = -space
      for (index, word) in widths.enumerated() {
        if used + space + word > width, index > 0, starts.count < most {
          starts.append(index)
          used = word
        } else {
          used += space + word
        }
      }
      return starts
    }
    func isWithin(_ starts: [Int], _ width: Double) -> Bool {
      zip(starts, starts.dropFirst() + [widths.count]).allSatisfy { start, end in
        widths[start..<end].reduce(space * Double(end - start - 1), +) <= width
      }
    }
    var best = fill(width)
    var narrow = width
    for _ in 0..<12 {
      narrow *= 0.95
      let starts = fill(narrow)
      guard starts.count == best.count, isWithin(starts, narrow) else { break }
      best = starts
    }
    return best
  }
}
