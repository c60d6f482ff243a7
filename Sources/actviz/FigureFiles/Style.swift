import FigureSpecification

/// The user's defaults for how figures look: `actviz/style.yaml` where configurations are kept.
struct Style {
  /// Where the file would be; nil where there is no home.
  static var path: String? {
    // By the XDG specification a path that is not absolute counts for nothing.
    if let folder = Platform.environment("XDG_CONFIG_HOME"), folder.hasPrefix("/") {
      return folder + "/actviz/style.yaml"
    }
    guard let home = Platform.environment("HOME"), home.hasPrefix("/") else { return nil }
    return home + "/.config/actviz/style.yaml"
  }

  /// Whether pictures are to be the same whoever runs the command.
  static var isIgnored: Bool { Platform.environment("CI").map { !$0.isEmpty } ?? false }

  /// What the file sets; nil where there is none.
  ///
  /// Throws a `Problem` with its line, or a `Failure` (66) where it cannot be read.
  static func settings() throws -> Settings? {
    guard let path, (try? Platform.status(of: path)) != nil else { return nil }
    let input = try ByteInput.text(of: path, upTo: SpecificationReader.largest)
    return try StyleReader(file: input.name).settings(input.text)
  }
}

extension Settings {
  /// The settings with the user's defaults for what a command draws, where they do not say otherwise.
  func styled(for command: Command) throws -> Settings {
    let keys = Keys.of(command)
    // A command that has no such option draws nothing, or what a figure file says.
    guard keys.contains(where: { $0.name == Keys.noConfig.name }), !self[Keys.noConfig],
      !Style.isIgnored, let style = try Style.settings()
    else { return self }
    let defaults = style.all.filter { setting in
      keys.contains { $0.name == setting.key.name }
        && !all.contains { $0.key.name == setting.key.name }
    }
    return Settings(all + defaults)
  }
}
