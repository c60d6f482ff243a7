import Figures

/// What stands at one place of a picture of characters: the uppermost of its layers is seen.
struct Cell {
  /// A letter of a text, or a sign for a marked point.
  var character: Character?
  /// Whether a wide letter at the left takes this place too.
  var isTaken = false
  /// The dots of braille that are set, as their bits in Unicode.
  var dots: UInt8 = 0
  /// Where straight lines lead from the middle.
  var rule: Directions = []
  /// Whether an area is shaded here.
  var isShaded = false
  /// The colour of what is seen but the ground; nil for that of text.
  var color: Color?
  /// The colours of a field in the upper and in the lower half.
  var ground: (upper: Color, lower: Color)?

  struct Directions: OptionSet, Hashable {
    let rawValue: UInt8
    static let left = Directions(rawValue: 1)
    static let right = Directions(rawValue: 2)
    static let up = Directions(rawValue: 4)
    static let down = Directions(rawValue: 8)
  }

  /// The bits of the dots of a cell, row by row; see Unicode's block Braille Patterns.
  static let dotBits: [[UInt8]] = [[0x01, 0x08], [0x02, 0x10], [0x04, 0x20], [0x40, 0x80]]

  /// Lines that meet, by where they lead.
  private static let crossings: [Directions: Character] = [
    [.left, .down]: "┐", [.right, .down]: "┌", [.left, .up]: "┘", [.right, .up]: "└",
    [.left, .right, .down]: "┬", [.left, .right, .up]: "┴", [.left, .up, .down]: "┤",
    [.right, .up, .down]: "├",
  ]

  /// What is seen, without its ground.
  var glyph: Character {
    if let character { return character }
    if dots != 0 { return Character(Unicode.Scalar(UInt32(0x2800) + UInt32(dots)) ?? " ") }
    if !rule.isEmpty { return line }
    return isShaded ? "░" : " "
  }

  private var line: Character {
    let isLevel = !rule.isDisjoint(with: [.left, .right])
    let isUpright = !rule.isDisjoint(with: [.up, .down])
    guard isLevel, isUpright else { return isLevel ? "─" : "│" }
    return Self.crossings[rule] ?? "┼"
  }
}
