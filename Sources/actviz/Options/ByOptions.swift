import Activations
import Formulas
import ArgumentParser

/// How an activation is made from its gate.
struct ByOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "How f is made from its gate H: product, x·H(x), or integral, the integral of H from -∞ to x.",
      valueName: "name"))
  var by = Construction.product
}

extension Construction: ExpressibleByArgument {}
