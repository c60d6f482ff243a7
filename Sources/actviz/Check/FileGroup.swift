/// Files that are checked as one: one of x and y, or an npy of x and one of the values.
struct FileGroup {
  let paths: [String]

  /// What titles call it.
  var shortName: String { paths.map(PairFile.shortName).joined(separator: " ") }

  /// Opens what is in it.
  func open(_ reading: PairReading) throws(Failure) -> PairFile {
    paths.count == 1
      ? try PairFile(opening: paths[0], reading) : try PairFile(joining: paths, reading)
  }

  /// The files that belong together: npy files of one column each, x before y, or x, y and z; raw files where there are several.
  ///
  /// Where the files of a group are called x, y and z, their names tell which is which. Throws a `Failure`: 66 where one cannot
  /// be read, 65 where a column stands alone.
  static func groups(of paths: [String], ofTwoVariables: Bool, areRaw: Bool) throws(Failure)
    -> [FileGroup]
  {
    let wanted = ofTwoVariables ? ["x", "y", "z"] : ["x", "y"]
    var (groups, columns) = ([FileGroup](), [String]())
    for path in paths {
      if try areRaw ? paths.count > 1 : isColumn(path) {
        columns.append(path)
        if columns.count == wanted.count {
          groups.append(FileGroup(paths: ordered(columns, wanted)))
          columns = []
        }
        continue
      }
      guard columns.isEmpty else { throw alone(columns, wanted) }
      groups.append(FileGroup(paths: [path]))
    }
    guard columns.isEmpty else { throw alone(columns, wanted) }
    return groups
  }

  /// Whether a path leads to an npy file with one column.
  private static func isColumn(_ path: String) throws(Failure) -> Bool {
    // What can be read once only is opened where it is read.
    guard path != "-", (try? Platform.status(of: path))?.kind == .regular else { return false }
    var input = try ByteInput(opening: path)
    try input.fill(NpyHeader.magic.count)
    guard input.buffer[input.pending].starts(with: NpyHeader.magic) else { return false }
    return try NpyArray(&input, nil, bitsOf: nil).isColumn
  }

  private static func ordered(_ paths: [String], _ wanted: [String]) -> [String] {
    let stems = paths.map { FigureFolder.stem(of: $0).lowercased() }
    guard Set(stems) == Set(wanted) else { return paths }
    return wanted.compactMap { name in stems.firstIndex(of: name).map { paths[$0] } }
  }

  private static func alone(_ columns: [String], _ wanted: [String]) -> Failure {
    let ending = columns[0].lastIndex(of: ".").map { columns[0][$0...] } ?? ""
    let all = wanted.map { "\($0)\(ending)" }.joined(separator: " ")
    let names = columns.map { "'\($0)'" }.joined(separator: " and ")
    let (verb, what) = columns.count == 1 ? ("has", "one column") : ("have", "one column each")
    return Failure(
      .data, "\(names) \(verb) \(what); give \(wanted.count) such files, \(all), or one of rows.")
  }
}
