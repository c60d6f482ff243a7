import Activations
import Analysis
import Formulas
import Figures
import Foundation
import Testing

@testable import actviz

/// Formulas on their way from the catalogue and the command line into figures.
@Suite struct TypesetFormulaTests {
  @Test func everyFunctionHasAFormulaThatCanBeSet() throws {
    for family in Catalogue.all {
      #expect(!family.tex.isEmpty, "\(family.name)")
      #expect(family.isGated == (family.gateTex != nil), "\(family.name)")
      for tex in [family.tex, family.gateTex].compactMap(\.self) {
        #expect(throws: Never.self, "\(family.name)") { try RichText.check("$\(tex)$") }
      }
    }
  }

  @Test func formulasOfTheFormulaLanguageCanBeSet() throws {
    let formulas = [
      "where(x<0, exp(x)-1, gelu(x; sigma=2))", "clip(x,-1,1)*0x1p-2 + 1e-300*x",
      "gennorm(x; alpha=1, beta=3)/erf(x)", "lgamma(x)*logcosh(asinh(x))^-x",
    ]
    for formula in formulas {
      let family = try Function(parsing: formula).family
      #expect(throws: Never.self, "\(family.tex)") { try RichText.check("$\(family.tex)$") }
    }
  }

  private func title(_ functions: [String], _ quantities: [Quantity]) throws -> String? {
    Title.formulas(of: try functions.map { try Function(parsing: $0) }, quantities)
  }

  @Test func theTitleIsTheFormulaOfWhatIsShown() throws {
    #expect(try title(["tanhexp"], [.f, .df]) == "$\\displaystyle f(x)=x\\cdot \\tanh(e^{x})$")
    #expect(try title(["tanhexp"], [.gate]) == "$\\displaystyle H(x)=\\tanh(e^{x})$")
    #expect(
      try title(["tanhexp"], [.f, .density])
        == "$\\displaystyle f(x)=x\\cdot \\tanh(e^{x})$$,\\quad$$\\displaystyle H(x)=\\tanh(e^{x})$"
    )
    #expect(
      try title(["form6:alpha=1", "form6:alpha=2"], [.f])
        == "$\\displaystyle f(x)=x\\cdot (1+e^{-x})^{-\\alpha }$")
    #expect(
      try title(["gelu_sigmoid", "x*x"], [.f])
        == "$\\displaystyle f_{\\mathrm{gelu_sigmoid}}(x)=x\\cdot \\sigma(1.702x)$$,\\quad$"
        + "$\\displaystyle f(x)=x\\cdot x$")
    #expect(
      try title(["density: exp(-x^2)"], [.gate])
        == "$\\displaystyle H(x)=\\int_{-\\infty}^{x}\\delta(t)\\,dt,\\quad"
        + "\\delta(x)\\propto e^{-x^{2}}$")
    #expect(
      try title(["slope: tanh(x)"], [.f])
        == "$\\displaystyle f(x)=\\int_0^xf'(t)\\,dt,\\quad f'(x)=\\tanh(x)$")
    let integral = try Function(parsing: "golu", by: .integral)
    #expect(
      Title.formulas(of: [integral], [.f])
        == "$\\displaystyle f(x)=\\int_{-\\infty}^{x}H(t)\\,dt,\\quad H(x)=e^{-e^{-x}}$")
    #expect(try title(Catalogue.all.prefix(7).map(\.name), [.f]) == nil)
  }

  @Test func aTitleIsCheckedBeforeAnythingIsDrawn() throws {
    let folder = try TemporaryFolder()
    for command in [
      ["plot", "gelu"], ["compare", "gelu"], ["inspect", "gelu"],
      ["fit", "swish", "--to", "gelu", "--over", "beta=1:2"],
    ] {
      let run = try Binary.run(
        command + ["-o", "a.png", "--title", "a $x+\\alpah$"], in: folder.path)
      #expect(run.status == 64)
      #expect(
        run.error == """
          a $x+\\alpah$
               ^
          Error: There is no command \\alpah; did you mean \\alpha?

          """)
      #expect(run.text.isEmpty)
    }
    #expect(try folder.names().isEmpty)
  }

  @Test func aFormulaIsOneThingToAScreenReader() throws {
    let folder = try TemporaryFolder()
    let run = try Binary.run(
      ["plot", "tanh", "-o", "a.svg", "--title", "see $\\frac{a}{b}$ & more"], in: folder.path)
    #expect(run.status == 0)
    let svg = try String(contentsOfFile: folder.path + "/a.svg", encoding: .utf8)
    #expect(svg.contains("<g role=\"img\" aria-label=\"see a/b &amp; more\">"))
    #expect(!svg.contains("aria-label=\"a\""))
  }

  @Test func theListHasTheFormulasAsTeX() throws {
    let object = try JSONSerialization.jsonObject(with: Data(List.catalogue(as: .json).utf8))
    let entries = try #require(object as? [[String: Any]])
    let form6 = try #require(entries.first { $0["name"] as? String == "form6" })
    #expect(form6["tex"] as? String == "x\\cdot (1+e^{-x})^{-\\alpha }")
    #expect(form6["gate_tex"] as? String == "(1+e^{-x})^{-\\alpha }")
    let tanh = try #require(entries.first { $0["name"] as? String == "tanh" })
    #expect(tanh["gate_tex"] is NSNull)
  }
}
