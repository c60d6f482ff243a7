/// Colours along a way: what numbers become in a field.
package struct ColorMap: Equatable, Sendable {
  /// Colours at equal distances, at least one.
  let knots: [Color]

  /// A way along colours at equal distances; grey where there are none.
  package init(_ knots: [Color]) {
    self.knots = knots.isEmpty ? [Color(0x808080)] : knots
  }

  init(_ knots: [UInt32]) { self.init(knots.map { Color($0) }) }

  /// The colour at a part of the way, from 0 to 1; of a part beyond, that of the end.
  func color(at part: Double) -> Color {
    let place = min(max(part, 0), 1) * Double(knots.count - 1)
    guard knots.count > 1, place.isFinite else { return knots[0] }
    let index = min(Int(place), knots.count - 2)
    return knots[index].mixed(with: knots[index + 1], part: place - Double(index))
  }
}

extension ColorMap {
  /// From blue by a light grey to orange, for numbers of both signs on a light page.
  ///
  /// Straight to both sides in CAM02-UCS, so that equal differences look equal, and as light at one end as at the other,
  /// so that neither sign weighs more. The middle is darker than the page, and no end so dark that black lines would drown.
  static let blueToOrange = ColorMap([
    0x5276d8, 0x6685d3, 0x7a93d0, 0x8da1d0, 0xa0b0d2, 0xb3bed6, 0xc7cedc, 0xdadde4, 0xeeeeee,
    0xe5dbd6, 0xe1c7bd, 0xddb4a2, 0xdaa088, 0xd68c6d, 0xd27752, 0xce6336, 0xc84c17,
  ])

  /// The same on a dark page, by a grey that is nearly as dark as it.
  static let blueToOrangeByDark = ColorMap([
    0x5c81dd, 0x5775bc, 0x52699f, 0x4c5d84, 0x44516c, 0x3d4457, 0x343843, 0x2a2c30, 0x201f1f,
    0x332925, 0x473229, 0x5c3a2b, 0x71412c, 0x88472a, 0xa04c27, 0xb95020, 0xd35214,
  ])

  /// Greys of paper, light enough for black lines.
  static let greys = ColorMap([0x808080, 0xf8f8f8])
}
