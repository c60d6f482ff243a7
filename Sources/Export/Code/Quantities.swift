import Activations

/// What of a function is written, each a function of its own.
package enum Quantities: Sendable {
  case ofX([Quantity])
  case ofXAndY([SurfaceQuantity])
}
