import Testing

@testable import FigureSpecification

/// The table of keys, which makes options, figure files, help and completions.
@Suite struct KeysTests {
  @Test func aCommandHasEveryNameAndLetterOnce() {
    for command in Command.allCases {
      let keys = Keys.of(command)
      #expect(Set(keys.map(\.name)).count == keys.count, "\(command)")
      let letters = keys.compactMap(\.letter)
      #expect(Set(letters).count == letters.count)
      #expect(!letters.contains("h"))
      // Behind what takes all operands none can follow.
      let operands = keys.filter(\.isPositional)
      #expect(operands.dropLast().allSatisfy { $0.form == .text })
    }
  }

  @Test func everyKeyHasHelpAndAValueToCall() {
    for key in Keys.all {
      for command in key.commands {
        let help = key.help(for: command)
        #expect(help.last == "." && help.first != " ", "\(key.name.text)")
      }
      #expect((key.form == .flag) == key.valueName.isEmpty || key.commands.isEmpty)
    }
  }

  @Test func aKeyOfFiguresIsAnOptionOfWhatDraws() {
    // What files hold stands in figure files alone.
    let inline = [Keys.definitions.name, Keys.data.name]
    for key in Keys.figures where !inline.contains(key.name) {
      #expect(
        key.commands.contains(.plot) || key.commands.contains(.compare), "\(key.name.text)")
    }
    #expect(Set(Keys.figures.map(\.name)).count == Keys.figures.count)
  }

  @Test func whatOtherProgramsCallAKeyIsNoKeyOfTheCommand() {
    for command in Command.allCases {
      let keys = Keys.of(command)
      let names = keys.map(\.name.text)
      let synonyms = keys.flatMap(\.synonyms)
      #expect(synonyms.filter(names.contains) == [], "\(command)")
      #expect(Set(synonyms).count == synonyms.count, "\(command)")
    }
  }

  @Test func whatOthersCallAKeyIsAKeyWithThatValue() {
    for entry in OtherNames.all {
      let keys = Keys.all.filter { $0.name.text == entry.key }
      #expect(!keys.isEmpty, "\(entry.key)")
      for case .words(let words) in keys.prefix(1).map(\.completion) {
        let values = entry.value?.split(separator: ",").map(String.init) ?? []
        #expect(values.allSatisfy(words.contains), "\(entry.key) \(values)")
      }
      #expect(entry.names.allSatisfy { $0 == OtherNames.compact($0) }, "\(entry.names)")
    }
  }

  @Test func numbersAreReadStrictly() {
    let good: [(String, Double)] = [
      ("1", 1), ("-1.5e3", -1500), ("+.5", 0.5), ("5.", 5), ("0x1.8p1", 3), ("inf", .infinity),
      ("-Infinity", -.infinity), ("1e-400", 0), ("-0", -0.0),
    ]
    for (text, value) in good { #expect(ValueReaders.number(text) == value, "\(text)") }
    #expect(ValueReaders.number("NaN")?.isNaN == true)
    let bad = [
      "", "-", "+", " 1", "1 ", "1,5", "1_000", "1e", "0x", "e5", "nan(1)", "1e400", "--1", "½",
    ]
    for text in bad { #expect(ValueReaders.number(text) == nil, "\(text)") }
  }
}
