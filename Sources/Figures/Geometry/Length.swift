/// A length with the unit that its author thinks in.
package struct Length: Equatable, Sendable {
  /// The units that sizes are given in.
  package enum Unit: String, CaseIterable, Sendable {
    /// CSS pixels: 1/96 of an inch, the unit of layouts.
    case pixel = "px"
    /// Millimetres.
    case millimetre = "mm"
    /// Centimetres.
    case centimetre = "cm"
    /// Inches, 25.4 mm.
    case inch = "in"
    /// PostScript points: 1/72 of an inch.
    case point = "pt"

    /// How many of them make an inch.
    package var perInch: Double {
      switch self {
      case .pixel: 96
      case .millimetre: 25.4
      case .centimetre: 2.54
      case .inch: 1
      case .point: 72
      }
    }
  }

  /// How many units.
  package let value: Double
  /// The unit.
  package let unit: Unit

  /// Makes a length.
  package init(_ value: Double, _ unit: Unit) {
    self.value = value
    self.unit = unit
  }

  /// The length in inches.
  package var inches: Double { value / unit.perInch }

  /// The length in CSS pixels, the unit of layouts; exact where that is its own unit.
  package var pixels: Double { unit == .pixel ? value : inches * 96 }

  /// The length in points, the unit of PDF.
  package var points: Double { value * 72 / unit.perInch }
}
