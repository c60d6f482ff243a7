import Activations
import Analysis
import Formulas
import FigureSpecification
import Figures
import Foundation
import Testing

@testable import actviz

private func json(_ function: String) throws -> [String: Any] {
  let sheet = Inspection(try Function(parsing: function))
  let object = try JSONSerialization.jsonObject(
    with: Data(Inspect.text(of: sheet, as: .json).utf8))
  return try #require(object as? [String: Any])
}

/// Foundation reads some decimals an ulp or two off.
private func isClose(_ value: Any?, _ expected: Double) -> Bool {
  (value as? Double).map { abs($0 - expected) <= 1e-15 } ?? false
}

private func member(_ value: Any?, _ key: String) -> Any? { (value as? [String: Any])?[key] }

@Suite struct InspectTests {
  @Test func jsonHasTheKeysThatScriptsReadAndExactNumbers() throws {
    let sheet = try json("gelu")
    #expect(isClose(member(sheet["minimum"], "x"), -0.7517915246935645))
    #expect(isClose(member(sheet["minimum"], "f"), -0.16997120747990363))
    #expect(isClose(member(sheet["slope_max"], "x"), 2.0.squareRoot()))
    #expect(isClose(member(sheet["slope_max"], "df"), 1.128904145185155))
    #expect(isClose(member(sheet["at_zero"], "f"), 0))
    #expect(isClose(member(sheet["at_zero"], "df"), 0.5))
    #expect(isClose(member(sheet["at_zero"], "d2f"), 0.7978845608028654))
    for key in [
      "mean", "second_moment", "variance", "slope_second_moment", "gain", "chi_1", "chi1",
    ] {
      #expect(member(sheet["gaussian"], key) is Double, "\(key)")
    }
    #expect(isClose(member(sheet["distance_to_relu"], "supremum"), 0.16997120747990363))
    #expect(member(sheet["distance_to_relu"], "l2") is Double)
    #expect(sheet["symmetric"] as? Bool == true)
    #expect((sheet["kinks"] as? [Any])?.isEmpty == true)
    let nearest = try #require(sheet["nearest"] as? [[String: Any]])
    #expect(nearest[0]["name"] as? String == "form4")
    #expect(nearest[0]["distance"] as? Double == 0)
    #expect(nearest.count == 5)
  }

  @Test func theTextbookFormulaOfGeluIsEqualToGelu() throws {
    let formula = "x*(1/2)*(1+erf(x/sqrt(2)))"
    let nearest = try #require(try json(formula)["nearest"] as? [[String: Any]])
    let equal = nearest.filter { $0["equal"] as? Bool == true }.compactMap { $0["name"] as? String }
    #expect(equal.contains("gelu"))
    let text = Inspect.text(of: Inspection(try Function(parsing: formula)), as: .text)
    #expect(text.contains("  equal to gelu\n"))
  }

