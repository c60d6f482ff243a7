import FigureSpecification
import Figures

/// The program: evaluates, plots, compares and tabulates activation functions.
@main
enum Actviz {
  static let abstract = "Evaluates, plots and compares activation functions."
  static let discussion = """
    A function is NAME or NAME:param=value,param=value, for example gelu, form3:alpha=3 or \
    gennorm:alpha=1,beta=inf. 'actviz list' shows all of them. NAME may be what a framework \
    calls it: torch:gelu, jax:gelu, keras:leaky_relu. It may also be a formula in x, such as \
    'x*tanh(softplus(a*x))' with --param a=0.5,1,2. 'gate: FORMULA' is x times the formula; after \
    'density: ' stands the gate's slope up to a factor, after 'slope: ' that of the \
    function. A formula that shows x as a factor, such as x*sigmoid(a*x), has the rest as its gate.

    Formulas have + - * / ^, |x|, Greek letters, functions such as exp, ln, Phi and floor, all those of \
    'actviz list', and choices: where(x > 0, x, 0), 'x if x > 0 else 0', 'x*(x > 0)'. A quote makes \
    a derivative, \"gelu'(x; sigma=2)\"; the shell wants double quotes around it. What begins with a \
    hyphen and is no option is a formula, '-x^2'.
    """

  static let subcommands: [any Subcommand.Type] = [
    Plot.self, Explore.self, Compare.self, Render.self, Rerun.self, Table.self, Inspect.self,
    FitCommand.self, Check.self, Golden.self, ExportCommand.self, List.self, Config.self,
  ]

  /// Parses and runs; errors become one sentence on standard error and the exit status for scripts.
  static func main() {
    Platform.occupyStandardDescriptors()
    FilesRead.begin()
    do {
      try Arguments.check()
      try run(Invocation(Arguments.all, shell: Platform.environment("SHELL")))
      ProgressLine.end()
    } catch {
      end(with: failure(for: error))
    }
  }

  private static func run(_ invocation: Invocation) throws {
    switch invocation {
    case .run(let command, let settings):
      if !settings[Keys.quiet] { ProgressLine.begin(command) }
      try subcommand(command)?.run(settings.styled(for: command))
    case .help(let command, let isShort):
      try Output.standardOutput.write(help(command, isShort: isShort))
    case .version: try Output.standardOutput.write(Version.current + "\n")
    case .manual:
      let page = ManualPage(
        abstract: abstract, discussion: discussion, subcommands: subcommands)
      try Output.standardOutput.write(page.text)
    case .completions(let shell):
      try Output.standardOutput.write(CompletionScript.text(for: shell))
    case .proposals(let words):
      let proposals = Completion(subcommands: subcommands).proposals(for: words)
      try Output.standardOutput.write(proposals.text)
    }
  }

  /// Help as wide as the terminal is, within what can be read.
  private static func help(_ command: Command?, isShort: Bool) -> String {
    let columns = Platform.isTerminal(1) ? Platform.columns(ofTerminal: 1) : nil
    let help = HelpText(columns: columns ?? 80)
    if let subcommand = command.flatMap(subcommand) {
      return isShort ? help.short(subcommand) : help.whole(subcommand)
    }
    return isShort
      ? help.short(abstract, subcommands) : help.whole((abstract, discussion), subcommands)
  }

  private static func subcommand(_ command: Command) -> (any Subcommand.Type)? {
    subcommands.first { $0.command == command }
  }

  private static func end(with failure: Failure) -> Never {
    ProgressLine.end()
    if !failure.isQuiet {
      if let excerpt = failure.excerpt { StandardError.print(excerpt: excerpt) }
      StandardError.print("Error: " + failure.sentence)
    }
    Platform.exit(failure.status.rawValue)
  }

  /// Every error as a failure: what is wrong with arguments is a usage error, in a file it is wrong data.
  static func failure(for error: any Error) -> Failure {
    switch error {
    case let failure as Failure: failure
    case let problem as Problem:
      Failure(problem.place.isInFile ? .data : .usage, problem.text, excerpt: problem.excerpt)
    default: Failure(.usage, "\(error)")
    }
  }
}
