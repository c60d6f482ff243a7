import FigureSpecification
import Testing

@testable import actviz

/// Options and commands as hands guess them that are used to other programs.
@Suite struct WrongGuessTests {
  /// What the sentence about a line proposes.
  private func sentence(_ line: String) -> String {
    do {
      let words = line.split(separator: " ").map(String.init)
      _ = try Invocation(words, shell: nil)
      return "nothing is wrong"
    } catch {
      return error.text
    }
  }

  static let guesses = [
    ("plot gelu --xlim -3:3", "--x-range"), ("plot gelu --ylim=0:1", "--y-range"),
    ("plot gelu --x_range 0:1", "--x-range"), ("plot gelu --xRange 0:1", "--x-range"),
    ("plot gelu --xmin 0", "--x-range"), ("plot gelu --dark", "--theme dark"),
    ("plot gelu --dark-mode", "--theme dark"), ("plot gelu --logy", "--y-scale log"),
    ("plot gelu --log-x", "--x-scale log"),
    ("plot gelu --symlog", "--x-scale symlog' or '--y-scale symlog"),
    ("plot gelu --legend-position top", "--legend"), ("plot gelu --loc top", "--legend"),
    ("plot gelu --no-legend", "--legend none"), ("plot gelu --no-grid", "--grid off"),
    ("plot gelu --out a.svg", "--output"), ("plot gelu --outfile a.svg", "--output"),
    ("plot gelu --derivative", "--show df"), ("plot gelu --second-derivative", "--show d2f"),
    ("plot gelu --height 300", "--size"), ("plot gelu --figsize 3,4", "--size"),
    ("plot gelu --ppi 300", "--dpi"), ("plot gelu --linewidth 2", "--width"),
    ("plot gelu --line-style dot", "--dash"), ("plot gelu --colour red", "--color"),
    ("plot gelu --cmap viridis", "--palette"), ("plot gelu --font-family Arial", "--font"),
    ("plot gelu --extrema", "--mark minimum,maximum"), ("plot gelu --zeros", "--mark zero"),
    ("plot gelu --scale log", "--x-scale' or '--y-scale"),
    ("plot gelu --ticks 1", "--x-ticks' or '--y-ticks"),
    ("plot gelu --svg", "--format svg"), ("plot gelu --column 2", "--columns' or '--size column"),
    ("plot gelu --legend-titel a", "--legend"), ("plot gelu --tehme dark", "--theme"),
    ("plot gelu --trans", "--transparent"), ("plot gelu --samlpes 9", "--samples"),
    ("plot gelu -oa.svg", "-o a.svg"), ("plot gelu --hlep", "--help"),
    ("table gelu --json", "--format json"), ("table gelu --csv", "--format csv"),
    ("table gelu --precision f32", "--dtype"), ("table gelu --float32", "--dtype f32"),
    ("table gelu --bf16", "--dtype bf16"), ("table gelu --n 5", "--samples"),
    ("table gelu --num-points 5", "--samples"), ("table gelu --input a.txt", "--at"),
    ("compare gelu --against relu", "--reference"), ("compare gelu --versus relu", "--reference"),
    ("check gelu a.csv --tol 1", "--max-ulp"), ("check gelu a.csv --half", "--dtype f16"),
    ("fit swish --vary beta=0:1", "--over"), ("list --library torch", "--framework"),
    ("list --torch", "--framework torch"), ("list --json", "--report json"),
    ("compare gelu --csv", "--report csv"), ("inspect gelu --json", "--report json"),
  ]

  @Test(arguments: guesses)
  func aGuessIsAnsweredByWhatItMeans(line: String, option: String) {
    let text = sentence(line)
    let command = line.prefix { $0 != " " }
    #expect(text.contains("did you mean '\(option)'?"), "\(text)")
    #expect(text.hasSuffix("'actviz \(command) --help' shows all."), "\(text)")
  }

  @Test(arguments: [
    "plot gelu --open", "plot gelu --verbose", "plot gelu --json", "plot gelu --foo",
    "plot gelu --animate", "plot gelu --no-transparent", "plot gelu --host", "plot gelu --",
    "table gelu --watch", "inspect gelu --interactive", "plot gelu -z", "plot gelu --3d",
  ])
  func nothingIsProposedWhereNothingIsNear(line: String) {
    #expect(!sentence(line).contains("did you mean"), "\(sentence(line))")
  }

  @Test func twoLettersSwappedAreTheOption() {
    for command in Command.allCases {
      for key in Keys.of(command) where !key.isPositional && key.name.text.count > 4 {
        var letters = Array(key.name.text)
        letters.swapAt(letters.count - 2, letters.count - 3)
        let name = String(letters)
        guard name != key.name.text, !Keys.of(command).contains(where: { $0.name.text == name })
        else { continue }
        let text = sentence("\(command.rawValue) gelu --\(name) 1")
        #expect(text.contains("did you mean '--\(key.name.text)'?"), "\(text)")
      }
    }
  }

  @Test func aCommandThatIsMisspeltIsTold() {
    for (line, answer) in [
      ("plto gelu", "did you mean 'plot'?"), ("tabel gelu", "did you mean 'table'?"),
      ("compar gelu", "did you mean 'compare'?"), ("instpect gelu", "did you mean 'inspect'?"),
      ("PLOT gelu", "did you mean 'plot'?"), ("draw gelu", "did you mean 'plot'?"),
      ("values gelu", "did you mean 'table'?"), ("functions", "did you mean 'list'?"),
      ("diff gelu relu", "did you mean 'compare'?"), ("info gelu", "did you mean 'inspect'?"),
      ("gelu", "did you mean 'actviz plot gelu'?"),
      ("frobnicate", "there are plot, explore, compare"),
    ] {
      #expect(sentence(line).contains(answer), "\(sentence(line))")
      #expect(sentence(line).contains("'actviz --help' shows all.") || line == "gelu")
    }
  }
}
