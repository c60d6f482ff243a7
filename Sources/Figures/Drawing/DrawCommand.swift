/// One thing to draw, in pixels of the canvas.
package enum DrawCommand: Equatable, Sendable {
  /// Fills a rectangle.
  case fill(Rect, Color)
  /// Fills a polygon of three or more points; every coordinate is finite and on or near the canvas.
  case polygon([Point], Color)
  /// Strokes polylines of two or more points each; every coordinate is finite and on or near the canvas.
  case stroke([[Point]], Stroke)
  /// Fills a rectangle with the cells of a raster, equally large ones.
  case image(Raster, Rect)
  /// Restricts what follows to a rectangle, until the matching ``popClip``.
  case pushClip(Rect)
  /// Ends the restriction of the last ``pushClip(_:)``.
  case popClip
  /// Writes one line of text.
  case text(Label)
  /// Makes one thing of what follows, until the matching ``popGroup``: a formula, which a screen reader reads
  /// by this text and not letter by letter.
  case pushGroup(String)
  /// Ends the group of the last ``pushGroup(_:)``.
  case popGroup
  /// Makes a part of what follows, which a page may draw anew, until the matching ``popPart``; nothing to see.
  case pushPart(Part)
  /// Ends the last ``pushPart(_:)``.
  case popPart
}
