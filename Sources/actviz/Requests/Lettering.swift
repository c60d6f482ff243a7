import Activations
import CairoBackend
import FigureSpecification

/// In which letters a figure's texts are set, in plain values.
struct Lettering: Equatable {
  /// The font family; what figures prefer where nil.
  var font: String?
  /// How an SVG holds texts.
  var svgText = SVGTextForm.outlines
  /// Where the font was asked for.
  private var place = Place.program

  init() {}

  /// The letters that settings ask for.
  ///
  /// Throws a `Problem`.
  init(_ settings: Settings) throws {
    font = try settings.value(Keys.font)
    svgText = settings[Keys.svgText] ? .text : .outlines
    place = settings.place(of: Keys.font) ?? .program
  }

  /// The measurer for the font that was asked for; a family that is not installed is a `Problem`.
  func measurer() throws -> CairoTextMeasurer {
    do {
      return try CairoTextMeasurer(family: font)
    } catch let unknown as UnknownFontFamily {
      throw Problem(Keys.font.name, at: place, unknown.sentence)
    }
  }
}

extension UnknownFontFamily {
  /// What is wrong, with up to three of the installed families that are spelt most alike.
  var sentence: Sentence {
    let key = Keys.font.name
    guard !installed.isEmpty else {
      return "\(key) is '\(name)', but no font is installed; one is in Debian's fonts-dejavu-core."
    }
    let names = alike.map { "'\($0)'" }
    guard !name.isEmpty, names.count > 1 else {
      return "\(key) needs the name of an installed family, such as \(names[0]), not '\(name)'."
    }
    let list = names.dropLast().joined(separator: ", ") + " and \(names[names.count - 1])"
    return "\(key) is '\(name)', which is no installed family; the nearest are \(list)."
  }

  /// The families that are spelt most alike, or of which the name is a part; the nearest first.
  private var alike: [String] {
    let wanted = name.lowercased()
    var spelt: [String: String] = [:]
    for family in installed where spelt[family.lowercased()] == nil {
      spelt[family.lowercased()] = family
    }
    let ranked = spelt.keys.map { key in
      (key: key, isPart: key.contains(wanted), edits: NearestName.edits(wanted, key))
    }
    let nearest = ranked.sorted { a, b in
      if a.isPart != b.isPart { return a.isPart }
      return (a.edits, a.key) < (b.edits, b.key)
    }
    return nearest.prefix(3).compactMap { spelt[$0.key] }
  }
}
