import Activations

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

  /// A line of the shell.
  init(command: String, _ type: FloatType, patience: Double) {
    (name, self.type, self.patience) = (command, type, patience)
    arguments = ["/bin/sh", "-c", command]
  }

  /// The same with less patience, to find out where it hangs.
  func waiting(_ seconds: Double) -> Program {
    Program(self, patience: min(patience, seconds))
  }

  private init(_ program: Program, patience: Double) {
    (name, arguments, type) = (program.name, program.arguments, program.type)
    self.patience = patience
  }
}
