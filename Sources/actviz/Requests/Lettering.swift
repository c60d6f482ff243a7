import Activations
import CairoBackend

/// In which letters a figure's texts are set, in plain values.
struct Lettering: Equatable {
  /// The font family; what figures prefer where nil.
  var font: String?
  /// How an SVG holds texts.
  var svgText = SVGTextForm.outlines

  /// The measurer for the font that was asked for; a family that is not installed is a usage error.
  func measurer() throws -> CairoTextMeasurer {
    do {
      return try CairoTextMeasurer(family: font)
    } catch let unknown as UnknownFontFamily {
      throw Failure(.usage, unknown.sentence)
    }
  }
}

extension UnknownFontFamily {
  /// What is wrong, with up to three of the installed families that are spelt most alike.
  var sentence: String {
    guard !installed.isEmpty else {
      return "--font is '\(name)', but no font is installed; one is in Debian's fonts-dejavu-core."
    }
    let names = alike.map { "'\($0)'" }
    guard !name.isEmpty, names.count > 1 else {
      return "--font needs the name of an installed family, such as \(names[0]), not '\(name)'."
    }
    let list = names.dropLast().joined(separator: ", ") + " and \(names[names.count - 1])"
    return "--font is '\(name)', which is no installed family; the nearest are \(list)."
  }

  /// The families that are spelt most alike, or of which the name is a part; the nearest first.
  private var alike: [String] {
    let wanted = name.lowercased()
    var spelt: [String: String] = [:]
    for family in installed where spelt[family.lowercased()] == nil {
      spelt[family.lowercased()] = family
    }
    let ranked = spelt.keys.map { key in
      (key: key, isPart: key.contains(wanted), edits: editDistance(wanted, key))
    }
    let nearest = ranked.sorted { a, b in
      if a.isPart != b.isPart { return a.isPart }
      return (a.edits, a.key) < (b.edits, b.key)
    }
    return nearest.prefix(3).compactMap { spelt[$0.key] }
  }
}
