/// The size of an image in pixels, always within the limits.
///
/// A side is 100 to 20000 pixels long, and the image holds at most 100 million pixels (400 MB while it is
/// drawn). Smaller leaves no room for a curve; Cairo's own limit is 32767.
public struct Size: Equatable, Sendable {
  /// The legal lengths of a side.
  public static let sides = 100...20000
  /// The most pixels an image may have.
  public static let pixelLimit = 100_000_000
  /// What a figure measures when nobody asks for anything else.
  public static let standard = Size(uncheckedWidth: 1600, height: 1000)

  /// Pixels from left to right.
  public let width: Int
  /// Pixels from top to bottom.
  public let height: Int

  /// Makes a size, or throws a ``SizeError`` whose sentence says what is legal.
  public init(width: Int, height: Int) throws {
    guard Size.sides.contains(width), Size.sides.contains(height),
      width * height <= Size.pixelLimit
    else { throw SizeError(given: "\(width)x\(height)") }
    self.init(uncheckedWidth: width, height: height)
  }

  /// Reads `1600x1000`; throws a ``SizeError`` for anything else and for sizes beyond the limits.
  public init(parsing text: String) throws {
    let sides = text.split(separator: "x", omittingEmptySubsequences: false)
    guard sides.count == 2, sides.allSatisfy({ $0.allSatisfy { "0"..."9" ~= $0 } }),
      let width = Int(sides[0]), let height = Int(sides[1])
    else { throw SizeError(given: text) }
    try self.init(width: width, height: height)
  }

  private init(uncheckedWidth width: Int, height: Int) {
    self.width = width
    self.height = height
  }
}

/// A size that no image can have; its description is the sentence for the user.
public struct SizeError: Error, Equatable, CustomStringConvertible {
  /// What was asked for, as it was written.
  public let given: String

  /// One sentence that names the wrong size and the legal ones.
  public var description: String {
    let sides = Size.sides
    return "size '\(given)' is not WIDTHxHEIGHT with sides of \(sides.lowerBound) to "
      + "\(sides.upperBound) pixels and at most \(Size.pixelLimit / 1_000_000) million pixels "
      + "in all, e.g. 1600x1000"
  }
}
