import Activations
import Formulas
import CairoBackend
import Figures

/// A figure file on its way to a figure.
struct FigureComposer {
  let document: FigureDocument
  let reader: FigureReader

  /// The figure that the document describes.
  ///
  /// Throws a `Failure` of status 65 with the line of what is wrong.
  func request() throws -> FigureRequest {
    guard !document.panels.isEmpty else {
      return try request(document.entries, line: 1)
    }
    if let facet = document.entries.first(where: { $0.key.name == "facet" }) {
      throw reader.failure(line: facet.line, "facet has no meaning beside panels.")
    }
    let requests = try document.panels.map { panel in try request(panel) }
    // A panel of text knows nothing of the figure as a whole.
    let plotted = requests.first { $0.panels.contains { $0.notes.isEmpty } }
    guard var figure = plotted ?? requests.first else {
      return try request(document.entries, line: 1)
    }
    figure.title = try checked(document.entries.last { $0.key.name == "title" })
    figure.columns = requests.compactMap(\.columns).first
    figure.panels = requests.flatMap { request in
      request.panels.map { panel in
        var panel = panel
        panel.domain = panel.domain ?? request.domain
        panel.xScale = panel.xScale ?? request.xScale
        return panel
      }
    }
    guard figure.panels.count <= Facet.panelLimit else {
      throw reader.failure(
        line: document.panels[0].line,
        "panels and what they show are \(figure.panels.count); a figure holds at most "
          + "\(Facet.panelLimit).")
    }
    return figure
  }

  /// Draws the figure; see ``FigureRequest/draw(to:as:provenance:quiet:)``.
  ///
  /// What turns out only then to be wrong in the document is a `Failure` of status 65 with its line.
  func draw(
    _ request: FigureRequest, to output: OutputOptions, named name: String?, provenance: Provenance
  ) throws {
    let (place, format) = try output.resolved(defaultName: name, defaultFormat: ImageFormat.png)
    try format.check(place)
    do {
      let path = try request.draw(
        to: place, as: format, provenance: provenance, quiet: output.quiet)
      if let path, !output.quiet { try Output.standardOutput.write(path + "\n") }
    } catch let failure as Failure
      where ["--font ", "--size "].contains(where: failure.sentence.hasPrefix)
    {
      throw located(failure, document.entries, line: 1)
    }
  }

  /// What one panel of the document stands for: as many panels as it shows quantities.
  private func request(_ panel: FigureDocument.Panel) throws -> FigureRequest {
    guard panel.notes.isEmpty else {
      var notes = PanelRequest(yLabel: "", curves: [])
      for note in panel.notes {
        for text in [note.key, note.value] { try check(text, line: note.line) }
      }
      notes.notes = panel.notes.map { .init($0.key, $0.value) }
      return FigureRequest(title: "", domain: -5...5, panels: [notes])
    }
    var request = try request(document.entries(of: panel), line: panel.line)
    // Only the figure's own entry counts, not what suits a panel that stands alone.
    request.columns = document.entries.last { $0.key.name == "columns" }.flatMap { Int($0.value) }
    if panel.entries.contains(where: { $0.key.name == "title" }) {
      for index in request.panels.indices { request.panels[index].title = request.title }
    }
    return request
  }

  private func request(_ entries: [FigureDocument.Entry], line: Int) throws -> FigureRequest {
    guard entries.contains(where: { $0.key == .functions }) else {
      throw reader.failure(line: line, "functions are missing, such as 'functions: [gelu, swish]'.")
    }
    if !entries.isComparison, let type = entries.first(where: { $0.key.name == "dtype" }) {
      throw reader.failure(
        line: type.line, "dtype counts errors against a reference, and there is none.")
    }
    let arguments = entries.arguments
    do {
      return arguments.command == "compare"
        ? try Compare.parse(arguments.arguments).request().figureRequest()
        : try Plot.parse(arguments.arguments).request().figureRequest()
    } catch {
      throw located(error, entries, line: line)
    }
  }

  /// A text whose formulas can be typeset; empty where there is none.
  private func checked(_ entry: FigureDocument.Entry?) throws -> String {
    guard let entry else { return "" }
    try check(entry.value, line: entry.line)
    return entry.value
  }

  private func check(_ text: String, line: Int) throws(Failure) {
    do {
      try RichText.check(text)
    } catch {
      throw located(error, [], line: line)
    }
  }

  /// A failure of the command, said of the line that caused it.
  private func located(_ error: any Error, _ entries: [FigureDocument.Entry], line: Int) -> Failure
  {
    let failure = Actviz.failure(for: error)
    guard failure.status == .usage || failure.status == .data else { return failure }
    let named = entries.first { entry in
      failure.sentence.contains("--\(entry.key.name) ")
        || failure.sentence.hasPrefix("\(entry.key.name) of ")
    }
    let function = Self.misunderstood(entries)
    let text = entries.first { entry in
      ["title", "name"].contains(entry.key.name) && (try? RichText.check(entry.value)) == nil
    }
    let culprit =
      named ?? text ?? function ?? entries.first { $0.key == .functions && $0.line > 0 }
    // Keys have no hyphens in front.
    let words = failure.sentence.split(separator: " ", omittingEmptySubsequences: false).map {
      $0.hasPrefix("--") ? $0.dropFirst(2) : $0
    }
    var located = reader.failure(line: culprit?.line ?? line, words.joined(separator: " "))
    located.excerpt = failure.excerpt
    return located
  }

  /// The first definitions or the first function that cannot be understood.
  private static func misunderstood(_ entries: [FigureDocument.Entry]) -> FigureDocument.Entry? {
    var definitions = Definitions()
    for entry in entries where entry.key == .definitions {
      guard (try? definitions.read(entry.value, from: "")) != nil else { return entry }
    }
    return entries.first { entry in
      guard entry.key == .functions || entry.key.name == "reference" else { return false }
      if definitions.isDefinition(entry.value) {
        return (try? definitions.define(entry.value)) == nil
      }
      return (try? FunctionReference(parsing: entry.value, definitions: definitions)) == nil
    }
  }
}
