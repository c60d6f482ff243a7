import Activations
import Figures
import Testing

@testable import TextBackend

/// Pictures of characters, as a reader of braille would read them back.
@Suite struct TextPictureTests {
  private func scene(
    _ curves: [(name: String, f: (Double) -> Double)], columns: Int = 80, rows: Int = 25,
    y: ClosedRange<Double> = -1...1, kind: ScaleKind = .linear
  ) -> Scene {
    let curves = curves.map { name, f in
      Curve(
        name: name,
        segments: [stride(from: -5.0, through: 5, by: 0.01).map { Point(x: $0, y: f($0)) }])
    }
    var panel = Figure.Panel(yLabel: "$f(x)$", curves: curves, yScale: kind)
    panel.yDomain = y
    return Scene(
      Figure(
        title: "", xDomain: -5...5, panels: [panel],
        size: TextPicture.size(columns: columns, rows: rows)))
  }

  private func lines(_ scene: Scene, in colors: TerminalColors = .none) -> [String] {
    TextPicture(scene, theme: .light, isColored: colors != .none).text(in: colors)
      .split(separator: "\n", omittingEmptySubsequences: false).dropLast().map(String.init)
  }

  /// The columns of the picture's cells with dots, from the left, each with the rows of its dots from above.
  private func dots(_ lines: [String]) -> [Int: [Int]] {
    var found: [Int: [Int]] = [:]
    for (row, line) in lines.enumerated() {
      for (column, character) in line.enumerated() {
        guard let scalar = character.unicodeScalars.first,
          (0x2800...0x28FF).contains(scalar.value)
        else { continue }
        for (y, bits) in Cell.dotBits.enumerated() {
          for (x, bit) in bits.enumerated() where UInt8(scalar.value - 0x2800) & bit != 0 {
            found[2 * column + x, default: []].append(4 * row + y)
          }
        }
      }
    }
    return found
  }

  @Test func aStraightLineIsADotAColumnAndRises() {
    let dots = dots(lines(scene([("", { $0 / 5 })])))
    let columns = dots.keys.sorted()
    #expect(columns.count > 120)
    #expect(columns.last.map { $0 - columns[0] + 1 } == columns.count)
    let rows = columns.compactMap { dots[$0]?.min() }
    #expect(zip(rows, rows.dropFirst()).allSatisfy { $0 >= $1 && $0 - $1 <= 1 })
    // A line that is less steep than a diagonal has one dot in each column.
    #expect(columns.allSatisfy { dots[$0]?.count == 1 })
    let middle = rows[rows.count / 2]
    #expect(abs(middle * 2 - rows[0] - rows[rows.count - 1]) <= 2)
  }

  @Test(arguments: [20, 40, 80, 200])
  func noLineIsWiderThanAskedFor(columns: Int) {
    let curves: [(String, (Double) -> Double)] = [("relu", { max(0, $0) }), ("half", { $0 / 2 })]
    let lines = lines(scene(curves, columns: columns))
    #expect(!lines.isEmpty && lines.allSatisfy { $0.count <= columns })
    #expect(lines.contains { $0.contains("─") })
    #expect(dots(lines).count > columns / 2)
  }

  @Test func axesHaveTheirNumbersAndNames() {
    let text = lines(scene([("relu", { max(0, $0) }), ("half", { $0 / 2 })])).joined(
      separator: "\n")
    for word in ["−4", "−2", "0", "2", "4", "f(x)", "x", "relu", "half"] {
      #expect(text.contains(word), "\(word)")
    }
    #expect(!text.contains("$") && !text.contains("\u{1B}"))
  }

  @Test func withoutColorsDashesTellCurvesApart() {
    func runs(_ colors: TerminalColors) -> [Int] {
      let dots = dots(lines(scene([("", { _ in 0.5 }), ("", { _ in -0.5 })]), in: colors))
      let rows = Set(dots.values.flatMap(\.self))
      return rows.map { row in dots.values.count { $0.contains(row) } }.sorted()
    }
    let mono = runs(.none)
    #expect(mono.count == 2 && Double(mono[0]) < 0.8 * Double(mono[1]))
  }

  @Test func colorsAreReadOnBlackAndOnWhite() {
    for color in Theme.light.palette + Theme(.dark).palette + [Color(0), Color(0xffffff)] {
      let light = color.readable.luminance
      #expect(1.05 / (light + 0.05) >= 2.99 && (light + 0.05) / 0.05 >= 2.99)
    }
  }

  @Test func everyLineEndsInTheTerminalsOwnColors() {
    for colors in [TerminalColors.indexed, .direct] {
      let lines = lines(scene([("relu", { max(0, $0) })]), in: colors)
      let colored = lines.filter { $0.contains("\u{1B}[0;38;") }
      #expect(colored.count > 10 && colored.allSatisfy { $0.hasSuffix("\u{1B}[0m") })
      let plain = lines.map { $0.replacing(#/\u{1B}\[[0-9;]*m/#, with: "") }
      #expect(plain.allSatisfy { $0.count <= 80 && !$0.contains("\u{1B}") })
    }
  }

  @Test func aPoleBreaksTheLineAndLogarithmsHaveTheirPowers() {
    // Samplers break curves there; what is not finite breaks them here.
    let pole = dots(lines(scene([("", { abs($0) < 0.005 ? .infinity : 1 / $0 })], y: -5...5)))
    #expect(pole.count > 100 && pole.values.allSatisfy { rows in Set(rows).count < 60 })
    let log = lines(scene([("", { exp2($0) })], y: 0.01...100, kind: .log)).joined()
    #expect(log.contains("10²") || log.contains("100"))
  }

  @Test func ideographsTakeTwoPlaces() {
    #expect(CellMeasurer().measure("激活x", style: Theme.light.tickStyle).width == 5 * Cells.width)
  }
}

private func exp2(_ x: Double) -> Double { Libm.exp(x * 0.6931471805599453) }
