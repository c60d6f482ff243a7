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
}
