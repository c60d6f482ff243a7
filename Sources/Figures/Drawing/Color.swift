import Activations

/// A colour in sRGB, each part from 0 to 1.
package struct Color: Hashable, Sendable {
  /// How much red there is.
  package var red: Double
  /// How much green there is.
  package var green: Double
  /// How much blue there is.
  package var blue: Double
  /// How opaque it is: 0 is invisible, 1 hides what lies beneath.
  package var alpha: Double

  /// Makes a colour of `0xRRGGBB`.
  package init(_ hex: UInt32, alpha: Double = 1) {
    red = Double(hex >> 16 & 0xff) / 255
    green = Double(hex >> 8 & 0xff) / 255
    blue = Double(hex & 0xff) / 255
    self.alpha = alpha
  }

  /// `#rrggbb`, without its opacity.
  package var hexadecimal: String {
    var rest = [red, green, blue].reduce(0) { number, part in
      number << 8 | Int(part.isFinite ? min(max(part * 255, 0), 255).rounded() : 0)
    }
    return String(unsafeUninitializedCapacity: 7) { text in
      for place in (1...6).reversed() {
        let digit = UInt8(rest & 15)
        text[place] = digit + (digit < 10 ? UInt8(ascii: "0") : UInt8(ascii: "a") - 10)
        rest >>= 4
      }
      text[0] = UInt8(ascii: "#")
      return 7
    }
  }

  /// The colour on the way to another: this one for a part of 0, the other for 1.
  package func mixed(with other: Color, part: Double) -> Color {
    func mix(_ a: Double, _ b: Double) -> Double { a + (b - a) * part }
    var color = self
    color.red = mix(red, other.red)
    color.green = mix(green, other.green)
    color.blue = mix(blue, other.blue)
    color.alpha = mix(alpha, other.alpha)
    return color
  }

  /// The contrast with another colour as WCAG 2 has it, from 1 to 21; both opaque.
  func contrast(with other: Color) -> Double {
    let (one, two) = (luminance + 0.05, other.luminance + 0.05)
    return max(one, two) / min(one, two)
  }

  /// How much light it gives, from 0 to 1.
  package var luminance: Double {
    func linear(_ part: Double) -> Double {
      part <= 0.04045 ? part / 12.92 : Libm.exp(2.4 * Libm.log((part + 0.055) / 1.055))
    }
    return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
  }
}
