// swift-tools-version: 6.1
import PackageDescription

let package = Package(
  name: "values",
  platforms: [.macOS(.v14)],
  dependencies: [.package(name: "actviz", path: "../..")],
  targets: [
    .executableTarget(
      name: "values", dependencies: [.product(name: "Activations", package: "actviz")]),
    .executableTarget(
      name: "formulas", dependencies: [.product(name: "Activations", package: "actviz")]),
  ],
  swiftLanguageModes: [.v6]
)
