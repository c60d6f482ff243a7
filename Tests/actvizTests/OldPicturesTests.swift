import Foundation
import Testing

/// Pictures that version 0.1.0 drew are drawn again.
@Suite struct OldPicturesTests {
  private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("Fixtures-0.1.0").path

  /// An SVG without its metadata, which tells two commands apart.
  private func picture(_ name: String, in folder: TemporaryFolder) throws -> [String] {
    let parts = try folder.text(of: name).components(separatedBy: "metadata")
    return [parts[0], try #require(parts.last)]
  }

  /// Draws a picture of 0.1.0 again, and from its saved figure file; both are what a command draws today.
  private func expect(_ old: String, isDrawnBy command: [String], in folder: TemporaryFolder) throws
  {
    let path = Self.folder + "/" + old
    let again = try Binary.run(["rerun", path, "-o", "a.svg", "--save", "a.yaml"], in: folder.path)
    #expect(again.status == 0, "\(again.error)")
    let saved = try Binary.run(["render", "a.yaml", "-o", "b.svg"], in: folder.path)
    #expect(saved.status == 0, "\(saved.error)")
    let today = try Binary.run(command + ["-o", "c.svg", "-q"], in: folder.path)
    #expect(today.status == 0, "\(today.error)")
    let figure = try picture("c.svg", in: folder)
    #expect(try picture("a.svg", in: folder) == figure, "\(old)")
    #expect(try picture("b.svg", in: folder) == figure, "\(old)")
  }

  @Test func aPlotWithDefinitions() throws {
    let folder = try TemporaryFolder()
    try folder.write(
      "bell(x; a=1) = exp(-a*x^2)  # a bell\nbump(x) = x*bell(x; a=2)\n", to: "mine.txt")
    try expect(
      "definitions.png",
      isDrawnBy: [
        "plot", "twice(x) = 2*x", "twice", "bump", "bell(x; a=k)", "-x*sigmoid(k*x)", "--define",
        "mine.txt", "--param", "k=0.5,2", "--title", #"It's $\frac{x}{2}$"#, "--size", "400x300",
        "--show", "f",
      ], in: folder)
  }

  @Test func aComparisonInUlp() throws {
    try expect(
      "dtype.svg",
      isDrawnBy: [
        "compare", "gelu_tanh", "swish", "--beta", "1.5,1.702", "--reference", "gelu", "--dtype",
        "bf16", "--size", "500x400", "--show", "f", "--name", "approximation", "--name", "",
      ], in: TemporaryFolder())
  }

  @Test func panelsOfAFigureFile() throws {
    let folder = try TemporaryFolder()
    try folder.write(
      #"""
      title: gelu and what it is made of
      size: 500x300
      x-range: -4:4
      panels:
      - {functions: [gelu, relu], mark: minimum}
      - {functions: gelu, show: gate, gray-reference: true, title: formula}
      - {functions: gelu_tanh, reference: gelu, y-scale: symlog:0.0001, dtype: bf16}
      - notes: {minimum: '$f(-0.752)=-0.170$', edge of chaos: '$\sigma_w^2=2.194$'}
      """#, to: "panels.yaml")
    try expect("panels.pdf", isDrawnBy: ["render", "panels.yaml"], in: folder)
  }

  @Test(arguments: ["light", "dark"])
  func onePictureOfAPair(theme: String) throws {
    try expect(
      "theme-\(theme).png",
      isDrawnBy: [
        "plot", "gennorm", "--alpha", "0.5,1", "--beta", "1,2,inf", "--facet", "alpha", "--show",
        "gate,density", "--theme", theme, "--size", "400x300", "--transparent",
      ], in: TemporaryFolder())
  }
}
