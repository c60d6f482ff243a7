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
  /// The palette is that of ``light``, colour by colour the same hue where it can be, moved by a search until
  /// each has a contrast of 3 on the background and any two stay apart, by 0.1 in Oklab, for readers with
  /// normal, protanopic, deuteranopic and tritanopic vision.
  package static let dark: Theme = {
    var theme = Theme()
    theme.background = Color(0x111111)
    theme.text = Color(0xececec)
    theme.mutedText = Color(0xb8b8b8)
    theme.grid = Color(0x2b2b2b)
    theme.zeroLine = Color(0x8a8a8a)
    theme.frame = Color(0x767676)
    theme.legendBackground = Color(0x111111, alpha: 0.88)
    theme.legendFrame = Color(0x4d4d4d)
    theme.reference = Color(0x6e6e6e)
    theme.palette = [
      0x7ba2ff, 0xe69836, 0x299a7c, 0xfe55ba, 0x45d3ff, 0xf2f2f2, 0xa85f29, 0xf4c400,
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
    theme.grid = Color(0xd0d0d0)
    theme.zeroLine = Color(0x5a5a5a)
    theme.frame = Color(0x000000)
    theme.legendBackground = Color(0xffffff, alpha: 0.94)
    theme.legendFrame = Color(0x808080)
    theme.palette = [0x000000, 0x4a4a4a, 0x7c7c7c].map { Color($0) }
    theme.widths = [1, 1.6, 2.2]
    theme.changesDashes = true
    theme.curveWidth = 3
    return theme
  }()
}
