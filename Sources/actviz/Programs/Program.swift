import Activations
import CProcess

/// A program that computes values: little-endian numbers on its standard input, as many on its standard output.
struct Program: Sendable {
  /// What it is called: the command, or the library with its function.
  let name: String
  /// What is started.
  let arguments: [String]
  /// The type of the numbers, in and out.
  let type: FloatType
  /// After so many seconds in which it neither takes nor gives a byte it hangs.
  let patience: Double
  /// Whether it is the runner that calls a library.
  let isLibrary: Bool

  /// A line of the shell.
  init(command: String, _ type: FloatType, patience: Double) {
    (name, self.type, self.patience) = (command, type, patience)
    arguments = ["/bin/sh", "-c", command]
    isLibrary = false
  }

  /// A function of a shared library, called by the runner that stands beside this program, or is found along PATH.
  init(_ function: LibraryFunction, _ type: FloatType, patience: Double) {
    (name, self.type, self.patience) = (function.name, type, patience)
    let folder = Self.ownPath.map(OutputFile.folder)
    let runner = folder.map { $0 + "/actviz-runner" } ?? ""
    let isBeside = (try? Platform.status(of: runner))?.kind == .regular
    arguments = [isBeside ? runner : "actviz-runner"] + function.arguments(type)
    isLibrary = true
  }

  private static var ownPath: String? {
    withUnsafeTemporaryAllocation(of: CChar.self, capacity: 1 << 12) { path in
      guard let start = path.baseAddress, process_executable_path(start, path.count) == 0 else {
        return nil
      }
      return String(cString: start)
    }
  }

  /// The same with less patience, to find out where it hangs.
  func waiting(_ seconds: Double) -> Program {
    Program(self, patience: min(patience, seconds))
  }

  private init(_ program: Program, patience: Double) {
    (name, arguments, type) = (program.name, program.arguments, program.type)
    isLibrary = program.isLibrary
    self.patience = patience
  }
}
