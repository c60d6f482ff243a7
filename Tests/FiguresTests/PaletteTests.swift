import Foundation
import Testing

@testable import Figures

@Suite("Palette")
struct PaletteTests {
  private func contrast(_ one: Color, _ other: Color) -> Double {
    ColorAppearance.contrast(one, other)
  }

  /// Values of the package colorspacious 1.1.2: CAM02-UCS after its simulation of a deficiency at severity 100.
  @Test(
    "Colours look as an independent model says",
    arguments: [
      (UInt32(0x324aa4), ColorAppearance.Vision.normal, [35.573, -3.808, -28.095]),
      (0xc23b01, .normal, [50.251, 26.990, 23.297]), (0xffffff, .normal, [99.999, -1.912, -1.151]),
      (0x808080, .normal, [56.229, -1.265, -0.762]), (0x000000, .normal, [0, 0, 0]),
      (0x324aa4, .deuteranopia, [34.133, -8.699, -28.017]),
      (0xc23b01, .protanopia, [39.379, -2.764, 22.402]),
      (0xff0000, .tritanopia, [60.107, 38.984, 23.113]),
    ])
  func appearance(hex: UInt32, vision: ColorAppearance.Vision, expected: [Double]) {
    let seen = ColorAppearance(Color(hex), seenWith: vision).coordinates
    for (index, value) in expected.enumerated() { #expect(abs(seen[index] - value) < 0.02) }
  }

  @Test("Every colour has a contrast of 3 on its background", arguments: Theme.Name.allCases)
  func contrast(name: Theme.Name) {
    let theme = Theme(name)
    for color in theme.palette + theme.ramp { #expect(contrast(color, theme.background) >= 3) }
  }

  @Test("Texts have a contrast of 7 on their background", arguments: Theme.Name.allCases)
  func texts(name: Theme.Name) {
    let theme = Theme(name)
    for color in [theme.text, theme.mutedText] {
      #expect(contrast(color, theme.background) >= 7)
      #expect(contrast(color, theme.legendBackground) >= 7)
    }
  }

  @Test("The lower edge is seen, and the grid stays behind it", arguments: Theme.Name.allCases)
  func rules(name: Theme.Name) {
    let theme = Theme(name)
    #expect(contrast(theme.frame, theme.background) >= 3)
    #expect(contrast(theme.zeroLine, theme.background) >= 3)
    #expect(contrast(theme.grid, theme.background) < 2)
  }

  @Test(
    "Any two categories stay apart for every kind of colour vision, the first most of all",
    arguments: [Theme.Name.light, .dark])
  func distances(name: Theme.Name) {
    let palette = Theme(name).palette
    #expect(palette.count == 8)
    for (index, color) in palette.enumerated() {
      for (place, other) in palette[..<index].enumerated() {
        let least = index < 2 ? 45.0 : index < 4 ? 15.9 : 12.5
        #expect(ColorAppearance.distance(color, other) >= least, "\(place) and \(index)")
      }
    }
  }

  @Test(
    "Values of a parameter grow lighter, and neighbours stay apart for every kind of colour vision",
    arguments: [Theme.Name.light, .dark], 2...12)
  func ramp(name: Theme.Name, count: Int) {
    let colors = (0..<count).map { Theme(name).stroke(.step($0, of: count)).color }
    // What twelve steps keep of the way from first to last.
    let least = count <= 3 ? 24.0 : count <= 5 ? 7.9 : count <= 8 ? 4.5 : 2.4
    for (color, next) in zip(colors, colors.dropFirst()) {
      let (one, other) = (ColorAppearance(color), ColorAppearance(next))
      #expect(other.coordinates.x > one.coordinates.x + 2)
      #expect(ColorAppearance.distance(color, next) >= least)
      #expect(one.distance(to: other) >= 7)
    }
  }

  @Test("In print values of a parameter grow lighter, and each has a dash pattern of its own")
  func printedRamp() {
    let strokes = (0..<8).map { Theme.print.stroke(.step($0, of: 8)) }
    for (stroke, next) in zip(strokes, strokes.dropFirst()) {
      #expect(next.color.red > stroke.color.red)
    }
    #expect(Set(strokes.map(\.dash)).count == 8)
  }

  @Test("Functions of one parameter share its colours and differ in their dashes")
  func patterns() {
    let (one, other) = (
      Theme.light.stroke(.step(1, of: 3)), Theme.light.stroke(.step(1, of: 3, pattern: 1))
    )
    #expect(one.color == other.color && one.dash.isEmpty && !other.dash.isEmpty)
    #expect(Theme.light.stroke(.ink(pattern: 2)).color == Theme.light.text)
  }

  @Test("A style without a place takes the first")
  func styles() {
    #expect(CurveStyle.category(-3) == 0 && CurveStyle.step(9, of: 3) == .step(2, of: 3))
    #expect(CurveStyle.step(0, of: 0) == .step(0, of: 1))
  }

  @Test("Greys are steps that are seen")
  func greys() {
    let steps = Theme.print.palette.map { ColorAppearance($0).coordinates.x }.sorted()
    #expect(steps.count == 3)
    for (step, next) in zip(steps, steps.dropFirst()) { #expect(next - step > 15) }
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
      let strokes = (first..<first + 8).map { Theme.print.stroke(.category($0)) }
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
      let dash = Theme.print.stroke(.category(index)).dash
      return Self.dashes(dash.map { $0 / Theme.print.curveWidth }, upTo: sample)
    }
    for (index, dashes) in shown.enumerated() { #expect(!shown[..<index].contains(dashes)) }
    let greys = Set((0..<8).map { Theme.print.stroke(.category($0)).color.red })
    #expect(greys.count == 3)
  }

  @Test("Sixty-four curves in a row look different from each other", arguments: Theme.Name.allCases)
  func sixtyFour(name: Theme.Name) {
    let strokes = (0..<64).map { Theme(name).stroke(.category($0)) }
    for (index, stroke) in strokes.enumerated() { #expect(!strokes[..<index].contains(stroke)) }
  }
}

extension PaletteTests {
  @Test(
    "Palettes with a name grow lighter all along and are seen on their background",
    arguments: OrderedPalette.allCases, Theme.Name.allCases)
  func named(palette: OrderedPalette, name: Theme.Name) {
    var theme = Theme(name)
    theme.ramp = palette.colors(on: name)
    for count in 2...12 {
      let colors = (0..<count).map { theme.stroke(.step($0, of: count)).color }
      for color in colors { #expect(ColorAppearance.contrast(color, theme.background) >= 3) }
      let lightness = colors.map { ColorAppearance($0).coordinates.x }
      for (one, next) in zip(lightness, lightness.dropFirst()) { #expect(next > one + 1) }
    }
  }
}

extension PaletteTests {
  /// The lightness of colours, first to last.
  private func lightness(_ colors: [Color]) -> [Double] {
    colors.map { ColorAppearance($0).coordinates.x }
  }

  @Test(
    "Colours of a field of one sign grow lighter all along, and stay apart for every kind of colour vision",
    arguments: Theme.Name.allCases)
  func field(name: Theme.Name) {
    let colors = FieldColors(ColorScale(holding: 0...1), theme: Theme(name)).table
    let lightness = lightness(colors)
    for (one, next) in zip(lightness, lightness.dropFirst()) { #expect(next > one - 0.05) }
    let steps = stride(from: 0, to: 255, by: 28).map { colors[$0] }
    for (one, next) in zip(steps, steps.dropFirst()) {
      #expect(ColorAppearance.distance(one, next) > 3.4)
    }
  }

  @Test(
    "Colours of a field of both signs go evenly from a middle to ends that weigh the same",
    arguments: [Theme.Name.light, .dark])
  func signedField(name: Theme.Name) {
    let theme = Theme(name)
    let colors = FieldColors(ColorScale(holding: -1...1), theme: theme).table
    let seen = colors.map { ColorAppearance($0) }
    let lightness = lightness(colors)
    let sign = name == .dark ? 1.0 : -1.0
    for index in 0..<118 {
      // The middle is the extreme of lightness, from which it falls or rises to both sides.
      #expect(sign * (lightness[index] - lightness[index + 9]) > 0.5)
      #expect(sign * (lightness[254 - index] - lightness[245 - index]) > 0.5)
      #expect(abs(lightness[index] - lightness[254 - index]) < 3)
    }
    let steps = stride(from: 0, to: 246, by: 9).map { seen[$0].distance(to: seen[$0 + 9]) }
    let mean = steps.reduce(0, +) / Double(steps.count)
    for step in steps { #expect(abs(step / mean - 1) < 0.3) }
    for part in [20, 60, 100] {
      #expect(ColorAppearance.distance(colors[127 - part], colors[127 + part]) > 0.3 * Double(part))
    }
    // What has no value is the page's colour, and is told apart from 0.
    #expect(ColorAppearance.distance(colors[127], theme.background) > 4)
  }

  @Test("Lines and labels of every level are read on its colour", arguments: Theme.Name.allCases)
  func fieldInk(name: Theme.Name) {
    for range in [0.0...1, -1...1, -0.1...1] {
      let colors = FieldColors(ColorScale(holding: range), theme: Theme(name))
      for step in 0...100 {
        let value = range.lowerBound + (range.upperBound - range.lowerBound) * Double(step) / 100
        let contrast = contrast(colors.ink(on: value), colors.color(of: value))
        #expect(contrast >= 3.7)
        #expect(self.contrast(colors.lineColor(value), Theme(name).background) >= 3)
      }
    }
  }
}
