#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A thread of the system that runs a piece of work.
package struct Thread {
  /// What the system calls it.
  private let handle: pthread_t

  /// How many cores the system has for this process.
  package static var cores: Int { max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))) }

  /// As much room for calls as the first thread of a process has: elsewhere it may be as little as 128 KiB.
  private static let stackSize = 8 << 20

  /// Starts a thread; nil where the system has none to give.
  ///
  /// What is sent to the process is left to the thread that was there before: its handlers find what they know.
  init?(_ work: @escaping @Sendable () -> Void) {
    var attributes = pthread_attr_t()
    pthread_attr_init(&attributes)
    pthread_attr_setstacksize(&attributes, Self.stackSize)
    var (sent, before) = (sigset_t(), sigset_t())
    sigfillset(&sent)
    // A thread's own faults are told to it, whatever it does not want to hear.
    for fault in [SIGBUS, SIGFPE, SIGILL, SIGSEGV, SIGTRAP] { sigdelset(&sent, fault) }
    pthread_sigmask(SIG_SETMASK, &sent, &before)
    defer {
      pthread_sigmask(SIG_SETMASK, &before, nil)
      pthread_attr_destroy(&attributes)
    }
    let package = Unmanaged.passRetained(Work(work))
    #if canImport(Darwin)
      var made: pthread_t?
    #else
      var made = pthread_t()
    #endif
    let status = pthread_create(&made, &attributes, start, package.toOpaque())
    guard status == 0 else {
      package.release()
      return nil
    }
    #if canImport(Darwin)
      guard let made else { return nil }
    #endif
    handle = made
  }

  /// Waits until the work is done.
  func join() { pthread_join(handle, nil) }
}

/// The work, as C carries it to the new thread.
private final class Work {
  let run: @Sendable () -> Void
  init(_ run: @escaping @Sendable () -> Void) { self.run = run }
}

#if canImport(Darwin)
  private func start(_ package: UnsafeMutableRawPointer) -> UnsafeMutableRawPointer? {
    Unmanaged<Work>.fromOpaque(package).takeRetainedValue().run()
    return nil
  }
#else
  private func start(_ package: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
    if let package { Unmanaged<Work>.fromOpaque(package).takeRetainedValue().run() }
    return nil
  }
#endif

/// What one thread at a time may change, and others wait for.
final class Lock: @unchecked Sendable {
  private let mutex = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
  private let changed = UnsafeMutablePointer<pthread_cond_t>.allocate(capacity: 1)

  init() {
    pthread_mutex_init(mutex, nil)
    pthread_cond_init(changed, nil)
  }

  deinit {
    pthread_cond_destroy(changed)
    pthread_mutex_destroy(mutex)
    changed.deallocate()
    mutex.deallocate()
  }

  /// Changes what the lock guards, and tells all who wait.
  func changing(_ change: () -> Void) {
    pthread_mutex_lock(mutex)
    defer { pthread_mutex_unlock(mutex) }
    change()
    pthread_cond_broadcast(changed)
  }

  /// Asks again after every change, until there is an answer.
  func waiting<Answer>(_ answer: () -> Answer?) -> Answer {
    pthread_mutex_lock(mutex)
    defer { pthread_mutex_unlock(mutex) }
    while true {
      if let answer = answer() { return answer }
      pthread_cond_wait(changed, mutex)
    }
  }
}
