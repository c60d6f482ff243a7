import Activations
import Formulas
import Testing

@testable import Analysis

/// Steps without end carry a function elsewhere than the slope between them.
@Suite struct StairTests {
  @Test(arguments: ["x+mod(x,1)", "floor(x/2)-x/3", "floor(x/2)-mod(x,3)"])
  func noAsymptoteIsMadeOfTheSlopeBetweenSteps(name: String) throws {
    let sheet = Inspection(try Function(parsing: name))
    for end in [sheet.left, sheet.right] {
      #expect(end.limit.isInfinite)
      #expect(end.slope == nil && end.offset == nil)
    }
  }
}
