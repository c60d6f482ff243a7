extension Theme {
  /// The themes by the names that users know them by.
  package enum Name: String, CaseIterable, Sendable {
    /// Dark on white.
    case light
    /// Bright on near black.
    case dark
    /// Greys and dashes on white.
    case print
  }

  /// The theme of a name.
  package init(_ name: Name) {
    switch name {
    case .light: self = .light
    case .dark: self = .dark
    case .print: self = .print
    }
  }

  /// The theme without its background; the legend keeps its own, to be read over anything.
  package var withoutBackground: Theme {
    var theme = self
    theme.background.alpha = 0
    return theme
  }

  /// Dark on white.
  package static let light = Theme()

  /// Bright on near black, for slides and pages that are dark themselves.
  ///
  /// The palettes are those of ``light``, colour by colour the same hue where it can be, found in the same way.
  package static let dark: Theme = {
    var theme = Theme()
    theme.background = Color(0x111111)
    theme.text = Color(0xececec)
    theme.mutedText = Color(0xb8b8b8)
    theme.grid = Color(0x2a2a2a)
    theme.zeroLine = Color(0x747474)
    theme.frame = Color(0x9a9a9a)
    theme.legendBackground = Color(0x111111, alpha: 0.88)
    theme.reference = Color(0x6e6e6e)
    theme.signedField = .blueToOrangeByDark
    theme.signedLines = ColorMap([0x7f9ff5, 0x8c9fd0, 0x9a9a9a, 0xd19878, 0xf58e52])
    theme.fieldInk = Color(0xffffff)
    theme.palette = [
      0x6f9ffa, 0xfa9e47, 0x9dd0a6, 0xff52a9, 0x9560fc, 0x7fddf6, 0xf8dd4f, 0xeff2f6,
    ].map { Color($0) }
    theme.ramp = [
      0x7056d8, 0x4a7ee0, 0x1fa0d8, 0x26c0c4, 0x62daa4, 0xb0ea78, 0xfdf29a,
    ].map { Color($0) }
    return theme
  }()

  /// Greys and dashes on white, to be printed and copied without colour.
  ///
  /// Each of eight curves in a row has a dash pattern of its own, so that a copier that makes all of them black
  /// leaves them apart; greys, none lighter than a contrast of 4 on white, help beside. Every line is darker
  /// than on a screen, as thin light ones do not survive.
  package static let print: Theme = {
    var theme = Theme()
    theme.text = Color(0x000000)
    theme.mutedText = Color(0x000000)
    theme.grid = Color(0xdcdcdc)
    theme.zeroLine = Color(0x5a5a5a)
    theme.frame = Color(0x000000)
    theme.legendBackground = Color(0xffffff, alpha: 0.94)
    theme.palette = [0x000000, 0x4a4a4a, 0x7c7c7c].map { Color($0) }
    theme.widths = [1, 1.6, 2.2]
    theme.field = .greys
    theme.signedField = .greys
    theme.signedLines = ColorMap([0x000000])
    theme.changesDashes = true
    theme.ramp = [0x000000, 0x767676].map { Color($0) }
    return theme
  }()
}
