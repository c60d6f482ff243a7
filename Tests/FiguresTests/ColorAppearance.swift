import Foundation

@testable import Figures

/// How colours look: CIECAM02 in the form CAM02-UCS, in which equal distances look equally different.
///
/// Moroney and others, "The CIECAM02 color appearance model", 2002, in the surroundings that sRGB assumes (D65, a
/// background of 20, 64 lux); Luo, Cui and Li, "Uniform colour spaces based on CIECAM02", 2006.
struct ColorAppearance {
  typealias Triple = SIMD3<Double>

  /// Kinds of colour vision: Machado, Oliveira and Fernandes, 2009, at severity 1, for linear sRGB.
  enum Vision: CaseIterable {
    case normal, protanopia, deuteranopia, tritanopia

    fileprivate var matrix: [Triple] {
      switch self {
      case .normal: [Triple(1, 0, 0), Triple(0, 1, 0), Triple(0, 0, 1)]
      case .protanopia:
        [
          Triple(0.152286, 1.052583, -0.204868), Triple(0.114503, 0.786281, 0.099216),
          Triple(-0.003882, -0.048116, 1.051998),
        ]
      case .deuteranopia:
        [
          Triple(0.367322, 0.860646, -0.227968), Triple(0.280085, 0.672501, 0.047413),
          Triple(-0.011820, 0.042940, 0.968881),
        ]
      case .tritanopia:
        [
          Triple(1.255528, -0.076749, -0.178779), Triple(-0.078411, 0.930809, 0.147602),
          Triple(0.004733, 0.691367, 0.303900),
        ]
      }
    }
  }

  /// Lightness J′ from 0 to 100, and a′ and b′.
  let coordinates: Triple

  /// How a reader with one kind of vision sees a colour.
  init(_ color: Color, seenWith vision: Vision = .normal) {
    let seen = Self.product(vision.matrix, Self.linear(color)).clamped(
      lowerBound: .zero, upperBound: .one)
    let response = Self.response(Self.product(Self.toXYZ, seen * 100))
    let achromatic = Self.achromatic(response) / Self.achromatic(Self.response(Self.white))
    let lightness = 100 * pow(max(0, achromatic), 0.69 * (1.48 + Self.ratio.squareRoot()))
    let a = response.x - 12 * response.y / 11 + response.z / 11
    let b = (response.x + response.y - 2 * response.z) / 9
    let hue = atan2(b, a)
    let eccentricity = (cos(hue + 2) + 3.8) / 4
    let t =
      50000 / 13 * Self.induction * eccentricity * (a * a + b * b).squareRoot()
      / (response.x + response.y + 1.05 * response.z)
    let chroma =
      pow(t, 0.9) * (lightness / 100).squareRoot() * pow(1.64 - pow(0.29, Self.ratio), 0.73)
    let colorfulness = log(1 + 0.0228 * chroma * pow(Self.adaptation, 0.25)) / 0.0228
    coordinates = Triple(
      1.7 * lightness / (1 + 0.007 * lightness), colorfulness * cos(hue), colorfulness * sin(hue))
  }

  /// How different two colours look; about 1 is just noticed side by side.
  func distance(to other: ColorAppearance) -> Double {
    let difference = coordinates - other.coordinates
    return (difference * difference).sum().squareRoot()
  }

  /// The least distance of two colours over all kinds of vision.
  static func distance(_ one: Color, _ other: Color) -> Double {
    Vision.allCases.map { vision in
      ColorAppearance(one, seenWith: vision).distance(
        to: ColorAppearance(other, seenWith: vision))
    }.min() ?? 0
  }

  /// The contrast of two colours as WCAG 2 has it, from 1 to 21.
  static func contrast(_ one: Color, _ other: Color) -> Double {
    let lights = [one, other].map { (toXYZ[1] * linear($0)).sum() + 0.05 }.sorted()
    return lights[1] / lights[0]
  }

  // MARK: The model

  private static let toXYZ = [
    Triple(0.4124, 0.3576, 0.1805), Triple(0.2126, 0.7152, 0.0722),
    Triple(0.0193, 0.1192, 0.9505),
  ]
  private static let cat02 = [
    Triple(0.7328, 0.4296, -0.1624), Triple(-0.7036, 1.6975, 0.0061),
    Triple(0.0030, 0.0136, 0.9834),
  ]
  private static let fromCat02 = [
    Triple(1.096124, -0.278869, 0.182745), Triple(0.454369, 0.473533, 0.072098),
    Triple(-0.009628, -0.005698, 1.015326),
  ]
  private static let huntPointerEstevez = [
    Triple(0.38971, 0.68898, -0.07868), Triple(-0.22981, 1.18340, 0.04641), Triple(0, 0, 1),
  ]
  private static let white = Triple(95.047, 100, 108.883)
  private static let luminance = 64 / Double.pi / 5
  /// The background's luminance relative to white's.
  private static let ratio = 0.2
  private static let induction = 0.725 * pow(1 / ratio, 0.2)
  private static let adaptation: Double = {
    let k = pow(1 / (5 * luminance + 1), 4)
    return 0.2 * k * 5 * luminance + 0.1 * pow(1 - k, 2) * cbrt(5 * luminance)
  }()

  private static func linear(_ color: Color) -> Triple {
    func part(_ value: Double) -> Double {
      value <= 0.04045 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4)
    }
    return Triple(part(color.red), part(color.green), part(color.blue))
  }

  private static func response(_ xyz: Triple) -> Triple {
    let degree = 1 - exp(-(luminance + 42) / 92) / 3.6
    let gains = 100 * degree / product(cat02, white) + (1 - degree)
    let cones = product(huntPointerEstevez, product(fromCat02, gains * product(cat02, xyz)))
    func compressed(_ cone: Double) -> Double {
      let power = pow(adaptation * abs(cone) / 100, 0.42)
      return (cone < 0 ? -400 : 400) * power / (power + 27.13) + 0.1
    }
    return Triple(compressed(cones.x), compressed(cones.y), compressed(cones.z))
  }

  private static func achromatic(_ response: Triple) -> Double {
    2 * response.x + response.y + response.z / 20 - 0.305
  }

  private static func product(_ rows: [Triple], _ vector: Triple) -> Triple {
    let sums = rows.map { ($0 * vector).sum() }
    return Triple(sums[0], sums[1], sums[2])
  }
}
