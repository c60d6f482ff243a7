/// What a figure file says, key by key, with the lines where it says it.
///
/// Without panels the figure is what `plot` draws with the entries as its options, or `compare` where there is
/// a reference. With panels, each is drawn so, the entries outside counting for all that do not have the key.
struct FigureDocument: Equatable {
  /// A key with one value.
  struct Entry: Equatable {
    let key: FigureKey
    /// The value as the command line spells it; `true` or `false` for a flag.
    var value: String
    /// Where it stands, from 1; 0 where it was never in a file.
    var line = 0
  }

  /// A panel, or several of one kind.
  struct Panel: Equatable {
    var entries: [Entry]
    /// Lines of text in place of curves.
    var notes: [Note] = []
    var line = 0
  }

  /// What a line of text is about, and what it says.
  struct Note: Equatable {
    let key: String
    let value: String
    /// Where it stands, from 1.
    var line = 0
  }

  var entries: [Entry]
  var panels: [Panel] = []

  /// What a command line says.
  init(_ arguments: ArgumentList) {
    entries = arguments.settings.map { setting in
      Entry(key: setting.key, value: setting.key.form == .flag ? "true" : setting.value)
    }
    if arguments.command == "compare", !entries.isComparison, let key = FigureKey.named("reference")
    {
      entries.append(Entry(key: key, value: Compare.defaultReference))
    }
  }

  init(entries: [Entry], panels: [Panel] = []) {
    self.entries = entries
    self.panels = panels
  }

  /// The document with its files of definitions written out, so that it stands alone.
  func inlined(reading text: (String) throws -> String) rethrows -> FigureDocument {
    func inlined(_ entries: [Entry]) throws -> [Entry] {
      try entries.map { entry in
        guard entry.key.name == "define" else { return entry }
        return Entry(key: .definitions, value: try text(entry.value), line: entry.line)
      }
    }
    var document = self
    document.entries = try inlined(entries)
    for index in panels.indices {
      document.panels[index].entries = try inlined(panels[index].entries)
    }
    return document
  }

  /// What a panel is drawn with: its own entries, and those of the figure that it does not replace.
  func entries(of panel: Panel) -> [Entry] {
    let own = panel.entries
    let shared = entries.filter { entry in
      entry.key.name != "title" && !own.contains { $0.key == entry.key }
    }
    let hasShow = (own + shared).contains { $0.key.name == "show" }
    let show = FigureKey.named("show").map { [Entry(key: $0, value: "f", line: panel.line)] } ?? []
    return shared + own + (hasShow ? [] : show)
  }
}

extension [FigureDocument.Entry] {
  /// Whether functions are measured against a reference.
  var isComparison: Bool { contains { $0.key.name == "reference" } }

  /// The command that draws them, with its arguments.
  var arguments: ArgumentList {
    ArgumentList(
      command: isComparison ? "compare" : "plot",
      settings: filter { $0.key.form != .flag || $0.value == "true" }.map {
        ArgumentList.Setting(key: $0.key, value: $0.key.form == .flag ? "" : $0.value)
      })
  }
}
