/// The regular files that this run has opened to read, so that no result is written over them.
///
/// It belongs to the process: whatever reads a file, by whatever way, notes it when it opens it.
enum FilesRead {
  /// Nil until the command begins: a test that reads and writes in many threads keeps none.
  private nonisolated(unsafe) static var identities: Set<FileIdentity>?

  private nonisolated(unsafe) static var standardInputIsRead = false

  /// Begins to take note, before anything is read.
  static func begin() { identities = [] }

  /// Notes that standard input is read; a `Failure` (64) where it was before, so that nothing is left of it.
  static func noteStandardInput() throws(Failure) {
    guard identities != nil else { return }
    guard !standardInputIsRead else {
      throw Failure(.usage, "Standard input can be read once only, but '-' is given twice.")
    }
    standardInputIsRead = true
  }

  /// Notes what a descriptor reads.
  static func note(_ descriptor: Int32) {
    guard identities != nil, let status = try? Platform.status(ofDescriptor: descriptor),
      status.kind == .regular
    else { return }
    identities?.insert(status.identity)
  }

  static func contains(_ identity: FileIdentity) -> Bool {
    identities?.contains(identity) ?? false
  }
}
