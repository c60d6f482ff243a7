/// Ordered palettes that have a name elsewhere, each as far as it is seen on a theme's background.
///
/// Of matplotlib's maps, 9 colours of their darker part where the background is light, of their lighter part where it is
/// dark: those whose contrast with it is at least 3. Lightness rises all along; palettes of categories known by a name,
/// such as Okabe and Ito's, have colours closer than 12 in CAM02-UCS, or lighter than a contrast of 3 allows.
package enum OrderedPalette: String, CaseIterable, Sendable {
  case viridis, cividis, plasma, gray

  /// The colours on a theme, from the first value to the last.
  package func colors(on theme: Theme.Name) -> [Color] {
    switch theme {
    case .light, .print: dark.map { Color($0) }
    case .dark: light.map { Color($0) }
    }
  }

  /// All of it, for fields, which need not stand out from the page.
  package var whole: ColorMap {
    switch self {
    case .viridis:
      ColorMap([
        0x440154, 0x48186a, 0x472d7b, 0x424086, 0x3b528b, 0x33638d, 0x2c728e, 0x26828e, 0x21918c,
        0x1fa088, 0x28ae80, 0x3fbc73, 0x5ec962, 0x84d44b, 0xaddc30, 0xd8e219, 0xfde725,
      ])
    case .cividis:
      ColorMap([
        0x00224e, 0x002e6a, 0x1a386f, 0x32436d, 0x434e6c, 0x535a6d, 0x61656f, 0x6f7073, 0x7d7c78,
        0x8c8878, 0x9b9476, 0xaba072, 0xbcae6c, 0xcdbb63, 0xdec958, 0xf0d846, 0xfee838,
      ])
    case .plasma:
      ColorMap([
        0x0d0887, 0x310597, 0x4c02a1, 0x6600a7, 0x7e03a8, 0x9511a1, 0xaa2395, 0xbc3587, 0xcc4778,
        0xda5a6a, 0xe66c5c, 0xf0804e, 0xf89540, 0xfdac33, 0xfdc527, 0xf8df25, 0xf0f921,
      ])
    case .gray: ColorMap([0x000000, 0xffffff])
    }
  }

  private var dark: [UInt32] {
    switch self {
    case .viridis:
      [
        0x440154, 0x481c6e, 0x463480, 0x3e4a89, 0x355f8d, 0x2c718e, 0x25838e, 0x1f958b, 0x22a785,
      ]
    case .cividis:
      [
        0x00224e, 0x003070, 0x273e6e, 0x3f4c6c, 0x535a6d, 0x656870, 0x767676, 0x888578, 0x9b9476,
      ]
    case .plasma:
      [
        0x0d0887, 0x38049a, 0x5901a5, 0x7a02a8, 0x9613a1, 0xb12a90, 0xc6417d, 0xd9586a, 0xe87059,
      ]
    case .gray: [0x000000, 0x949494]
    }
  }

  private var light: [UInt32] {
    switch self {
    case .viridis:
      [
        0x32658e, 0x29798e, 0x218e8d, 0x1fa287, 0x34b679, 0x5ac864, 0x8ed645, 0xc8e020, 0xfde725,
      ]
    case .cividis:
      [
        0x5c616e, 0x6d6f72, 0x7f7e78, 0x938e78, 0xa89e73, 0xbdae6c, 0xd3c05f, 0xead34c, 0xfee838,
      ]
    case .plasma:
      [
        0xaa2395, 0xc03a83, 0xd35171, 0xe3685f, 0xf0804e, 0xfa9b3d, 0xfeb82c, 0xfad824, 0xf0f921,
      ]
    case .gray: [0x616161, 0xffffff]
    }
  }
}
