/// The places that the results of a run go to: no two at one, and none where something is read.
struct OutputPlaces {
  /// A name in a folder, or a file that is there: however a path is spelt.
  private enum Place: Equatable {
    case name(String, folder: FileIdentity)
    case file(FileIdentity)
    case standardOutput
  }

  /// The paths, as they were given, by their places.
  private var paths: [(place: Place, path: String)] = []

  /// Takes a file's place, or throws a `Failure` (64).
  mutating func claim(_ file: OutputFile) throws(Failure) {
    var places: [Place] = []
    if let existing = file.existing {
      // A device holds nothing that could be lost.
      guard existing.kind != .characterDevice else { return }
      places.append(.file(existing.identity))
      try Self.checkUnread(existing.identity, "'\(file.path)' is")
    }
    if let folder = try? Platform.status(of: OutputFile.folder(of: file.place)) {
      places.append(.name(OutputFile.name(of: file.place), folder: folder.identity))
    }
    try claim(places, "'\(file.path)'")
  }

  /// Takes standard output, and the file that it may have been led to.
  mutating func claimStandardOutput() throws(Failure) {
    var places = [Place.standardOutput]
    if let status = try? Platform.status(ofDescriptor: 1), status.kind == .regular {
      // What is read again as it grows would never end.
      try Self.checkUnread(status.identity, "Standard output goes to a file that is")
      places.append(.file(status.identity))
    }
    try claim(places, "standard output")
  }

  private mutating func claim(_ places: [Place], _ name: String) throws(Failure) {
    for place in places {
      if let other = paths.first(where: { $0.place == place })?.path {
        throw Failure(
          .usage,
          other == name
            ? "Two results go to \(name); give each a file of its own."
            : "\(other) and \(name) are one file; give each result its own.")
      }
    }
    paths += places.map { ($0, name) }
  }

  private static func checkUnread(_ identity: FileIdentity, _ subject: String) throws(Failure) {
    guard !FilesRead.contains(identity) else {
      throw Failure(.usage, "\(subject) being read; write the result to another file.")
    }
  }
}
