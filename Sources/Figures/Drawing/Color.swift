/// A colour in sRGB, each part from 0 to 1.
public struct Color: Equatable, Sendable {
  /// Red.
  public var red: Double
  /// Green.
  public var green: Double
  /// Blue.
  public var blue: Double
  /// 0 is invisible, 1 hides what lies beneath.
  public var alpha: Double

  /// Makes a colour of `0xRRGGBB`.
  public init(_ hex: UInt32, alpha: Double = 1) {
    red = Double(hex >> 16 & 0xff) / 255
    green = Double(hex >> 8 & 0xff) / 255
    blue = Double(hex & 0xff) / 255
    self.alpha = alpha
  }
}
