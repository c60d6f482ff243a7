import Foundation
import Testing

@testable import actviz

@Suite("Results arrive together or not at all")
struct OutputTransactionTests {
  @Test("Nothing is at its place before all is complete")
  func together() throws {
    let folder = try TemporaryFolder()
    try folder.write("old", to: "a")
    var outputs = OutputTransaction()
    try outputs.add("new a", to: Output(folder.path("a")))
    try outputs.add("new b", to: Output(folder.path("b")))
    #expect(try folder.text(of: "a") == "old")
    try outputs.commit()
    #expect(try folder.text(of: "a") == "new a")
    #expect(try folder.text(of: "b") == "new b")
    #expect(try folder.names() == ["a", "b"])
  }

  @Test("What is not committed leaves no trace")
  func discarded() throws {
    let folder = try TemporaryFolder()
    try folder.write("old", to: "a")
    do {
      var outputs = OutputTransaction()
      try outputs.add("new a", to: Output(folder.path("a")))
      #expect(throws: Failure.self) { try outputs.add("b", to: Output(folder.path("no/b"))) }
    }
    #expect(try folder.text(of: "a") == "old")
    #expect(try folder.names() == ["a"])
  }

  @Test("Where the last file cannot be moved to its place, the first is taken back")
  func takenBack() throws {
    let folder = try TemporaryFolder()
    try folder.write("old", to: "a", mode: 0o640)
    var outputs = OutputTransaction()
    for name in ["a", "new", "b"] { try outputs.add(name, to: Output(folder.path(name))) }
    // A folder gets in the way after b was complete.
    try FileManager.default.createDirectory(
      atPath: folder.path("b"), withIntermediateDirectories: false)
    let failure = try #require(throws: Failure.self) { try outputs.commit() }
    #expect(failure.status == .cannotCreate)
    #expect(try folder.text(of: "a") == "old")
    #expect(try folder.mode(of: "a") == 0o640)
    #expect(try folder.names() == ["a", "b"])
  }

  @Test(
    "Where a device fails, no file is touched",
    .enabled(if: FileManager.default.fileExists(atPath: "/dev/full")))
  func fullDevice() throws {
    let folder = try TemporaryFolder()
    try folder.write("old", to: "a")
    do {
      var outputs = OutputTransaction()
      try outputs.add("text", to: Output("/dev/full"))
      try outputs.add("new", to: Output(folder.path("a")))
      let failure = try #require(throws: Failure.self) { try outputs.commit() }
      #expect(failure.status == .ioError)
    }
    #expect(try folder.text(of: "a") == "old")
    #expect(try folder.names() == ["a"])
  }

