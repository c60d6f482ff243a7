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

  @Test("Every colour has a contrast of 3 on white")
  func contrast() {
    for color in Theme.light.palette {
      let luminance = (Triple(0.2126, 0.7152, 0.0722) * linear(color)).sum()
      #expect(1.05 / (luminance + 0.05) >= 3)
    }
  }

  @Test("Any two colours stay apart for every kind of colour vision")
  func distances() {
    let palette = Theme.light.palette.map(linear)
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

  @Test("Sixty-four curves in a row look different from each other")
  func styles() {
    let strokes = (0..<64).map { Theme.light.curveStroke($0) }
    for (index, stroke) in strokes.enumerated() { #expect(!strokes[..<index].contains(stroke)) }
  }
}
