/// What a figure is asked to be: by a command line, or by a figure file.
///
/// Without panels the figure is what `plot` draws with the settings, or `compare` where there is a reference. With
/// panels, each is drawn so, the settings outside counting for all keys that it does not have.
package struct Specification: Sendable {
  /// A panel, or several of one kind.
  package struct Panel: Sendable {
    package var settings: Settings
    /// Lines of text in place of curves.
    package var notes: [Note] = []
    package var place: Place = .program

    package init(settings: Settings, notes: [Note] = [], place: Place = .program) {
      (self.settings, self.notes, self.place) = (settings, notes, place)
    }
  }

  /// What a line of text is about, and what it says.
  package struct Note: Sendable {
    package let key: String
    package let value: String
    package var place: Place = .program

    package init(key: String, value: String, place: Place = .program) {
      (self.key, self.value, self.place) = (key, value, place)
    }
  }

  package var settings: Settings
  package var panels: [Panel] = []

  /// What a command line asks of its figure.
  package init(_ settings: Settings) {
    self.settings = Settings(settings.all.filter { $0.key.isOfFigures })
  }

  package init(settings: Settings, panels: [Panel]) {
    self.settings = settings
    self.panels = panels
  }

  /// What a panel is drawn with: its own settings, and those of the figure that it does not replace.
  package func settings(of panel: Panel) -> Settings {
    let own = panel.settings.all
    let shared = settings.all.filter { setting in
      setting.key.name != Keys.title.name && !own.contains { $0.key.name == setting.key.name }
    }
    let all = Settings(shared + own)
    return all.has(Keys.quantities)
      ? all : Settings(all.all + [Setting(Keys.quantities.key, "f", at: panel.place)])
  }

  /// The specification with what a command line says of the figure in place of its own.
  package func replacing(with settings: Settings) -> Specification {
    let given = settings.all.filter(\.key.isOfFigures)
    var specification = self
    specification.settings.all.removeAll { own in
      given.contains { $0.key.name == own.key.name }
    }
    specification.settings.all += given
    return specification
  }

  /// The specification with each setting replaced by what `change` makes of it.
  package func mapped(_ change: (Setting) throws -> Setting) rethrows -> Specification {
    var specification = self
    specification.settings.all = try settings.all.map(change)
    for index in panels.indices {
      specification.panels[index].settings.all = try panels[index].settings.all.map(change)
    }
    return specification
  }
}