  @Test func idiomsAreNamedWhereThereAreAny() throws {
    let formula = "gate: exp(x)/(1 + exp(x))"
    #expect(try json(formula)["idioms"] as? [String] == ["e^u/(1 + e^u) → sigmoid(u)"])
    #expect(try json("x*sigmoid(x)")["idioms"] == nil)
    let sheet = Inspection(try Function(parsing: formula))
    #expect(
      Inspect.text(of: sheet, as: .text).contains(
        "Formula, evaluated without overflow\n  idiom 1           e^u/(1 + e^u) → sigmoid(u)\n"))
    #expect(
      Inspect.text(of: sheet, as: .markdown).contains("| idiom 1 | e^u/(1 + e^u) → sigmoid(u) |"))
  }

  @Test func whatIsInfiniteOrNotAttainedIsSpelt() throws {
    let sheet = try json("form5:gamma=0.1")
    #expect(sheet["function"] as? String == "form5(gamma=0.1)")
    #expect(sheet["minimum"] is NSNull)
    #expect(isClose(sheet["infimum"], -0.03183098861837907))
    #expect(sheet["supremum"] as? String == "inf")
    #expect(member(sheet["distance_to_relu"], "x") as? String == "-inf")
    #expect(member(sheet["distance_to_relu"], "l2") as? String == "inf")
    #expect(sheet["smoothness"] as? String == "inf")
    let jump = try json("heaviside")
    #expect(member(jump["lipschitz"], "bound") as? String == "inf")
    #expect(member((jump["kinks"] as? [Any])?.first, "order") as? Int == 0)
    #expect(member(jump["gaussian"], "edge_of_chaos") is NSNull)
  }

  @Test func everySheetFitsEightyColumns() throws {
    for family in Catalogue.all {
      let text = Inspect.text(of: Inspection(family.atDefaults), as: .text)
      #expect(text.split(separator: "\n").allSatisfy { $0.count <= 80 }, "\(text)")
      #expect(!text.contains("nan"), "\(text)")
    }
  }

  @Test func markdownHasATableForEveryGroup() throws {
    let sheet = Inspection(try Function(parsing: "hardswish"))
    let text = Inspect.text(of: sheet, as: .markdown)
    #expect(text.hasPrefix("## hardswish\n\n### Values\n\n| property | value |\n"))
    #expect(text.contains("| kinks | x = -3 (f′ jumps), x = 3 (f′ jumps) |\n"))
    #expect(text.components(separatedBy: "\n### ").count == 8)
  }

  @Test func aListOfManyThingsIsCutAndBroken() {
    let row = Sheet.Row("zeros", list: (1...20).map { "\($0)000000000" })
    let text = Sheet(title: "t", groups: [.init(heading: "h", rows: [row])]).text
    #expect(
      text == """
        t

        h
          zeros  1000000000, 2000000000, 3000000000, 4000000000, 5000000000, 6000000000,
                 7000000000, 8000000000, 12 more

        """)
  }

  @Test func severalFunctionsStandSideBySide() throws {
    let folder = try TemporaryFolder()
    let run = try Binary.run(["inspect", "gelu", "relu", "--report", "csv"], in: folder.path)
    #expect(run.status == 0 && run.error.isEmpty)
    let rows = run.text.split(separator: "\n")
    #expect(rows.first == "group,property,gelu,relu")
    #expect(rows.contains("Values,minimum,-0.1699712075 at x = -0.7517915247,0 for x < 0"))
    #expect(rows.contains("Shape,constant,nowhere,x < 0"))
    let sweep = try Binary.run(
      ["inspect", "swish", "--beta", "0.5,2", "--report", "json"], in: folder.path)
    let sheets = try JSONSerialization.jsonObject(with: sweep.output) as? [[String: Any]]
    #expect(
      sheets?.compactMap { $0["function"] as? String } == ["swish(beta=0.5)", "swish(beta=2)"])
    let markdown = try Binary.run(
      ["inspect", "|x|", "x*tanh(x)", "--report", "markdown"], in: folder.path)
    #expect(markdown.text.hasPrefix("### Values\n\n| property | \\|x\\| | x*tanh(x) |\n"))
    let wrong = try Binary.run(["inspect", "gelu", "nosuch", "mish"], in: folder.path)
    #expect(wrong.status == 64 && wrong.text.isEmpty && wrong.error.contains("'nosuch'"))
  }

  @Test func oneFunctionTwiceIsOneSheet() throws {
    let folder = try TemporaryFolder()
    let twice = try Binary.run(["inspect", "tanh", "tanh"], in: folder.path)
    #expect(twice.text == (try Binary.run(["inspect", "tanh"], in: folder.path).text))
  }

  /// A long formula, a pole, an edge, a sweep: what stands in columns at every width.
  @Test(arguments: [40, 79, 120, 300])
  func aComparisonFitsTheTerminal(width: Int) throws {
    let functions = [
      "gelu", "1/x", "sqrt(x)", "gennorm:alpha=1,beta=0.5", "tan(x)",
      "x*tanh(softplus(2*x))/(1+exp(-x^2/7))+0.0001*sin(x)",
    ]
    let sheets = try functions.map { Sheet(Inspection(try Function(parsing: $0)), digits: 6) }
    let text = SheetComparison(sheets).text(width: width)
    let lines = text.split(separator: "\n")
    #expect(lines.allSatisfy { $0.count <= width && $0.last != " " }, "\(text)")
    // As many columns side by side as have room, in blocks that are equally full.
    #expect(lines.filter { $0 == "Values" }.count == [40: 6, 79: 2, 120: 2, 300: 1][width])
    #expect(!text.contains("\u{A0}"))
    // What holds in one column alone is said of the others too.
    #expect(text.contains("x ≥ 0") && text.contains("everywhere") == (width > 40))
  }

  @Test func namesWithCommasQuotesAndLineEndsStayInTheirColumns() {
    let names = ["a,\"b\"", "c|d", "e\nf"]
    let comparison = SheetComparison(
      names.map {
        Sheet(title: $0, groups: [.init(heading: "h", rows: [Sheet.Row("k", "1", "2")])])
      })
    #expect(
      comparison.csv == "group,property,\"a,\"\"b\"\"\",c|d,e f\nh,k,\"1, 2\",\"1, 2\",\"1, 2\"\n")
    #expect(
      comparison.markdown
        == "### h\n\n| property | a,\"b\" | c\\|d | e f |\n| --- | --- | --- | --- |\n| k | 1, 2 | 1, 2 | 1, 2 |\n"
    )
    #expect(comparison.text(width: 80) == "     a,\"b\"  c|d   e f\n\nh\n  k  1, 2   1, 2  1, 2\n")
  }

  @Test func theFigureHasAPanelOfNumbers() throws {
    let folder = try TemporaryFolder()
    let run = try Binary.run(["inspect", "tanh", "-o", "tanh.svg"], in: folder.path)
    #expect(run.status == 0)
    #expect(run.error == "tanh.svg\n")
    #expect(run.text.hasPrefix("tanh\n\nValues\n"))
    for (name, count) in [("tanh", 4), ("mish", 6)] {
      let sheet = Inspection(try Function(parsing: name))
      let settings = try Settings(line: "inspect \(name)")
      let figure = try FigureRequest(
        SheetFigure([sheet]).specification(settings, title: nil), from: .program
      ).figure()
      #expect(figure.panels.count == count)
      #expect(figure.panels.last?.notes.isEmpty == false)
      #expect(figure.panels[0].curves.map(\.name) == [name, "relu"])
    }
    let quiet = try Binary.run(["inspect", "relu", "-q", "-o", "relu.png"], in: folder.path)
    #expect(quiet.text.isEmpty && quiet.error.isEmpty)
    #expect(try folder.names().sorted() == ["relu.png", "tanh.svg"])
  }
}
