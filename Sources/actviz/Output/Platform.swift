import CProcess

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A system call's error number.
struct SystemError: Error, Equatable {
  var code: Int32

  static let brokenPipe = SystemError(code: EPIPE)
  static let exists = SystemError(code: EEXIST)
  static let interrupted = SystemError(code: EINTR)
  static let missing = SystemError(code: ENOENT)
  static let wouldBlock = SystemError(code: EAGAIN)

  /// The system's words for it, such as `No space left on device`.
  var message: String {
    strerror(code).map { String(cString: $0) } ?? "error \(code)"
  }

  /// The error that the last failed call left behind.
  static var last: SystemError { SystemError(code: errno) }
}

/// A file itself, whatever its names.
struct FileIdentity: Hashable {
  private var device: UInt64
  private var number: UInt64

  fileprivate init(_ status: stat) {
    device = UInt64(truncatingIfNeeded: status.st_dev)
    number = UInt64(status.st_ino)
  }
}

/// What a path leads to.
struct FileStatus {
  enum Kind { case regular, folder, link, characterDevice, other }
  var kind: Kind
  var identity: FileIdentity
  /// In bytes.
  var size: Int
  var permissions: mode_t
  var owner: uid_t
  var group: gid_t

  fileprivate init(_ status: stat) {
    kind =
      switch status.st_mode & S_IFMT {
      case S_IFREG: .regular
      case S_IFDIR: .folder
      case S_IFLNK: .link
      case S_IFCHR: .characterDevice
      default: .other
      }
    identity = FileIdentity(status)
    size = Int(status.st_size)
    permissions = status.st_mode & 0o777
    owner = status.st_uid
    group = status.st_gid
  }
}

/// The system calls that the command makes, each as a Swift function that throws.
enum Platform {
  enum OpenMode {
    case read
    /// Writes to what is there already; creates nothing and shortens nothing.
    case writeExisting
  }

  static func open(_ path: String, _ mode: OpenMode) throws(SystemError) -> Int32 {
    let flags =
      switch mode {
      case .read: O_RDONLY
      case .writeExisting: O_WRONLY | O_NOCTTY
      }
    while true {
      let descriptor = openFile(path, flags | O_CLOEXEC)
      if descriptor >= 0 { return descriptor }
      let error = SystemError.last
      if error != .interrupted { throw error }
    }
  }

  static func close(_ descriptor: Int32) throws(SystemError) {
    // An interrupted close has closed on Linux; trying again could close someone else's file.
    if closeFile(descriptor) != 0, SystemError.last != .interrupted { throw .last }
  }

  /// Reads into a part of a buffer; returns how many bytes came, 0 at the end of the file.
  static func read(
    _ descriptor: Int32, into buffer: inout [UInt8], at part: Range<Int>
  ) throws(SystemError) -> Int {
    while true {
      let count = buffer.withUnsafeMutableBytes { bytes in
        let room = UnsafeMutableRawBufferPointer(rebasing: bytes[part])
        return readFile(descriptor, room.baseAddress, room.count)
      }
      if count >= 0 { return count }
      try waitOrThrow(.last, descriptor, for: Int16(POLLIN))
    }
  }

  /// Goes to a place in a file.
  static func seek(_ descriptor: Int32, to offset: Int) throws(SystemError) {
    guard lseek(descriptor, off_t(offset), SEEK_SET) >= 0 else { throw .last }
  }

  /// Writes every byte, however many calls that takes.
  static func writeAll(
    _ bytes: UnsafeRawBufferPointer, to descriptor: Int32
  ) throws(SystemError) {
    var rest = bytes
    while !rest.isEmpty {
      let count = writeFile(descriptor, rest.baseAddress, rest.count)
      if count >= 0 {
        rest = UnsafeRawBufferPointer(rebasing: rest[count...])
      } else {
        try waitOrThrow(.last, descriptor, for: Int16(POLLOUT))
      }
    }
  }

  /// Returns where the call is worth another try: at once, or when the descriptor is ready.
  private static func waitOrThrow(
    _ error: SystemError, _ descriptor: Int32, for events: Int16
  ) throws(SystemError) {
    if error == .interrupted { return }
    // A pipe that someone else made non-blocking is still to be written whole.
    guard error == .wouldBlock else { throw error }
    var wanted = pollfd(fd: descriptor, events: events, revents: 0)
    if poll(&wanted, 1, -1) < 0, SystemError.last != .interrupted { throw .last }
  }
}

// Inside `Platform`, the plain names mean its own functions.
private func openFile(_ path: String, _ flags: Int32) -> Int32 { open(path, flags) }
private func closeFile(_ descriptor: Int32) -> Int32 { close(descriptor) }
private func readFile(_ file: Int32, _ start: UnsafeMutableRawPointer?, _ count: Int) -> Int {
  read(file, start, count)
}
private func writeFile(_ file: Int32, _ start: UnsafeRawPointer?, _ count: Int) -> Int {
  write(file, start, count)
}

extension Platform {
  /// What a path leads to, past symbolic links.
  static func status(of path: String) throws(SystemError) -> FileStatus {
    var result = stat()
    guard stat(path, &result) == 0 else { throw .last }
    return FileStatus(result)
  }

  /// What a descriptor is open on.
  static func status(ofDescriptor descriptor: Int32) throws(SystemError) -> FileStatus {
    var result = stat()
    guard fstat(descriptor, &result) == 0 else { throw .last }
    return FileStatus(result)
  }

