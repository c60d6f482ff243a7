import Foundation
import Testing

/// The built command, run as a user runs it.
enum Binary {
  struct Run {
    var status: Int32
    var output: Data
    var error: String
    var text: String { String(decoding: output, as: UTF8.self) }
  }

  /// Whether nothing may be skipped for what is not installed: `Scripts/bootstrap tests` has run.
  static let isCI = ProcessInfo.processInfo.environment["CI"] != nil

  /// The command beside the test bundle that runs.
  static var path: String {
    get throws {
      let folder = URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent()
      let candidates = [
        folder, Bundle.main.bundleURL, Bundle.main.bundleURL.deletingLastPathComponent(),
      ]
      .map { $0.appendingPathComponent("actviz").path }
      return try #require(candidates.first { FileManager.default.isExecutableFile(atPath: $0) })
    }
  }

  /// Runs the command in a folder; `input` is its standard input.
  static func run(_ arguments: [String], in folder: String, input: String = "") throws -> Run {
    try runExecutable(path, arguments, in: folder, input: input)
  }

  /// Runs a line of shell in which `$actviz` is the command.
  static func shell(_ line: String, in folder: String) throws -> Run {
    try runExecutable(
      "/bin/bash", ["-c", "actviz='\(path)'; \(line)"], in: folder, input: "")
  }

  private static func runExecutable(
    _ executable: String, _ arguments: [String], in folder: String, input: String
  ) throws -> Run {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: executable)
    process.arguments = arguments
    // Whoever runs the tests may have defaults of his own.
    process.environment = ProcessInfo.processInfo.environment.merging(
      ["XDG_CONFIG_HOME": "/dev/null"]) { $1 }
    process.currentDirectoryURL = URL(fileURLWithPath: folder)
    let files = try ["in", "out", "err"].map { name in
      let url = FileManager.default.temporaryDirectory
        .appendingPathComponent("actviz-test-\(UUID().uuidString).\(name)")
      try Data(name == "in" ? input.utf8 : "".utf8).write(to: url)
      return url
    }
    defer { for file in files { try? FileManager.default.removeItem(at: file) } }
    process.standardInput = try FileHandle(forReadingFrom: files[0])
    process.standardOutput = try FileHandle(forWritingTo: files[1])
    process.standardError = try FileHandle(forWritingTo: files[2])
    try process.run()
    process.waitUntilExit()
    return Run(
      status: process.terminationReason == .exit ? process.terminationStatus : -1,
      output: try Data(contentsOf: files[1]),
      error: String(decoding: try Data(contentsOf: files[2]), as: UTF8.self))
  }
}
