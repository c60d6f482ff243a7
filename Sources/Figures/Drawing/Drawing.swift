/// A picture as drawing commands: all that a renderer needs to know.
package struct Drawing: Equatable, Sendable {
  /// The size of the canvas; commands are in its CSS pixels.
  package let size: Size
  /// Whether what lies beneath may be seen, so that a picture needs an opacity a pixel.
  package let isTransparent: Bool
  /// What to draw, later over earlier.
  package let commands: [DrawCommand]

  /// Makes a drawing of its commands.
  package init(size: Size, commands: [DrawCommand], isTransparent: Bool = false) {
    self.size = size
    self.isTransparent = isTransparent
    self.commands = commands
  }
}
