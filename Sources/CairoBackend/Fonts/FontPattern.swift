import CCairo

/// A font as fontconfig lists it, valid as long as the ``FontCollection`` that it is from.
struct FontPattern {
  /// Fontconfig's handle.
  let handle: OpaquePointer

  /// The first of its family names.
  var family: String { string(FC_FAMILY) ?? "" }

  /// All names of its family: in several languages, and with its width or weight.
  var families: [String] {
    var names: [String] = []
    while let name = string(FC_FAMILY, names.count) { names.append(name) }
    return names
  }

  /// The file it is in, and its number there.
  var place: (file: String, index: Int) { (string(FC_FILE) ?? "", integer(FC_INDEX) ?? 0) }

  /// Whether it is drawn by outlines in one colour, as all formats can show them.
  var hasOutlines: Bool { flag(FC_OUTLINE) && !flag(FC_COLOR) }

  /// The degree of its lean: 0 where it is upright.
  var slant: Int { integer(FC_SLANT) ?? 0 }

  /// How far it is from an upright or leaning face of normal weight and width; 0 for that face itself.
  var distanceFromRegular: Int { distance(fromWeight: FC_WEIGHT_REGULAR) }

  /// How far it is from a face of bold weight and normal width.
  var distanceFromBold: Int { distance(fromWeight: FC_WEIGHT_BOLD) }

  private func distance(fromWeight weight: Int32) -> Int {
    // A range instead of a number is a variable font, which is listed by its named instances too.
    abs((integer(FC_WEIGHT) ?? 1000) - Int(weight))
      + abs((integer(FC_WIDTH) ?? 1000) - Int(FC_WIDTH_NORMAL)) + (flag(FC_VARIABLE) ? 500 : 0)
  }

  /// Whether it has a glyph for the character.
  func has(_ character: Unicode.Scalar) -> Bool {
    guard let characters else { return false }
    return FcCharSetHasChar(characters, character.value) != 0
  }

  /// The characters that it has glyphs for.
  var characters: OpaquePointer? {
    var set: OpaquePointer?
    let status = FcPatternGetCharSet(handle, FC_CHARSET, 0, &set)
    return status == FcResultMatch ? set : nil
  }

  /// Whether its first family name is this one; quick, as it makes no Swift string.
  func isOf(family name: String) -> Bool {
    var family: UnsafeMutablePointer<FcChar8>?
    guard FcPatternGetString(handle, FC_FAMILY, 0, &family) == FcResultMatch, let family else {
      return false
    }
    return name.withCString { wanted in
      family.withMemoryRebound(to: CChar.self, capacity: 1) { strcmp($0, wanted) == 0 }
    }
  }

  private func string(_ key: String, _ index: Int = 0) -> String? {
    var value: UnsafeMutablePointer<FcChar8>?
    guard FcPatternGetString(handle, key, Int32(index), &value) == FcResultMatch, let value
    else { return nil }
    return String(cString: value)
  }

  private func integer(_ key: String) -> Int? {
    var value: Int32 = 0
    return FcPatternGetInteger(handle, key, 0, &value) == FcResultMatch ? Int(value) : nil
  }

  private func flag(_ key: String) -> Bool {
    var value = FcBool(0)
    return FcPatternGetBool(handle, key, 0, &value) == FcResultMatch && value != 0
  }
}
