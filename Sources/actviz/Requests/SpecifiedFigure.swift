import Activations
import FigureSpecification
import Figures

extension FigureRequest {
  /// The figure that a specification describes.
  ///
  /// `naming` decides which of their values the functions' names tell. Throws a `Problem`.
  init(
    _ specification: Specification, naming: (Function) -> Function = { $0 }, from place: Place
  ) throws {
    guard !specification.panels.isEmpty else {
      self = try Self.drawn(by: specification.settings, naming, at: place)
      if let stranger = strangers.first { throw stranger.problem }
      return
    }
    if let facet = specification.settings.last(Keys.facet) {
      throw facet.problem("\(Keys.facet.name) has no meaning beside panels.")
    }
    let requests = try specification.panels.map { panel in
      try Self.panels(of: panel, in: specification, naming)
    }
    try Self.checkStrangers(of: requests, specification)
    // A panel of text knows nothing of the figure as a whole.
    let plotted = requests.first { $0.panels.contains { $0.notes.isEmpty } }
    self = plotted ?? requests[0]
    look = try Look(specification.settings)
    title = try specification.settings.value(Keys.title) ?? ""
    columns = try specification.settings.value(Keys.columns)
    panels = requests.flatMap { request in
      request.panels.map { panel in
        var panel = panel
        panel.domain = panel.domain ?? request.domain
        panel.xScale = panel.xScale ?? request.xScale
        return panel
      }
    }
    guard panels.count <= Keys.panelLimit else {
      throw Problem(
        nil, at: specification.panels[0].place,
        "panels and what they show are \(panels.count); a figure holds at most \(Keys.panelLimit).")
    }
  }

  /// What one panel stands for: as many panels as it shows quantities.
  private static func panels(
    of panel: Specification.Panel, in specification: Specification,
    _ naming: (Function) -> Function
  ) throws -> FigureRequest {
    guard panel.notes.isEmpty else { return try notes(panel.notes) }
    var request = try drawn(by: specification.settings(of: panel), naming, at: panel.place)
    if panel.settings.has(Keys.title) {
      for index in request.panels.indices { request.panels[index].title = request.title }
    }
    return request
  }

  /// Refuses what is said of curves that no panel has, or of its own that a panel does not have.
  private static func checkStrangers(
    of requests: [FigureRequest], _ specification: Specification
  ) throws(Problem) {
    let plotted = requests.filter { $0.panels.contains { $0.notes.isEmpty } }
    let shared = specification.settings.all.map(\.place)
    for stranger in plotted.flatMap(\.strangers) {
      let isKnown =
        shared.contains(stranger.problem.place)
        && !plotted.allSatisfy { $0.strangers.contains(where: stranger.isSame) }
      if !isKnown { throw stranger.problem }
    }
  }

  private static func notes(_ notes: [Specification.Note]) throws -> FigureRequest {
    for note in notes {
      for text in [note.key, note.value] {
        do {
          try RichText.check(text)
        } catch {
          throw Problem(nil, at: note.place, error)
        }
      }
    }
    var panel = PanelRequest(yLabel: "", curves: [])
    panel.notes = notes.map { .init($0.key, $0.value) }
    return FigureRequest(title: "", domain: -5...5, panels: [panel])
  }

  private static func drawn(
    by settings: Settings, _ naming: (Function) -> Function, at place: Place
  ) throws -> FigureRequest {
    guard settings.has(Keys.functions) else {
      throw Problem(
        Keys.functions.name, at: place,
        "\(Keys.functions.name) are missing, such as 'functions: [gelu, swish]'.")
    }
    return try PictureRequest(settings, naming: naming).figure
  }
}
