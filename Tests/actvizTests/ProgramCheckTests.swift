import Activations
import Foundation
import Testing

/// Programs that are asked for their values, and what is told where they give none.
@Suite struct ProgramCheckTests {
  /// A program in bf16 that answers with its input, but does something at −3.5.
  private static func script(_ what: String) -> String {
    """
    import os, sys, time
    while data := sys.stdin.buffer.read(4096):
        if b"\\x60\\xc0" in [data[i : i + 2] for i in range(0, len(data), 2)]:
            \(what)
        sys.stdout.buffer.write(data)
    """
  }

  private static func check(
    _ function: String, _ arguments: String, program: String, named name: String = "k.py"
  ) throws -> (run: Binary.Run, json: [String: Any]) {
    let folder = try TemporaryFolder()
    try folder.write(program, to: name)
    let run = try Binary.shell(
      "$actviz check \(function) \(arguments) --report json", in: folder.path)
    let json = run.output.isEmpty ? [:] : try JSONSerialization.jsonObject(with: run.output)
    return (run, try #require(json as? [String: Any]))
  }

  @Test func theAdapterOfTheDocumentationWorks() throws {
    try #require(
      (try Binary.shell("python3 -c 'import numpy'", in: "/").status) == 0 || Binary.isCI)
    let page = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("../../Documentation/kernels.md")
    let text = try String(contentsOf: page, encoding: .utf8)
    let adapter = try #require(text.components(separatedBy: "```python\n").dropFirst().first)
    let (run, json) = try Self.check(
      "silu", "--run 'python3 -W ignore k.py' --dtype f32 --sample 20000 --x-range -20:20",
      program: try #require(adapter.components(separatedBy: "```").first))
    #expect(run.status == 0 && run.error.isEmpty, "\(run.error)")
    #expect(json["rows"] as? Int ?? 0 >= 20_000)
    let worst = try #require((json["worst"] as? [String: Any])?["ulp"] as? Double)
    #expect((0.5...4).contains(worst))
    #expect(json["fault"] is NSNull)
  }

  @Test(arguments: [
    ("os.kill(os.getpid(), 11)", "was ended by signal 11 (segmentation fault)"),
    ("raise ValueError('odd')", "ended with status 1"), ("sys.exit(0)", "ended with status 0"),
    ("time.sleep(100)", "did nothing for 1 s"), ("data = data[2:]", "ended with status 0"),
  ])
  func theInputAtWhichAProgramFailsIsFound(what: String, told: String) throws {
    let (run, json) = try Self.check(
      "identity", "--run 'python3 k.py' --dtype bf16 --timeout 1 --x-range -5:5",
      program: Self.script(what))
    #expect(run.status == 65)
    #expect(run.error.hasPrefix("Error: 'python3 k.py' \(told) at x = -3.5 (bits 0xc060)"))
    #expect(run.error.split(separator: "\n").count == 1)
    if what.hasPrefix("raise") { #expect(run.error.hasSuffix("it said: ValueError: odd.\n")) }
    let fault = try #require(json["fault"] as? [String: Any])
    #expect(fault["bits"] as? String == "0xc060")
    #expect((fault["sentence"] as? String).map { run.error.contains($0) } == true)
    #expect(json["rows"] as? Int ?? 0 > 10_000)
  }

  @Test func oneInputReproducesAFinding() throws {
    let (run, json) = try Self.check(
      "identity", "--run 'python3 k.py' --dtype bf16 --max-ulp 0 --at bits:0xc060",
      program: Self.script("data = b'\\0\\0'"))
    #expect(run.status == 1)
    let worst = try #require(json["worst"] as? [String: Any])
    #expect(worst["x"] as? Double == -3.5 && worst["y"] as? Double == 0)
  }

  @Test(arguments: [
    ("cat; printf abcd", 65, "wrote more values than it was given"),
    ("cat; exit 3", 65, "ended with status 3, though with all values"),
    ("nowhere-to-be-found", 66, "ended with status 127, after 0 of 65536 values; it said: "),
    ("head -c 1000", 65, "at none of them alone, after 500 of 65536 values"),
    ("cat >/dev/null", 65, "after 0 of 65536 values"), ("exec >&-; sleep 100", 65, "closed its"),
  ])
  func whatIsWrongWithAProgramIsSaid(command: String, status: Int32, told: String) throws {
    let folder = try TemporaryFolder()
    let run = try Binary.run(
      ["check", "identity", "--run", command, "--dtype", "bf16", "-q", "--timeout", "5"],
      in: folder.path)
    #expect(run.status == status)
    #expect(run.error.contains(told), "\(run.error)")
    #expect(run.error.hasPrefix("Error: '\(command)' ") && run.output.isEmpty)
  }

  @Test(arguments: [
    ("relu", "--run cat", "'cat' needs --dtype"),
    ("relu", "--run cat --dtype f32 --all --sample 5", "both choose the inputs"),
    ("relu", "--run cat --dtype f64 --all", "more than can be waited for"),
    ("relu", "--run cat --dtype bf16 --at bits:0x12345", "no bit pattern of bf16"),
    ("relu", "--run cat --dtype bf16 --at bits:3f80", "no bit pattern of bf16"),
    ("relu", "--run cat --dtype bf16 --at bits:0x3f80 --x-range 0:1", "has no meaning"),
    ("relu", "--run cat --dtype bf16 --x-range 1.001:1.002", "No bf16 value lies in"),
    ("relu", "--run cat --dtype bf16 --timeout 0", "number of seconds above 0"),
    ("relu", "--run cat --dtype bf16 --stride 0", "whole number from 1"),
    ("swiglu", "--run cat --dtype bf16", "a function of x alone"),
    ("relu", "a.csv --all", "is for a program or a library"),
  ])
  func wrongRequestsAreRefused(function: String, arguments: String, told: String) throws {
    let folder = try TemporaryFolder()
    let run = try Binary.shell("$actviz check \(function) \(arguments)", in: folder.path)
    #expect(run.status == 64 && run.output.isEmpty)
    #expect(run.error.contains(told), "\(run.error)")
    #expect(run.error.split(separator: "\n").count == 1)
  }

  @Test func aProgramMayReadAllBeforeItWrites() throws {
    let folder = try TemporaryFolder()
    let run = try Binary.shell(
      "$actviz check identity --run 'cat > a; cat a' --dtype f32 --stride 2000 --max-ulp 0",
      in: folder.path)
    #expect(run.status == 0, "\(run.error)")
    #expect(run.text.contains("in f32: 2147484 rows"))
  }

  @Test func whatAProgramStartsEndsWithIt() throws {
    let folder = try TemporaryFolder()
    let run = try Binary.shell(
      """
      $actviz check identity --run 'sleep 77 & echo $! > pid; sleep 78' --dtype bf16 --timeout 0.3 -q --at bits:0x3f80
      sleep 0.1; echo "$(grep -c 'State:.[RSD]' /proc/$(cat pid)/status 2> errors) runs"
      """, in: folder.path)
    #expect(run.error.contains("did nothing for 0.3 s at x = 1 (bits 0x3f80)"))
    #expect(run.text.hasPrefix("0 runs") || run.text.hasPrefix(" runs"))
  }

  @Test func anInterruptEndsWithTheReportOfWhatWasSeen() throws {
    let folder = try TemporaryFolder()
    let run = try Binary.shell(
      """
      run() {
        # A shell has what it runs beside itself ignore an interrupt, and a thread of a test hands on that it blocks it.
        exec python3 -c 'import os, signal, sys; signal.signal(2, signal.SIG_DFL); signal.pthread_sigmask(signal.SIG_UNBLOCK, [2])
      os.execvp(sys.argv[1], sys.argv[1:])' "$@"
      }
      run $actviz check identity --run 'head -c 40000; touch begun; sleep 100' --dtype bf16 > report &
      while [ ! -e begun ]; do sleep 0.05; done; sleep 0.3; kill -INT $!; wait $!; echo "status $?"
      """, in: folder.path)
    #expect(run.text == "status 130\n")
    #expect(try folder.text(of: "report").contains("in bf16: 20000 rows"))
    #expect(run.error.contains("was interrupted, after 20000 of 65536 values"))
  }
}
