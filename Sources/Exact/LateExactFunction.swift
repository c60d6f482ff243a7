#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

import Activations

/// What proves a function's values: made at the first question and kept, as reading a definition takes longer than many a proof.
final class LateExactFunction: @unchecked Sendable {
  private let function: Function
  private let lock = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
  /// Nil before the first question, then what it was answered with; read and written under the lock alone.
  private var made: ExactFunction??

  init(_ function: Function) {
    self.function = function
    pthread_mutex_init(lock, nil)
  }

  deinit {
    pthread_mutex_destroy(lock)
    lock.deallocate()
  }

  /// The function, stated; nil where no formula states it.
  var value: ExactFunction? {
    pthread_mutex_lock(lock)
    defer { pthread_mutex_unlock(lock) }
    if let made { return made }
    let exact = ExactFunction(function)
    made = .some(exact)
    return exact
  }
}
