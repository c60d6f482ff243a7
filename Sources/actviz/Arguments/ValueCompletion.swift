import Activations
import FigureSpecification
import Formulas

/// Proposes how a value may go on that is being typed: an option's, or what stands without a name.
struct ValueCompletion {
  let line: CommandLineAtCursor
  let key: Key
  /// The value as far as it is typed.
  let typed: String
  /// What stands before it in the same word: `--theme=`.
  let lead: String

  var proposals: Proposals {
    switch key.completion {
    case .none: Proposals()
    case .files(let extensions): Proposals(filesWith: extensions, behind: lead)
    case .functions: proposed(FunctionCompletion(typed: typed).words)
    case .words(let words): proposed(choices(words))
    case .parameters: proposed(parameters.map { .init(text: $0 + "=", help: "") })
    case .facets(let words): proposed((words + parameters).map { .init(text: $0, help: "") })
    }
  }

  /// The words that begin as what is typed does, with the option before them.
  private func proposed(_ words: [Proposals.Word]) -> Proposals {
    Proposals(
      words.filter { $0.text.hasPrefix(typed) }
        .map { .init(text: lead + $0.text, help: $0.help) })
  }

  /// The choices of a key; in a list those that it does not hold yet.
  private func choices(_ words: [String]) -> [Proposals.Word] {
    var head = ""
    var rest = words
    switch key.form {
    case .list:
      let items = typed.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
      head = items.dropLast().map { $0 + "," }.joined()
      rest = words.filter { !items.dropLast().contains($0) }
    case .perCurve:
      // A style may be of a curve by its name, `gelu=dot`, and stand there as often as there are curves.
      head = typed.lastIndex { ",=".contains($0) }.map { String(typed[...$0]) } ?? ""
    case .text, .flag, .range, .assignments, .texts: break
    }
    return rest.map { .init(text: head + $0, help: "") }
  }

  /// The parameters that the functions on the line leave open.
  private var parameters: [String] {
    let positional = Keys.of(line.command).filter(\.isPositional)
    let named = zip(line.operands.indices, line.operands).filter { index, _ in
      (index < positional.count ? positional[index] : positional.last)?.completion == .functions
    }
    let asides = line.values.filter { $0.key.completion == .functions }.map(\.text)
    var names: [String] = []
    for text in named.map(\.1) + asides {
      guard let reference = try? FunctionReference.all(parsing: text).first else { continue }
      names += reference.parameterNames.filter { !names.contains($0) }
    }
    return names
  }
}
