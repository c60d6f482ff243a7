/// The version of the program, as `--version` prints it and pictures carry it.
package enum Version {
  /// Three numbers, as semver.org has it.
  package static let current = "0.2.0"
}
