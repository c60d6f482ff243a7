import Activations
import Formulas
import ArgumentParser
import Figures

/// The root command: evaluates, plots, compares and tabulates activation functions.
@main
struct Actviz: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "actviz",
    abstract: "Evaluates, plots and compares activation functions.",
    discussion: """
      A function is NAME or NAME:param=value,param=value, for example gelu, form3:alpha=3 or \
      gennorm:alpha=1,beta=inf. 'actviz list' shows all of them. NAME may be what a framework \
      calls it: torch:gelu, jax:gelu, keras:leaky_relu. It may also be a formula in x, such as \
      'x*tanh(softplus(a*x))' with --param a=0.5,1,2. 'gate: FORMULA' is x times the formula; after \
      'density: ' stands the gate's slope up to a factor, after 'slope: ' that of the function.
      """,
    version: "0.1.0",
    subcommands: [
      Plot.self, Compare.self, Render.self, Rerun.self, Table.self, Inspect.self, FitCommand.self,
      Check.self, List.self,
    ]
  )

  /// Parses and runs; errors become one sentence on standard error and the exit status for scripts.
  static func main() {
    do {
      let arguments = Array(CommandLine.arguments.dropFirst())
      var command = try parsed(arguments.withFormulasMarked)
      try command.run()
    } catch {
      end(with: error)
    }
  }

  /// The command that arguments name, with its options.
  ///
  /// The subcommand is tried alone, without the tree of all of them, which takes a tenth of the time of a small
  /// drawing. Help and errors are those of the root.
  private static func parsed(_ arguments: [String]) throws -> any ParsableCommand {
    let named = configuration.subcommands.first { $0.configuration.commandName == arguments.first }
    if let named, let command = try? named.parse(Array(arguments.dropFirst())) { return command }
    return try parseAsRoot(arguments)
  }

  private static func end(with error: any Error) -> Never {
    let failure = failure(for: error)
    if failure.status == .done {
      // Help and the version come as errors too.
      let text = fullMessage(for: error)
      if !failure.isQuiet, !text.isEmpty { try? Output.standardOutput.write(text + "\n") }
    } else if !failure.isQuiet {
      if let excerpt = failure.excerpt { StandardError.print(excerpt) }
      StandardError.print("Error: " + failure.sentence)
    }
    exit(withError: ExitCode(failure.status.rawValue))
  }

  /// Every error as a failure: what is wrong with a request is a usage error.
  static func failure(for error: any Error) -> Failure {
    if let failure = error as? Failure { return failure }
    if let error = error as? FormulaError { return Failure(.usage, error) }
    if let error = error as? TypesettingError { return Failure(.usage, error) }
    guard exitCode(for: error).isSuccess else {
      return Failure(.usage, message(for: error))
    }
    return Failure(.done, "help")
  }
}

extension CommandConfiguration {
  /// The configuration of a subcommand that is parsed without its root.
  ///
  /// A command without one above it is first parsed twice for requests of completion scripts, which takes a
  /// twentieth of the time of a small drawing; those are the root's business.
  var parsedAlone: CommandConfiguration {
    var configuration = self
    configuration._superCommandName = "actviz"
    return configuration
  }
}
