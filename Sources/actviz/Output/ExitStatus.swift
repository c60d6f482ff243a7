/// How a run of the command ends, as scripts see it; the numbers are those of BSD's sysexits.h.
enum ExitStatus: Int32, CaseIterable {
  /// Everything was done.
  case done = 0
  /// Everything was done, and what was checked is beyond its limit, or not all could be proved.
  case beyondLimit = 1
  /// The arguments are wrong.
  case usage = 64
  /// The input data is wrong.
  case data = 65
  /// An input file cannot be read.
  case noInput = 66
  /// An output file cannot be made.
  case cannotCreate = 73
  /// Writing failed after it began.
  case ioError = 74
  /// Ctrl-C ended it early; what was seen until then is told. As shells say of SIGINT.
  case interrupted = 130
}
