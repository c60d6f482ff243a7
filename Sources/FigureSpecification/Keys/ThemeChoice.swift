import Figures

/// In which themes a figure is drawn.
package enum ThemeChoice: Equatable, Sendable {
  /// In one.
  case one(Theme.Name)
  /// In light and in dark, a file each.
  case both
  /// In light, and in dark where the reader prefers that: one SVG.
  case auto
}
