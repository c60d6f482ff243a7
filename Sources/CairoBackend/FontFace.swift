import CCairo

/// Finds the font that figures are set in.
///
/// A family that draws α, ′ and − well is preferred to what the system's fontconfig calls sans-serif, so that a
/// figure looks the same on most machines. That also spares reading the system's forty configuration files, which
/// take longer than drawing an SVG. Whoever sets `FONTCONFIG_FILE` or `FONTCONFIG_PATH` decides instead.
enum FontFace {
  /// The families in order of preference; they are on nearly every Linux desktop and in its containers.
  private static let families = ["DejaVu Sans", "Liberation Sans", "Noto Sans", "FreeSans"]

  /// Where Linux keeps fonts, and fontconfig its lists of them.
  private static let places = """
    <?xml version="1.0"?>
    <!DOCTYPE fontconfig SYSTEM "fonts.dtd">
    <fontconfig>
      <dir>/usr/share/fonts</dir>
      <dir>/usr/local/share/fonts</dir>
      <dir prefix="xdg">fonts</dir>
      <cachedir>/var/cache/fontconfig</cachedir>
      <cachedir prefix="xdg">fontconfig</cachedir>
    </fontconfig>
    """

  /// The face; the caller owns it.
  ///
  /// Cairo never returns nil but an object in an error state, which the renderer's status check finds.
  static func load() -> OpaquePointer {
    cairo_toy_font_face_create(
      preferredFamily() ?? "sans-serif", CAIRO_FONT_SLANT_NORMAL, CAIRO_FONT_WEIGHT_NORMAL)
  }

  /// The first of the preferred families that is installed, with fontconfig set up to find it quickly.
  private static func preferredFamily() -> String? {
    guard getenv("FONTCONFIG_FILE") == nil, getenv("FONTCONFIG_PATH") == nil,
      let configuration = FcConfigCreate()
    else { return nil }
    // Fontconfig keeps a reference of its own to the current configuration.
    defer { FcConfigDestroy(configuration) }
    let text = Array(places.utf8) + [0]
    guard FcConfigParseAndLoadFromMemory(configuration, text, FcBool(1)) != 0,
      FcConfigBuildFonts(configuration) != 0,
      let fonts = FcConfigGetFonts(configuration, FcSetSystem)
    else { return nil }
    let installed = installedFamilies(fonts)
    guard let family = families.first(where: installed.contains),
      FcConfigSetCurrent(configuration) != 0
    else { return nil }
    return family
  }

  private static func installedFamilies(_ fonts: UnsafeMutablePointer<FcFontSet>) -> Set<String> {
    var names = Set<String>()
    for index in 0..<Int(fonts.pointee.nfont) {
      var family: UnsafeMutablePointer<FcChar8>?
      let status = FcPatternGetString(fonts.pointee.fonts[index], FC_FAMILY, 0, &family)
      if status == FcResultMatch, let family { names.insert(String(cString: family)) }
    }
    return names
  }
}
