/// The image formats that can be written.
package enum ImageFormat: String, CaseIterable, Sendable {
  /// Pixels: 8 bits each of red, green and blue, and of opacity where the background is left out.
  case png
  /// A vector drawing for the web, as large as the drawing's size says, one user unit a CSS pixel; text as
  /// ``SVGTextForm`` says.
  case svg
  /// A vector drawing for print, 0.75 points a CSS pixel; text as an embedded font.
  case pdf
}
