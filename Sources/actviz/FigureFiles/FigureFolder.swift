/// The folder of a figure file: what other files it names lie there.
struct FigureFolder {
  /// The path up to its last slash; empty for the working folder.
  private let path: String

  /// The folder of a file.
  init(of file: String) {
    path = file.lastIndex(of: "/").map { String(file[...$0]) } ?? ""
  }

  /// The path of a file that is named there.
  func path(of name: String) -> String {
    name.hasPrefix("/") || name == "-" ? name : path + name
  }

  /// A file's name without its folder and extension.
  static func stem(of file: String) -> String {
    let name = file.split(separator: "/").last ?? "figure"
    let stem = name.lastIndex(of: ".").map { name[..<$0] } ?? name
    return stem.isEmpty || stem == "-" ? "figure" : String(stem)
  }
}
