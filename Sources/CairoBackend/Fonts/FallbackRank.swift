/// How well a font stands in for one that lacks a character; the least is the best.
///
/// Fontconfig's own order ties where nothing is configured, and then depends on the order of files on the disk.
struct FallbackRank: Comparable {
  private let parts: [Int]
  private let name: (family: String, file: String, index: Int)

  /// Ranks a font: the families that figures prefer, then sans-serif ones, in the language's shapes.
  init(_ font: FontPattern, language: CJKLanguage?) {
    let family = font.family
    let preferred = FontCollection.preferredFamilies
    parts = [
      preferred.firstIndex(of: family) ?? preferred.count, FallbackRank.kind(of: family),
      FallbackRank.distance(of: family, from: language), font.distanceFromRegular + font.slant,
    ]
    name = (family, font.place.file, font.place.index)
  }

  /// Whether the first is the better one.
  static func < (a: FallbackRank, b: FallbackRank) -> Bool {
    for (left, right) in zip(a.parts, b.parts) where left != right { return left < right }
    return a.name < b.name
  }

  /// Whether both are the same font.
  static func == (a: FallbackRank, b: FallbackRank) -> Bool {
    a.parts == b.parts && a.name == b.name
  }

  /// 0 for sans-serif, 1 for unknown, 2 for serif, 3 for fixed width: names tell more reliably than the tables.
  private static func kind(of family: String) -> Int {
    let name = family.lowercased()
    func has(_ parts: String...) -> Bool { parts.contains { name.contains($0) } }
    if has("mono", "code", "courier", "typewriter") { return 3 }
    if has("sans", "gothic", "hei") { return 0 }
    return has("serif", "ming", "mincho", "song", "batang", "roman", "times") ? 2 : 1
  }

  /// 0 for a family that is drawn for the language, 1 for one that does not say, 2 for another language's.
  private static func distance(of family: String, from language: CJKLanguage?) -> Int {
    guard let language, let suffix = family.split(separator: " ").last.map(String.init) else {
      return 1
    }
    if language.suffixes.contains(suffix) { return 0 }
    return CJKLanguage.allCases.contains { $0.suffixes.contains(suffix) } ? 2 : 1
  }
}
