import CairoBackend
import FigureSpecification
import Figures

/// How a picture looks whatever it shows: size, themes, density, background and letters.
struct Look {
  var size = Size.standard
  var choice = ThemeChoice.one(.light)
  /// Pixels to an inch of a PNG; by the size where nil.
  var dpi: Double?
  var isTransparent = false
  /// The colours of curves; the theme's choice where nil.
  var palette: Palette?
  /// The size of text in points; by that of the figure where nil.
  var textPoints: Double?
  /// In which letters the texts are set.
  var lettering = Lettering()
  /// Where the size was asked for, and the themes.
  private var places = (size: Place.program, theme: Place.program)

  init() {}

  /// The look that settings ask for.
  ///
  /// Throws a `Problem`.
  init(_ settings: Settings) throws {
    size = try settings.value(Keys.size)
    choice = try settings.value(Keys.theme)
    dpi = try settings.value(Keys.dpi)
    isTransparent = settings[Keys.transparent]
    palette = try settings.value(Keys.palette)
    textPoints = try settings.value(Keys.textSize)
    lettering = try Lettering(settings)
    // A size that is drawn at its own density is not to blame.
    let dpiPlace = settings.place(of: Keys.dpi)
    let sizePlace = settings.place(of: Keys.size)
    let isSizeGood = dpiPlace != nil && (try? PixelSize(size)) != nil
    places = (
      (isSizeGood ? dpiPlace : sizePlace) ?? dpiPlace ?? .program,
      settings.place(of: Keys.theme) ?? .program
    )
  }

  /// The theme of every file.
  var themes: [Theme.Name] {
    switch choice {
    case .one(let theme): [theme]
    case .both: [.light, .dark]
    case .auto: [.light]
    }
  }

  /// The pixels that curves are true to: those of a PNG, and no less than a screen's.
  var pixels: (width: Double, height: Double) {
    let scale = max(1, (dpi ?? size.standardDpi) / 96)
    return (size.width * scale, size.height * scale)
  }

  /// A theme as it is drawn.
  func theme(_ name: Theme.Name) -> Theme {
    var theme = isTransparent ? Theme(name).withoutBackground : Theme(name)
    theme.textPoints = textPoints
    switch palette {
    case .colors(let colors):
      (theme.palette, theme.ramp) = (colors, colors)
      if colors.count > 1 { theme.field = ColorMap(colors) }
    case .named(let palette):
      theme.ramp = palette.colors(on: name)
      theme.field = palette.whole
    case .categorical, .ordered, nil: break
    }
    return theme
  }

  /// Refuses what cannot be written, before anything slow is done.
  func check(_ output: Output, as format: PictureFormat) throws {
    if format == .png {
      do {
        _ = try PixelSize(size, dpi: dpi)
      } catch let error as PixelSizeError {
        throw Problem(
          Keys.size.name, at: places.size,
          """
          \(Keys.size.name) and \(Keys.dpi.name) are too large: \(error.description); choose a smaller \
          \(Keys.size.name) or \(Keys.dpi.name).
          """)
      }
    }
    if choice == .auto, format.image != .svg {
      throw Problem(
        Keys.theme.name, at: places.theme,
        """
        \(Keys.theme.name) auto is for an SVG or a page, which alone can follow the reader's page; give light, dark or both.
        """)
    }
    guard themes.count > 1, !output.isRegularFile else { return }
    throw Problem(
      Keys.theme.name, at: places.theme,
      "\(Keys.theme.name) both writes two files; give the name of a file with -o.")
  }

  /// Where the picture in one of the themes goes: `NAME-dark.EXT` where there are several.
  func output(_ output: Output, for theme: Theme.Name) -> Output {
    guard themes.count > 1, case .file(let path) = output.destination else { return output }
    let start = path.lastIndex(of: "/").map { path.index(after: $0) } ?? path.startIndex
    // A dot that begins a name begins no extension.
    let dot = path[start...].dropFirst().lastIndex(of: ".") ?? path.endIndex
    return Output(destination: .file("\(path[..<dot])-\(theme.rawValue)\(path[dot...])"))
  }
}
