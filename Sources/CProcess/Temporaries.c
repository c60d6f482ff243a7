#include "CProcess.h"
#include "Signals.h"

#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

// The paths that the handler removes. Nothing is ever given back, so that it finds no freed memory; a run writes a
// few files. Signals are held while the list changes.
static char **paths = NULL;
static size_t count = 0, capacity = 0;

static sigset_t held_before;
static int hold_depth = 0;

void process_hold_signals(void) {
  sigset_t all, before;
  sigfillset(&all);
  pthread_sigmask(SIG_BLOCK, &all, &before);
  if (hold_depth++ == 0) held_before = before;
}

void process_release_signals(void) {
  if (--hold_depth == 0) pthread_sigmask(SIG_SETMASK, &held_before, NULL);
}

// Signals by which the processor or a library tells of a fault of the program itself, and what handled them before:
// Swift prints a backtrace where that is asked for, an address sanitizer its report.
static const int faults[] = {SIGABRT, SIGBUS, SIGFPE, SIGILL, SIGSEGV, SIGSYS, SIGTRAP};
enum { fault_count = sizeof faults / sizeof *faults };
static struct sigaction fault_actions[fault_count];

static int fault_index(int number) {
  for (int index = 0; index < fault_count; index++)
    if (faults[index] == number) return index;
  return -1;
}

static void remove_and_end(int number, siginfo_t *information, void *context) {
  (void)context;
  progress_leave_terminal();
  terminal_take_mode_back();
  child_end_with_process();
  for (size_t index = 0; index < count; index++)
    if (paths[index] != NULL) unlink(paths[index]);
  // Once this handler returns, the signal does what it would have done without it. A fault comes back by itself.
  int fault = fault_index(number);
  if (fault < 0) {
    signal(number, SIG_DFL);
  } else {
    sigaction(number, &fault_actions[fault], NULL);
    if (information->si_code > 0) return;
  }
  raise(number);
}

static int is_harmless(int number) {
  switch (number) {
  case SIGCHLD: case SIGCONT: case SIGURG: case SIGWINCH: case SIGTSTP: case SIGTTIN: case SIGTTOU:
#ifdef __APPLE__
  case SIGIO: case SIGINFO:
#endif
    return 1;
  default:
    return 0;
  }
}

// Handles a signal that would end the process. One that is ignored (`nohup`, a shell) stays so; for SIGKILL,
// SIGSTOP and numbers that are none the calls fail.
void process_handle_signal(int number) {
  struct sigaction action;
  if (sigaction(number, NULL, &action) != 0) return;
  if (!(action.sa_flags & SA_SIGINFO) && action.sa_handler == SIG_IGN) return;
  int fault = fault_index(number);
  if (fault >= 0) fault_actions[fault] = action;
  memset(&action, 0, sizeof action);
  action.sa_sigaction = remove_and_end;
  action.sa_flags = SA_SIGINFO | SA_ONSTACK;
  // No other signal comes between: each would remove the same files.
  sigfillset(&action.sa_mask);
  sigaction(number, &action, NULL);
}

void process_handle_signals(void) {
  static volatile sig_atomic_t are_handled;
  if (are_handled) return;
  are_handled = 1;
  for (int number = 1; number <= 64; number++)
    if (!is_harmless(number) && !progress_owns(number) && !interrupt_is_noted(number))
      process_handle_signal(number);
}

static int note(const char *path) {
  process_handle_signals();
  if (count == capacity) {
    size_t more = 2 * capacity + 16;
    char **grown = calloc(more, sizeof *grown);
    if (grown == NULL) return -1;
    if (count > 0) memcpy(grown, paths, count * sizeof *paths);
    paths = grown;
    capacity = more;
  }
  char *copy = strdup(path);
  if (copy == NULL) return -1;
  paths[count++] = copy;
  return 0;
}

int process_create_temporary(const char *path) {
  process_hold_signals();
  int descriptor;
  do {
    // The process's umask takes its share of 0666, as for any file that a shell makes.
    descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
  } while (descriptor < 0 && errno == EINTR);
  if (descriptor >= 0 && note(path) != 0) {
    close(descriptor);
    unlink(path);
    descriptor = -1;
    errno = ENOMEM;
  }
  int error = errno;
  process_release_signals();
  errno = error;
  return descriptor;
}

int process_link_temporary(const char *path, const char *file) {
  process_hold_signals();
  int result = link(file, path);
  if (result == 0 && note(path) != 0) {
    unlink(path);
    result = -1;
    errno = ENOMEM;
  }
  int error = errno;
  process_release_signals();
  errno = error;
  return result;
}

void process_remove_temporary(const char *path) {
  process_hold_signals();
  unlink(path);
  process_forget_temporary(path);
  process_release_signals();
}

void process_forget_temporary(const char *path) {
  process_hold_signals();
  for (size_t index = 0; index < count; index++)
    if (paths[index] != NULL && strcmp(paths[index], path) == 0) paths[index] = NULL;
  process_release_signals();
}
