import Testing

@testable import Activations
@testable import Formulas

@Suite struct PartialTests {
  @Test("Every derivative up to the third order in two variables has a column of its own")
  func columns() {
    #expect(Partial.all.map(\.column) == Array(0..<10))
    #expect(Partial.all.allSatisfy { $0.order <= 3 } && Set(Partial.all).count == 10)
    #expect(Partial.all[4] == Partial(x: 0, y: 1) && Partial.all[5] == Partial(x: 1, y: 1))
  }

  @Test("What is asked for is f with the derivatives up to an order, and nothing else")
  func sets() {
    #expect(Array(Partials.upTo(0)) == [.value])
    #expect(Array(Partials.upTo(2)) == [.value, .x, .xx])
    #expect(Array(Partials.upTo(2).derivatives) == [.x, .xx] && Partials.upTo(2).width == 3)
    #expect(!Partials.upTo(2).contains(Partial(x: 0, y: 1)) && !Partials.upTo(1).contains(.xx))
  }

  @Test("A column that was not asked for is empty")
  func jets() throws {
    var parser = try Parser("x^2*1")
    let program = try Compiler.program(parser.formula(), parameters: [:])
    let columns = program.columns(.upTo(1), at: [3, 4])
    #expect(columns[.value] == [9, 16] && columns[.x] == [6, 8] && columns[.xx].isEmpty)
    #expect(columns[0].first == 6 && columns[0].second.isNaN)
  }
}
