/// The image formats that can be written.
public enum ImageFormat: String, CaseIterable, Sendable {
  /// Pixels: 8 bits each of red, green and blue, opaque.
  case png
  /// A vector drawing for the web, one user unit a pixel; text as outlines.
  case svg
  /// A vector drawing for print, 0.75 points a pixel as in CSS; text as an embedded font.
  case pdf
}
