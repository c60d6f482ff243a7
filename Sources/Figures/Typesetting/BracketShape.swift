/// A bracket of any height as lines of even width, in ems; its upper left corner is the origin.
struct BracketShape {
  /// The lines.
  let lines: [[Point]]
  /// How far it moves the pen.
  let width: Double

  /// The width of the lines: between that of DejaVu Sans's brackets and that of its letters.
  static let stroke = 0.082

  /// The shape of a bracket.
  init(_ bracket: Character, height: Double) {
    let mirrored: [Character: Character] = [
      ")": "(", "]": "[", "}": "{", "⟩": "⟨", "⌋": "⌊", "⌉": "⌈",
    ]
    let (lines, width) = Self.left(mirrored[bracket] ?? bracket, height)
    self.width = width
    self.lines =
      mirrored[bracket] == nil
      ? lines : lines.map { $0.map { Point(x: width - $0.x, y: $0.y) } }
  }

  private static func left(_ bracket: Character, _ height: Double) -> ([[Point]], Double) {
    let half = stroke / 2
    let (top, middle, bottom) = (half, height / 2, height - half)
    func line(_ places: (Double, Double)...) -> [Point] {
      places.map { Point(x: $0.0, y: $0.1) }
    }
    switch bracket {
    case "(":
      let bulge = min(0.26 + 0.03 * height, 0.4)
      let (far, near) = (0.12 + bulge, 0.12)
      return (
        [
          curve((far, 0), (near, 0.22 * height), (near, 0.36 * height), (near, middle))
            + curve(
              (near, middle), (near, 0.64 * height), (near, 0.78 * height), (far, height)
            ).dropFirst()
        ], far + 0.1
      )
    case "[": return ([line((0.36, top), (0.13, top), (0.13, bottom), (0.36, bottom))], 0.44)
    case "⌊": return ([line((0.13, 0), (0.13, bottom), (0.36, bottom))], 0.44)
    case "⌈": return ([line((0.36, top), (0.13, top), (0.13, height))], 0.44)
    case "⟨": return ([line((0.4, 0), (0.13, middle), (0.4, height))], 0.48)
    case "|": return ([line((0.17, 0), (0.17, height))], 0.34)
    case "‖": return ([line((0.13, 0), (0.13, height)), line((0.35, 0), (0.35, height))], 0.48)
    case "/": return ([line((0.06, height), (0.06 + 0.35 * height, 0))], 0.12 + 0.35 * height)
    default: return ([brace(height)], 0.64)
    }
  }

  /// Four quarter turns and two straight stems.
  private static func brace(_ height: Double) -> [Point] {
    let turn = min(0.4, height / 4)
    let half = stroke / 2
    let (tip, stem, end) = (0.09, 0.31, 0.55)
    let middle = height / 2
    let upper = curve((end, half), (stem + 0.05, half), (stem, half + 0.1), (stem, turn))
    let inward = curve(
      (stem, middle - turn), (stem, middle - 0.12), (stem - 0.05, middle), (tip, middle))
    let outward = curve(
      (tip, middle), (stem - 0.05, middle), (stem, middle + 0.12), (stem, middle + turn))
    let lower = curve(
      (stem, height - turn), (stem, height - half - 0.1), (stem + 0.05, height - half),
      (end, height - half))
    return upper + inward + outward.dropFirst() + lower
  }

  /// A Bézier curve of the third degree as a line of points.
  static func curve(
    _ a: (Double, Double), _ b: (Double, Double), _ c: (Double, Double), _ d: (Double, Double)
  ) -> [Point] {
    (0...10).map { step in
      let t = Double(step) / 10
      let s = 1 - t
      let (wa, wb, wc, wd) = (s * s * s, 3 * s * s * t, 3 * s * t * t, t * t * t)
      return Point(
        x: wa * a.0 + wb * b.0 + wc * c.0 + wd * d.0,
        y: wa * a.1 + wb * b.1 + wc * c.1 + wd * d.1)
    }
  }
}