  @Test("Two results at one place are refused, however it is spelt")
  func onePlace() throws {
    let folder = try TemporaryFolder()
    try FileManager.default.createDirectory(
      atPath: folder.path("sub"), withIntermediateDirectories: false)
    try folder.link("link", to: "a")
    try folder.link("here", to: ".")
    for other in ["a", "./a", "sub/../a", "link", "here/a"] {
      var outputs = OutputTransaction()
      try outputs.add("1", to: Output(folder.path("a")))
      let failure = try #require(throws: Failure.self) {
        try outputs.add("2", to: Output(folder.path(other)))
      }
      #expect(failure.status == .usage)
    }
    #expect(try folder.names() == ["here", "link", "sub"])
    var outputs = OutputTransaction()
    // Devices lose nothing.
    for _ in 0..<2 { try outputs.add("1", to: Output("/dev/null")) }
    try outputs.commit()
  }

  @Test(
    "A run of the command that fails has replaced nothing",
    arguments: [
      ("plot gelu --save a.yaml -o no/x.svg", 73), ("plot gelu --save a.yaml --font Nope", 64),
      ("plot gelu --save a.yaml -o ./a.yaml --format svg", 64),
      ("plot gelu --theme both --save p-dark.svg -o p.svg", 64),
      ("plot gelu --theme both --save a.yaml -o full.svg", 73),
      ("plot gelu --save a.yaml -o p.svg >/dev/full", 74),
      ("plot gelu --theme both -o p.svg >&-", 74),
      ("compare gelu --save a.yaml -o p.svg >/dev/full", 74),
      ("inspect gelu -o p.svg >/dev/full", 74),
      ("plot gelu --save a.yaml -o /dev/full", 74),
      ("rerun p.svg --save a.yaml -o no/x.svg", 73), ("rerun p.svg --save n -o n --format svg", 64),
      ("rerun p.svg -o p.svg", 64), ("rerun p.svg --save p.svg", 64),
      ("table gelu --at n.csv -o n.csv", 64), ("table gelu --at n.csv -o hard.csv", 64),
      ("table gelu --at n.csv >>n.csv", 64), ("table gelu --at - -o n.csv <n.csv", 64),
      ("check gelu n.csv -o n.csv", 64), ("check gelu pairs.svg -o pairs.svg", 64),
      ("plot f --define d.txt --save d.txt", 64), ("render a.yaml -o a.yaml --format svg", 64),
      ("plot gelu -o p.svg >>p.svg", 64),
    ])
  func failedRuns(_ arguments: String, _ status: Int32) throws {
    let folder = try TemporaryFolder()
    try folder.write("functions: gelu\n", to: "a.yaml")
    try folder.write("0\n1\n", to: "n.csv")
    try folder.write("x,y\n0,0\n", to: "pairs.svg")
    try folder.write("f(x) = x\n", to: "d.txt")
    try FileManager.default.createDirectory(
      atPath: folder.path("full-dark.svg"), withIntermediateDirectories: false)
    try FileManager.default.linkItem(atPath: folder.path("n.csv"), toPath: folder.path("hard.csv"))
    #expect(try Binary.run(["plot", "relu", "-o", "p.svg"], in: folder.path).status == 0)
    let before = try contents(folder)
    let run = try Binary.shell("$actviz \(arguments)", in: folder.path)
    #expect(run.status == status)
    #expect(run.error.components(separatedBy: "\n").filter { $0.hasPrefix("Error: ") }.count == 1)
    #expect(try contents(folder) == before)
  }

  @Test("A reader of the result that leaves early does not keep the picture from its place")
  func earlyReader() throws {
    let folder = try TemporaryFolder()
    let run = try Binary.shell(
      "$actviz compare gelu -o p.svg 2>/dev/null | true; echo ${PIPESTATUS[0]}", in: folder.path)
    #expect(run.text == "0\n")
    #expect(try folder.names() == ["p.svg"])
  }

  @Test("A standard stream that is closed does not become a file of the run")
  func closedStreams() throws {
    let folder = try TemporaryFolder()
    let line = "$actviz table 'density: exp(-x^2)' --samples 2 -o t.csv 2>&-"
    #expect(try Binary.shell(line, in: folder.path).status == 0)
    #expect(try folder.text(of: "t.csv").hasPrefix("x,"))
    #expect(try Binary.shell("$actviz table gelu --at - <&-", in: folder.path).status == 66)
  }

  @Test(
    "A signal that ends a run leaves the old file alone",
    arguments: [
      "INT", "TERM", "HUP", "QUIT", "ALRM", "USR1", "USR2", "XCPU", "VTALRM", "PROF", "RTMIN+3",

    ])
  func signals(_ name: String) throws {
    let folder = try TemporaryFolder()
    try folder.write("old", to: "t.csv")
    let run = try Binary.shell(
      """
      # A shell has its background ignore Ctrl-C, and nohup has everything ignore a closed terminal.
      ulimit -c 0; ulimit -t 20; exec env --default-signal $actviz table gelu --samples 1000000 -o t.csv & job=$!
      until ls .actviz-* >/dev/null 2>&1; do sleep 0.01; done
      kill -\(name) $job; wait $job 2>/dev/null; echo $?
      """, in: folder.path)
    #expect(try #require(Int(run.text.dropLast())) > 128)
    #expect(try folder.text(of: "t.csv") == "old")
    #expect(try folder.names() == ["t.csv"])
  }

  @Test(
    "Help and completions that cannot be written are a failure",
    .enabled(if: FileManager.default.fileExists(atPath: "/dev/full")),
    arguments: ["--help", "--version", "plot --help", "--generate-completion-script bash", "list"])
  func help(_ arguments: String) throws {
    let folder = try TemporaryFolder()
    for target in [">/dev/full", ">&-"] {
      let run = try Binary.shell("$actviz \(arguments) \(target)", in: folder.path)
      #expect(run.status == 74)
      #expect(run.error.hasPrefix("Error: Writing to standard output failed"))
    }
  }

  private func contents(_ folder: TemporaryFolder) throws -> [String: Data?] {
    var contents: [String: Data?] = [:]
    for name in try folder.names() {
      contents[name] = .some(FileManager.default.contents(atPath: folder.path(name)))
    }
    return contents
  }
}
