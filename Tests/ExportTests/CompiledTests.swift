import Activations
import Formulas
import Foundation
import Testing

@testable import Export

/// Code that is compiled and run for real; `measure-code` does so for the whole catalogue.
@Suite struct CompiledTests {
  private let points: [Double] = [
    -700, -103.5, -88, -20.25, -5, -1.25, -0.75, -1e-30, 0, 1e-40, 0.5, 1, 3.75, 12, 90, 1e30,
  ]

  @Test(arguments: ["gelu", "silu", "mish", "softplus", "hardswish"])
  func compiledCGivesWhatWasMeasured(_ name: String) throws {
    let function = try FunctionReference(parsing: name).functions()[0]
    let written = try WrittenFunction(function, .f32, quantities: [.f, .df])
    let source = SourceFile(written, in: .c, named: "act", command: "test", version: "1").text
    let values = try run(source)
    for (place, part) in written.parts.enumerated() {
      let expected = part.code.values(of: part.result, at: points)
      for (index, x) in points.enumerated() {
        let error = FloatType.f32.ulps(of: values[place][index], from: expected[index]).magnitude
        #expect(error <= 3, "\(name) \(place) at \(x): \(values[place][index]), \(expected[index])")
      }
    }
  }

  @Test(arguments: ["gelu", "mish", "golu"])
  func compilersThatMayContractDoNot(_ name: String) throws {
    let function = try FunctionReference(parsing: name).functions()[0]
    let written = try WrittenFunction(function, .f32, quantities: [.f, .df])
    let source = SourceFile(written, in: .c, named: "act", command: "test", version: "1").text
    let expected = try run(source, ["-O2", "-ffp-contract=off"])
    #expect(try run(source, ["-O3", "-march=native"]) == expected)
  }

  /// The values of act and act_df at the points, as C has them.
  private func run(_ source: String, _ options: [String] = ["-O2"]) throws -> [[Double]] {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("actviz-code-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let list = points.map { "\($0)f" }.joined(separator: ", ")
    let program =
      source + """

        #include <stdio.h>
        int main(void) {
          const float x[] = {\(list)};
          for (int i = 0; i < \(points.count); i++) printf("%.9g %.9g\\n", act(x[i]), act_df(x[i]));
        }
        """
    let file = folder.appendingPathComponent("act.c")
    try program.write(to: file, atomically: true, encoding: .utf8)
    let binary = folder.appendingPathComponent("act")
    let flags = ["-std=gnu11", "-Wall", "-Wextra", "-Werror"] + options
    _ = try output(of: ["cc"] + flags + [file.path, "-o", binary.path, "-lm"])
    let lines = try output(of: [binary.path]).split(separator: "\n")
    let rows = lines.map { $0.split(separator: " ").compactMap { Double($0) } }
    return [rows.map { $0[0] }, rows.map { $0[1] }]
  }

  private func output(of command: [String]) throws -> String {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = command
    let pipe = Pipe()
    process.standardOutput = pipe
    try process.run()
    let data = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    try #require(process.terminationStatus == 0)
    return String(decoding: data, as: UTF8.self)
  }
}
