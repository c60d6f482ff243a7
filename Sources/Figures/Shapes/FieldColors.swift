/// The colours of a scale in a theme: a table, so that a million values are coloured in a moment.
struct FieldColors {
  /// The colours from the lower end of the domain to the upper one.
  let table: [Color]
  private let scale: ColorScale
  private let theme: Theme

  /// As many as a picture with numbered colours holds beside an invisible one.
  static let count = 255
  /// The number of what has no value.
  static let none = UInt8(255)

  /// The colours of a scale.
  init(_ scale: ColorScale, theme: Theme) {
    self.scale = scale
    self.theme = theme
    let map = scale.isDiverging ? theme.signedField : theme.field
    let (first, last) = (
      scale.part(of: scale.domain.lowerBound), scale.part(of: scale.domain.upperBound)
    )
    table = (0..<Self.count).map { index in
      let part = (Double(index) + 0.5) / Double(Self.count)
      return map.color(at: first + (last - first) * part)
    }
  }

  /// The numbers of values' colours; see ``none``.
  func cells(of values: [Double]) -> [UInt8] {
    // Halves keep a span that no double holds finite.
    let low = scale.domain.lowerBound / 2
    let factor = Double(Self.count) / (scale.domain.upperBound / 2 - low)
    let last = Double(Self.count - 1)
    return values.map { value in
      let place = (value / 2 - low) * factor
      // The order of the comparison makes 0 of no NaN.
      return place.isNaN ? Self.none : UInt8(min(max(place, 0), last))
    }
  }

  /// The colour of a value.
  func color(of value: Double) -> Color { table[Int(min(cells(of: [value])[0], 254))] }

  /// The colour of lines and letters on the colour of a value.
  ///
  /// On colours that are the same on every page so is the ink. Nothing else has these two colours: a picture that follows
  /// the reader's page finds what changes by its colour.
  func ink(on value: Double) -> Color {
    if scale.isDiverging { return theme.fieldInk }
    let ground = color(of: value)
    let (dark, light) = (Color(0x101010), Color(0xfefefe))
    return dark.contrast(with: ground) >= light.contrast(with: ground) ? dark : light
  }

  /// The colour of a line on the page itself.
  func lineColor(_ value: Double) -> Color {
    let part = scale.part(of: value)
    guard scale.isDiverging else { return ColorMap(theme.ramp).color(at: part) }
    return theme.signedLines.color(at: part)
  }

  /// The picture of a grid's values; nil where they are not as many as it says.
  func raster(of grid: Figure.Field.Grid) -> Raster? {
    Raster(
      columns: grid.columns, rows: grid.rows, cells: cells(of: grid.values),
      colors: table + [Color(0, alpha: 0)], isSmooth: grid.isSmooth)
  }
}

extension Theme {
  /// The colours that values take on a scale, from the lower end of its domain to the upper one.
  package func colors(on scale: ColorScale) -> [Color] { FieldColors(scale, theme: self).table }
}

extension FieldColors {
  /// Whether some colours would run into the page, so that their edges must be drawn: on one page if on the other.
  var needFrame: Bool {
    [table.first, table.last].compactMap(\.self).contains { color in
      [Theme.light, .dark].contains { $0.background.contrast(with: color) < 1.12 }
    }
  }
}
