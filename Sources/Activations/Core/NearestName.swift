/// What a misspelt name may have been meant to be.
///
/// An edit inserts, drops or replaces a character, or swaps two neighbours (Damerau's distance).
package enum NearestName {
  /// The candidate with the fewest edits; nil if even that one is too far.
  ///
  /// Up to a third of the name may be wrong, and always two characters of a name of four or more.
  package static func to(_ name: String, among candidates: [String]) -> String? {
    let length = name.count
    guard length > 0, length <= 64 else { return nil }
    let limit = length < 4 ? 1 : max(2, length / 3)
    let ranked = candidates.map { (name: $0, distance: edits(name, $0)) }
    guard let best = ranked.min(by: { $0.distance < $1.distance }), best.distance <= limit
    else { return nil }
    return best.name
  }

  /// `did you mean 'gelu'?`, where a candidate is spelt nearly so.
  package static func question(_ name: String, among candidates: [String]) -> String? {
    to(name, among: candidates).map { "did you mean '\($0)'?" }
  }

  /// How many edits two names are apart.
  package static func edits(_ a: String, _ b: String) -> Int {
    let a = Array(a)
    let b = Array(b)
    var beforeLast: [Int] = []
    var last = Array(0...b.count)
    for i in 0..<a.count {
      var row = [i + 1]
      for j in 0..<b.count {
        var edits = min(row[j] + 1, last[j + 1] + 1, last[j] + (a[i] == b[j] ? 0 : 1))
        if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] {
          edits = min(edits, beforeLast[j - 1] + 1)
        }
        row.append(edits)
      }
      beforeLast = last
      last = row
    }
    return last[b.count]
  }
}
