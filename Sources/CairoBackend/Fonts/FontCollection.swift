import CCairo

/// Owns the list of the fonts that are installed.
///
/// A family that draws α, ′ and − well is preferred to what the system's fontconfig calls sans-serif, so that a
/// figure looks the same on most machines. That also spares reading the system's forty configuration files, which
/// take longer than drawing an SVG. Whoever sets `FONTCONFIG_FILE` or `FONTCONFIG_PATH` decides instead.
final class FontCollection {
  /// The families in order of preference; they are on nearly every Linux desktop and in its containers.
  static let preferredFamilies = ["DejaVu Sans", "Liberation Sans", "Noto Sans", "FreeSans"]

  /// All fonts, in no order that could be relied on.
  let fonts: [FontPattern]
  /// Whether the system's configuration says which font to take.
  let isConfigured: Bool
  private let configuration: OpaquePointer
  private var sorted: [CJKLanguage?: [FontPattern]] = [:]
  private var lists: [UnsafeMutablePointer<FcFontSet>] = []

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

  /// Takes over a configuration.
  private init(_ configuration: OpaquePointer, isConfigured: Bool) {
    self.configuration = configuration
    self.isConfigured = isConfigured
    var fonts: [FontPattern] = []
    for set in [FcSetSystem, FcSetApplication] {
      guard let list = FcConfigGetFonts(configuration, set) else { continue }
      fonts += FontCollection.patterns(list)
    }
    self.fonts = fonts
  }

  deinit {
    for list in lists { FcFontSetDestroy(list) }
    FcConfigDestroy(configuration)
  }

  /// The fonts in the usual places; nil where the system's configuration is to be asked.
  static func usual() -> FontCollection? {
    if isChosen { return nil }
    return inPlaces(isConfigured: false)
  }

  /// The fonts as the system is configured; nil where fontconfig cannot be set up.
  ///
  /// Where there is no configuration at all, as on systems without fontconfig, those in the usual places, with no word about
  /// it. One that the environment names is missed aloud.
  static func configured() -> FontCollection? {
    guard let configuration = FcConfigCreate() else { return nil }
    // Without complaining, a missing file is a success that has read nothing.
    guard FcConfigParseAndLoad(configuration, nil, FcBool(isChosen ? 1 : 0)) != 0,
      hasRead(configuration)
    else {
      FcConfigDestroy(configuration)
      return inPlaces(isConfigured: true)
    }
    return built(configuration, isConfigured: true)
  }

  /// Whether a configuration came out of files.
  private static func hasRead(_ configuration: OpaquePointer) -> Bool {
    guard let files = FcConfigGetConfigFiles(configuration) else { return false }
    defer { FcStrListDone(files) }
    return FcStrListNext(files) != nil
  }

  /// Whether the environment says which configuration to take.
  static var isChosen: Bool {
    getenv("FONTCONFIG_FILE") != nil || getenv("FONTCONFIG_PATH") != nil
  }

  private static func inPlaces(isConfigured: Bool) -> FontCollection? {
    guard let configuration = FcConfigCreate() else { return nil }
    let text = Array(places.utf8) + [0]
    guard FcConfigParseAndLoadFromMemory(configuration, text, FcBool(1)) != 0 else {
      FcConfigDestroy(configuration)
      return nil
    }
    return built(configuration, isConfigured: isConfigured)
  }

  private static func built(_ configuration: OpaquePointer, isConfigured: Bool) -> FontCollection? {
    guard actviz_build_fonts(configuration) != 0 else {
      FcConfigDestroy(configuration)
      return nil
    }
    return FontCollection(configuration, isConfigured: isConfigured)
  }

  /// The regular face of a family by any of its names, in whatever case; nil where there is none.
  func regular(of family: String) -> FontPattern? {
    let wanted = family.lowercased()
    let faces = fonts.filter { $0.families.contains { $0.lowercased() == wanted } }
    return faces.filter(\.hasOutlines).min { FontCollection.isNearer($0, $1, slant: 0) }
  }

  /// The regular face of the first preferred family that is installed.
  func preferred() -> FontPattern? {
    for family in FontCollection.preferredFamilies {
      let faces = fonts.filter { $0.isOf(family: family) && $0.hasOutlines }
      if let face = faces.min(by: { FontCollection.isNearer($0, $1, slant: 0) }) { return face }
    }
    return nil
  }

  /// The face beside a regular one that leans by design.
  func oblique(of regular: FontPattern) -> FontPattern? {
    let family = regular.family
    let faces = fonts.filter { $0.isOf(family: family) && $0.slant > 0 && $0.hasOutlines }
    return faces.filter { $0.distanceFromRegular <= regular.distanceFromRegular }
      .min { FontCollection.isNearer($0, $1, slant: Int(FC_SLANT_OBLIQUE)) }
  }

  /// The heavy face beside a regular one, leaning by design or upright; nil where the family has none.
  func bold(of regular: FontPattern, isItalic: Bool) -> FontPattern? {
    let family = regular.family
    let faces = fonts.filter {
      $0.isOf(family: family) && ($0.slant > 0) == isItalic && $0.hasOutlines
    }
    return faces.filter { $0.distanceFromBold == 0 }
      .min { ($0.place.file, $0.place.index) < ($1.place.file, $1.place.index) }
  }

  /// What the configuration takes for a family, which may be a generic one such as `serif`.
  func match(_ family: String) -> FontPattern? {
    ranked(family, language: nil, isWhole: false).first
  }

  /// The fonts that have a character, the best first.
  func fonts(having character: Unicode.Scalar, language: CJKLanguage?) -> [FontPattern] {
    if isConfigured {
      let order = sorted[language] ?? ranked("sans-serif", language: language, isWhole: true)
      sorted[language] = order
      return order.filter { $0.has(character) && $0.hasOutlines }
    }
    let having = fonts.filter { $0.has(character) && $0.hasOutlines }
    return having.map { (font: $0, rank: FallbackRank($0, language: language)) }
      .sorted { $0.rank < $1.rank }.map(\.font)
  }

  /// The pattern that Cairo loads a face by; the caller owns it.
  func prepared(_ font: FontPattern) -> OpaquePointer? {
    guard let request = FcPatternCreate() else { return nil }
    defer { FcPatternDestroy(request) }
    return FcFontRenderPrepare(configuration, request, font.handle)
  }

  private func ranked(_ family: String, language: CJKLanguage?, isWhole: Bool) -> [FontPattern] {
    guard let request = FcPatternCreate() else { return [] }
    defer { FcPatternDestroy(request) }
    FcPatternAddString(request, FC_FAMILY, family)
    if let language { FcPatternAddString(request, FC_LANG, language.rawValue) }
    FcPatternAddBool(request, FC_OUTLINE, FcBool(1))
    FcConfigSubstitute(configuration, request, FcMatchPattern)
    FcDefaultSubstitute(request)
    var result = FcResultMatch
    guard let list = FcFontSort(configuration, request, FcBool(0), nil, &result) else { return [] }
    lists.append(list)
    return FontCollection.patterns(list)
  }

  private static func patterns(_ list: UnsafeMutablePointer<FcFontSet>) -> [FontPattern] {
    (0..<Int(list.pointee.nfont)).compactMap { list.pointee.fonts[$0].map(FontPattern.init) }
  }

  private static func isNearer(_ a: FontPattern, _ b: FontPattern, slant: Int) -> Bool {
    let distances = [a, b].map { $0.distanceFromRegular + abs($0.slant - slant) }
    if distances[0] != distances[1] { return distances[0] < distances[1] }
    return (a.family, a.place.file, a.place.index) < (b.family, b.place.file, b.place.index)
  }
}
