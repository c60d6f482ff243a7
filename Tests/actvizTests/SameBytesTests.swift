import Foundation
import Testing

/// The same figure file gives the same bytes, wherever and whenever it is drawn.
@Suite struct SameBytesTests {
  private static let figures = [
    "functions: [gelu, swish]\nname: [$x\\Phi(x)$, 激活]\ntitle: $\\frac{\\alpha}{2}$ αβγ\nmark: [minimum, zero]\n",
    "functions: gennorm\nalpha: [0.5, 1]\nbeta: [1, 2, 8]\nfacet: alpha\nshow: gate\ntheme: print\n"
      + "gray-reference: true\nlabel: direct\n",
    "size: 85mmx60mm\ntheme: dark\npanels:\n- {functions: gelu_tanh, reference: gelu, y-scale: log}\n"
      + "- {functions: 'gate: 1/(1+exp(-a*x))', param: {a: [1, 2]}, title: formula, band: [1, 2]}\n"
      + "- notes: {minimum: $-0.17$}\n",
  ]

  @Test(arguments: figures, ["png", "svg", "pdf"])
  func aFigureIsTheSameInTwoFolders(figure: String, format: String) throws {
    let folders = [try TemporaryFolder(), try TemporaryFolder()]
    // By its name, and by its path.
    let files = ["a.yaml", folders[1].path("a.yaml")]
    let pictures = try zip(folders, files).map { folder, file in
      try folder.write(figure, to: "a.yaml")
      let run = try Binary.run(["render", file, "-o", "a.\(format)"], in: folder.path)
      #expect(run.status == 0, "\(run.error)")
      return try Data(contentsOf: URL(fileURLWithPath: folder.path("a.\(format)")))
    }
    #expect(pictures[0] == pictures[1])
  }

  @Test(arguments: [
    "plot gelu swish --facet function --mark minimum -o out.png", "plot gelu -o out.svg",
    "compare gelu silu mish -o out.pdf", "plot gelu 'x*sigmoid(a*x)' --param a=1,2 -o out.html",
    "plot swiglu -o out.png", "table gelu mish --show f,df --samples 50001 -o out.csv",
    "table gelu --samples 50001 -o out.npy", "table gelu --samples 50001 -o out.ndjson",
    "table gelu --samples 50001 --dtype bf16 --format raw -o out.raw",
    "check gelu in.csv --dtype f32 --worst 5 --report json -o out.svg",
    // Each is a process of its own, in which sets have another order.
    "export geglu --to c -o out.c", "export mish --to jax -o out.py",
  ])
  func oneThreadWritesWhatEightWrite(line: String) throws {
    let folder = try TemporaryFolder()
    if line.hasPrefix("check") {
      let table = "table gelu_tanh --samples 60001 --dtype f32 -o in.csv"
      #expect(try Binary.shell("$actviz \(table)", in: folder.path).status == 0)
    }
    let made = try [1, 8].map { count in
      let run = try Binary.shell("ACTVIZ_THREADS=\(count) $actviz \(line)", in: folder.path)
      #expect(run.status == 0, "\(run.error)")
      let name = try #require(line.split(separator: " ").last)
      return [run.output, try Data(contentsOf: URL(fileURLWithPath: folder.path("\(name)")))]
    }
    #expect(made[0] == made[1])
    #expect(made[0][1].count > 1000)
  }

  @Test(arguments: ["0", "-1", "1025", "two", "1.5"])
  func aNumberOfThreadsThatIsNoneIsRefused(count: String) throws {
    let folder = try TemporaryFolder()
    for command in ["table gelu", "check gelu in.csv"] {
      try folder.write("1,0.8413447460685429\n", to: "in.csv")
      let run = try Binary.shell("ACTVIZ_THREADS=\(count) $actviz \(command)", in: folder.path)
      #expect(run.status == 64 && run.output.isEmpty)
      #expect(
        run.error
          == "Error: ACTVIZ_THREADS must be a whole number from 1 to 1024, not '\(count)'.\n")
    }
  }
}