  /// What stands at a path itself, which may be a symbolic link.
  static func statusOfEntry(_ path: String) throws(SystemError) -> FileStatus {
    var result = stat()
    guard lstat(path, &result) == 0 else { throw .last }
    return FileStatus(result)
  }

  /// Where a symbolic link points; nil where that is not UTF-8.
  static func linkTarget(_ path: String) throws(SystemError) -> String? {
    var bytes = [CChar](repeating: 0, count: Int(PATH_MAX))
    let count = readlink(path, &bytes, bytes.count)
    guard count >= 0 else { throw .last }
    return String(validating: bytes[..<count], as: UTF8.self)
  }

  /// Whether the system would let this process write to what is at a path.
  static func checkWritable(_ path: String) throws(SystemError) {
    guard access(path, W_OK) == 0 else { throw .last }
  }

  /// Gives a new file the mode and the owner of the one that it replaces, as far as may be.
  static func adopt(_ status: FileStatus, by descriptor: Int32) {
    // Only root may give files away, and some file systems keep no modes: neither is worth failing.
    _ = fchown(descriptor, status.owner, status.group)
    _ = fchmod(descriptor, status.permissions)
  }

  /// Gives a file another place on the same file system, whatever is there.
  static func move(_ old: String, to new: String) throws(SystemError) {
    guard rename(old, new) == 0 else { throw .last }
  }

  static func remove(_ path: String) {
    unlink(path)
  }

  /// Makes a folder in one that is there.
  static func createFolder(_ path: String) throws(SystemError) {
    guard mkdir(path, 0o777) == 0 else { throw .last }
  }

  /// Removes a folder that is empty.
  static func removeFolder(_ path: String) {
    rmdir(path)
  }

  static func isTerminal(_ descriptor: Int32) -> Bool {
    isatty(descriptor) == 1
  }

  /// How many characters stand side by side on a terminal; nil where it does not tell.
  static func columns(ofTerminal descriptor: Int32) -> Int? {
    let columns = process_size_of_terminal(descriptor).columns
    return columns > 0 ? Int(columns) : nil
  }

  /// How many lines a terminal shows; nil where it does not tell.
  static func rows(ofTerminal descriptor: Int32) -> Int? {
    let rows = process_size_of_terminal(descriptor).rows
    return rows > 0 ? Int(rows) : nil
  }

  /// A second descriptor for the same file, so that closing it tells of delayed write errors.
  static func duplicate(_ descriptor: Int32) throws(SystemError) -> Int32 {
    let copy = dup(descriptor)
    guard copy >= 0 else { throw .last }
    return copy
  }

  /// Makes a write that cannot be an error rather than the end of the process.
  ///
  /// So is a pipe without a reader, and a file that grows beyond `ulimit -f`.
  static func makeFailedWritesErrors() {
    signal(SIGPIPE, SIG_IGN)
    signal(SIGXFSZ, SIG_IGN)
  }

  /// Sees to it that no file is opened as a standard stream that the caller has closed, and takes its text.
  ///
  /// What then reads standard input or writes to standard output is told of a bad descriptor, as it should be.
  static func occupyStandardDescriptors() {
    for (descriptor, flags) in [(0, O_WRONLY), (1, O_RDONLY), (2, O_RDONLY)] as [(Int32, Int32)]
    where fcntl(descriptor, F_GETFD) == -1 {
      // The lowest free descriptor is taken, which is this one.
      _ = openFile("/dev/null", flags)
    }
  }

  /// The arguments, the program's name before them, as bytes: they need not be UTF-8.
  ///
  /// Musl hands them to nobody but `main`; there Swift's own arguments have to do, which need /proc.
  static var arguments: [[UInt8]] {
    var count: Int32 = 0
    guard let start = process_arguments(&count) else {
      return CommandLine.arguments.map { Array($0.utf8) }
    }
    return UnsafeBufferPointer(start: start, count: Int(count)).map { argument in
      argument.map { Array(UnsafeRawBufferPointer(start: $0, count: strlen($0))) } ?? []
    }
  }

  static var processIdentifier: Int32 { getpid() }

  /// Ends the process.
  static func exit(_ status: Int32) -> Never {
    #if canImport(Glibc)
      Glibc.exit(status)
    #elseif canImport(Musl)
      Musl.exit(status)
    #else
      Darwin.exit(status)
    #endif
  }

  /// Makes a folder for temporary files, with a name of its own that begins as given; nobody removes it.
  static func makeTemporaryFolder(named name: String) throws(SystemError) -> String {
    let parent = environment("TMPDIR").flatMap { $0.isEmpty ? nil : $0 } ?? "/tmp"
    var path = Array("\(parent)/\(name)-XXXXXX".utf8CString)
    guard mkdtemp(&path) != nil else { throw .last }
    return String(decoding: path.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  /// The value of a variable of the environment.
  static func environment(_ name: String) -> String? { getenv(name).map { String(cString: $0) } }
}

extension Platform {
  /// Where a byte first stands in others; their count where it does not.
  static func firstIndex(of byte: UInt8, in bytes: UnsafeRawBufferPointer) -> Int {
    guard let start = bytes.baseAddress else { return 0 }
    return memchr(start, Int32(byte), bytes.count).map { UnsafeRawPointer($0) - start }
      ?? bytes.count
  }
}
