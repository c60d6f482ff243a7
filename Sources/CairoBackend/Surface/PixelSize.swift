import Figures

/// The pixels that an image of a certain size and density has.
package struct PixelSize: Equatable, Sendable {
  /// Pixels from left to right.
  package let width: Int
  /// Pixels from top to bottom.
  package let height: Int
  /// What a CSS pixel of the drawing measures in pixels of the image.
  package let scale: Double
  /// The density that the file states; nil for pixels that nobody measured.
  let statedDpi: Double?

  /// So many pixels of nobody knows what density.
  init(width: Int, height: Int) {
    (self.width, self.height) = (width, height)
    (scale, statedDpi) = (1, nil)
  }

  /// The pixels of a size; throws ``PixelSizeError`` where they are more than an image may have.
  ///
  /// Without a density a physical size has 300 pixels to an inch, and one in pixels has just those.
  package init(_ size: Size, dpi: Double? = nil) throws {
    statedDpi = dpi ?? (size.isPhysical ? size.standardDpi : nil)
    let dpi = statedDpi ?? size.standardDpi
    let scale = dpi / 96
    let sides = [size.width, size.height].map { ($0 * scale).rounded() }
    guard Size.densities.contains(dpi),
      sides.allSatisfy({ $0 <= Double(Size.sides.upperBound) }),
      sides[0] * sides[1] <= Double(Size.pixelLimit)
    else { throw PixelSizeError(sides: sides, dpi: dpi) }
    self.scale = scale
    width = max(1, Int(sides[0]))
    height = max(1, Int(sides[1]))
  }
}

/// More pixels than an image may have; its description is the sentence for the user.
package struct PixelSizeError: Error, Equatable, CustomStringConvertible {
  /// The width and the height that it would have, in pixels.
  let sides: [Double]
  /// The density that was asked for.
  let dpi: Double

  /// One sentence that names the pixels and the most there may be.
  package var description: String {
    guard Size.densities.contains(dpi) else {
      return "\(dpi) dpi is not from \(Int(Size.densities.lowerBound)) to "
        + "\(Int(Size.densities.upperBound))"
    }
    let text = sides.map { String(Int($0)) }.joined(separator: "x")
    return "at \(Int(dpi)) dpi the image has \(text) pixels, more than \(Size.sides.upperBound) a "
      + "side or \(Size.pixelLimit / 1_000_000) million in all"
  }
}
