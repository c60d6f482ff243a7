import Foundation
import Testing

@testable import Figures

@Suite("Palette")
struct PaletteTests {
  private typealias Triple = SIMD3<Double>

  private func linear(_ color: Color) -> Triple {
    func part(_ value: Double) -> Double {
      value <= 0.04045 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4)
    }
    return Triple(part(color.red), part(color.green), part(color.blue))
  }

  private func product(_ rows: [Triple], _ vector: Triple) -> Triple {
    let sums = rows.map { ($0 * vector).sum() }
    return Triple(sums[0], sums[1], sums[2])
  }

  /// Björn Ottosson's Oklab, in which equal distances look equally different.
  private func oklab(_ light: Triple) -> Triple {
    let cones = product(
      [
        Triple(0.4122214708, 0.5363325363, 0.0514459929),
        Triple(0.2119034982, 0.6806995451, 0.1073969566),
        Triple(0.0883024619, 0.2817188376, 0.6299787005),
      ], light.clamped(lowerBound: .zero, upperBound: .one))
    return product(
      [
        Triple(0.2104542553, 0.7936177850, -0.0040720468),
        Triple(1.9779984951, -2.4285922050, 0.4505937099),
        Triple(0.0259040371, 0.7827717662, -0.8086757660),
      ], Triple(cbrt(cones.x), cbrt(cones.y), cbrt(cones.z)))
  }

  /// Machado, Oliveira and Fernandes 2009, severity 1.
  private let visions: [(String, [Triple])] = [
    ("normal", [Triple(1, 0, 0), Triple(0, 1, 0), Triple(0, 0, 1)]),
    (
      "protanopia",
      [
        Triple(0.152286, 1.052583, -0.204868), Triple(0.114503, 0.786281, 0.099216),
        Triple(-0.003882, -0.048116, 1.051998),
      ]
    ),
    (
      "deuteranopia",
      [
        Triple(0.367322, 0.860646, -0.227968), Triple(0.280085, 0.672501, 0.047413),
        Triple(-0.011820, 0.042940, 0.968881),
      ]
    ),
    (
      "tritanopia",
      [
        Triple(1.255528, -0.076749, -0.178779), Triple(-0.078411, 0.930809, 0.147602),
        Triple(0.004733, 0.691367, 0.303900),
      ]
    ),
  ]

  /// The contrast of two colours as WCAG 2 has it, from 1 to 21.
  private func contrast(_ one: Color, _ other: Color) -> Double {
    let lights = [one, other].map {
      (Triple(0.2126, 0.7152, 0.0722) * linear($0)).sum() + 0.05
    }.sorted()
    return lights[1] / lights[0]
  }

  @Test("Every colour has a contrast of 3 on its background", arguments: Theme.Name.allCases)
  func contrast(name: Theme.Name) {
    let theme = Theme(name)
    for color in theme.palette { #expect(contrast(color, theme.background) >= 3) }
  }

  @Test("Texts have a contrast of 7 on their background", arguments: Theme.Name.allCases)
  func texts(name: Theme.Name) {
    let theme = Theme(name)
    for color in [theme.text, theme.mutedText] {
      #expect(contrast(color, theme.background) >= 7)
      #expect(contrast(color, theme.legendBackground) >= 7)
    }
  }

  @Test("The frame is seen, and the grid stays behind it", arguments: Theme.Name.allCases)
  func rules(name: Theme.Name) {
    let theme = Theme(name)
    #expect(contrast(theme.frame, theme.background) >= 3)
    #expect(contrast(theme.zeroLine, theme.background) >= 3)
    #expect(contrast(theme.grid, theme.background) < 2)
  }

  @Test(
    "Any two colours stay apart for every kind of colour vision",
    arguments: [
      Theme.Name.light, .dark,
    ])
  func distances(theme: Theme.Name) {
    let palette = Theme(theme).palette.map(linear)
    for (name, matrix) in visions {
      let seen = palette.map { oklab(product(matrix, $0)) }
      for (index, color) in seen.enumerated() {
        for other in seen[..<index] {
          let difference = color - other
          #expect((difference * difference).sum().squareRoot() > 0.09, "\(name)")
        }
      }
    }
  }

  @Test("Greys are steps that are seen")
  func greys() {
    let steps = Theme.print.palette.map { color in oklab(linear(color)).x }.sorted()
    #expect(steps.count == 3)
    for (step, next) in zip(steps, steps.dropFirst()) { #expect(next - step > 0.15) }
    for color in Theme.print.palette {
      #expect(color.red == color.green && color.green == color.blue)
      #expect(contrast(color, Theme.print.background) >= 4)
    }
  }

  /// The dashes of a line of some length: long ones, short ones, or dots.
  private static func dashes(_ pattern: [Double], upTo length: Double) -> String {
    guard !pattern.isEmpty else { return "solid" }
    var place = 0.0
    var text = ""
    var index = 0
    while place < length {
      let end = min(length, place + pattern[index % pattern.count])
      let size = end - place
      if index % 2 == 0 { text += size < 2 ? "." : size < 5 ? "-" : "—" }
      place = end
      index += 1
    }
    return text
  }

  @Test("In print eight curves in a row are told apart by their dashes alone")
  func dashes() {
    for first in [0, 8, 16] {
      let strokes = (first..<first + 8).map { Theme.print.curveStroke($0) }
      let patterns = strokes.map { stroke in stroke.dash.map { $0 / stroke.width } }
      for (index, pattern) in patterns.enumerated() {
        #expect(!patterns[..<index].contains(pattern))
        // Gaps that a copier does not close, at 8 points of text: a third of a millimetre.
        let gaps = pattern.enumerated().filter { $0.offset % 2 == 1 }.map(\.element)
        #expect(gaps.allSatisfy { $0 >= 1.6 })
      }
    }
    // What a sample of the legend shows, 2.4 ems long.
    let sample = 2.4 * Theme.print.textSize / Theme.print.curveWidth
    let shown = (0..<8).map { index in
      let dash = Theme.print.curveStroke(index).dash
      return Self.dashes(dash.map { $0 / Theme.print.curveWidth }, upTo: sample)
    }
    for (index, dashes) in shown.enumerated() { #expect(!shown[..<index].contains(dashes)) }
    let greys = Set((0..<8).map { Theme.print.curveStroke($0).color.red })
    #expect(greys.count == 3)
  }

  @Test("Sixty-four curves in a row look different from each other", arguments: Theme.Name.allCases)
  func styles(name: Theme.Name) {
    let strokes = (0..<64).map { Theme(name).curveStroke($0) }
    for (index, stroke) in strokes.enumerated() { #expect(!strokes[..<index].contains(stroke)) }
  }
}
