/// The size of an image, always within the limits: in pixels, or physical, to be printed.
///
/// A side in pixels is 100 to 20000 of them long, and the image holds at most 100 million (400 MB while
/// it is drawn). Smaller leaves no room for a curve; Cairo's own limit is 32767. A physical side is 25 to
/// 5000 mm. Layouts are made in CSS pixels, 1/96 of an inch, whatever the unit.
package struct Size: Equatable, Sendable {
  /// The legal lengths of a side in pixels.
  package static let sides = 100...20000
  /// The most pixels an image may have.
  package static let pixelLimit = 100_000_000
  /// The legal lengths of a physical side in millimetres.
  package static let millimetres = 25.0...5000.0
  /// The densities that are drawn, in pixels to an inch: from a thumbnail to what printers resolve.
  package static let densities = 24.0...2400.0
  /// What a figure measures when nobody asks for anything else.
  package static let standard = Size(.init(1600, .pixel), .init(1000, .pixel))
  /// A column of a journal.
  package static let column = Size(.init(85, .millimetre), .init(60, .millimetre))
  /// The width of a page's text.
  package static let page = Size(.init(170, .millimetre), .init(110, .millimetre))
  /// A slide of 16:9, with text that is read from the last row.
  package static let slide = Size(.init(13.333, .inch), .init(7.5, .inch), textPoints: 18)

  /// Sizes that have a name.
  package static let presets: [(name: String, size: Size)] = [
    ("column", column), ("page", page), ("slide", slide),
  ]

  /// From left to right, as it was asked for.
  package let horizontal: Length
  /// From top to bottom, as it was asked for.
  package let vertical: Length
  /// The em of the text in points where the size fixes it; nil for a size in pixels, whose text grows with it.
  package let textPoints: Double?

  /// CSS pixels from left to right.
  package var width: Double { horizontal.pixels }
  /// CSS pixels from top to bottom.
  package var height: Double { vertical.pixels }
  /// Whether it is a size on paper or screen rather than one in pixels.
  package var isPhysical: Bool { textPoints != nil }

  /// The pixels to an inch of an image of this size when nobody asks for others.
  package var standardDpi: Double { isPhysical ? 300 : 96 }

  /// Makes a size in pixels, or throws a ``SizeError`` whose sentence says what is legal.
  package init(width: Int, height: Int) throws {
    guard Size.sides.contains(width), Size.sides.contains(height),
      width * height <= Size.pixelLimit
    else { throw SizeError(given: "\(width)x\(height)") }
    self.init(Length(Double(width), .pixel), Length(Double(height), .pixel))
  }

  /// Makes a physical size, or throws a ``SizeError``.
  package init(physicalWidth width: Length, height: Length) throws {
    for side in [width, height] where !Size.millimetres.contains(side.inches * 25.4) {
      throw SizeError(given: "\(width.value)\(width.unit)x\(height.value)\(height.unit)")
    }
    self.init(width, height)
  }

  /// Reads `1600x1000`, `85mmx60mm`, `3.3x2.5in`, a width such as `85mm` or the name of a preset.
  ///
  /// A unit on the last side counts for both. Throws a ``SizeError`` for anything else and for sizes beyond
  /// the limits.
  package init(parsing text: String) throws {
    if let preset = Size.presets.first(where: { $0.name == text.lowercased() }) {
      self = preset.size
      return
    }
    guard let (width, height) = SizeText.sides(text) else { throw SizeError(given: text) }
    do {
      if width.unit == .pixel, height.unit == .pixel {
        guard let columns = Int(exactly: width.value), let rows = Int(exactly: height.value) else {
          throw SizeError(given: text)
        }
        try self.init(width: columns, height: rows)
      } else {
        try self.init(physicalWidth: width, height: height)
      }
    } catch {
      throw SizeError(given: text)
    }
  }

  /// A size in CSS pixels whose text has an em of so many points, for back ends with room of their own.
  package init(width: Double, height: Double, textPoints: Double) {
    horizontal = Length(width, .pixel)
    vertical = Length(height, .pixel)
    self.textPoints = textPoints
  }

  private init(_ width: Length, _ height: Length, textPoints: Double? = nil) {
    horizontal = width
    vertical = height
    let isPhysical = width.unit != .pixel || height.unit != .pixel
    self.textPoints = isPhysical ? textPoints ?? Size.textPoints(width, height) : nil
  }

  /// 8 points, what journals ask for, up to the size of a page; in proportion beyond, as on a poster.
  private static func textPoints(_ width: Length, _ height: Length) -> Double {
    8 * max(1, min(width.inches * 25.4 / 170, height.inches * 25.4 / 110))
  }
}

/// A size that no image can have; its description is the sentence for the user.
package struct SizeError: Error, Equatable, CustomStringConvertible {
  /// What was asked for, as it was written.
  package let given: String

  /// One sentence that names the wrong size and the legal ones.
  package var description: String { "size '\(given)' \(reason)" }

  /// What is wrong with it and what would be right, behind its name.
  package var reason: String {
    let sides = Size.sides
    let lengths = Size.millimetres
    return "is not WIDTHxHEIGHT with sides of \(sides.lowerBound) to "
      + "\(sides.upperBound) pixels and at most \(Size.pixelLimit / 1_000_000) million pixels "
      + "in all, e.g. 1600x1000, nor with sides of \(Int(lengths.lowerBound)) to "
      + "\(Int(lengths.upperBound)) mm, e.g. 85mmx60mm (also cm, in, pt), nor one of "
      + Size.presets.map(\.name).joined(separator: ", ")
  }
}
