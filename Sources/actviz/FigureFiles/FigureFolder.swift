/// The folder of a figure file: what other files it names lie there.
struct FigureFolder {
  /// The path up to its last slash; empty for the working folder.
  let path: String

  /// The folder of a file.
  init(of file: String) {
    path = file.lastIndex(of: "/").map { String(file[...$0]) } ?? ""
  }

  /// A document with its definitions written out.
  ///
  /// Throws a `Failure` (66) for a file that cannot be read.
  func inlined(_ document: FigureDocument) throws -> FigureDocument {
    try document.inlined { name in
      let isElsewhere = name.hasPrefix("/") || name == "-"
      return try ByteInput.text(of: isElsewhere ? name : path + name, upTo: FigureReader.largest)
        .text
    }
  }

  /// A file's name without its folder and extension.
  static func stem(of file: String) -> String {
    let name = file.split(separator: "/").last ?? "figure"
    let stem = name.lastIndex(of: ".").map { name[..<$0] } ?? name
    return stem.isEmpty || stem == "-" ? "figure" : String(stem)
  }
}
