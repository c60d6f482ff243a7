#include "CProcess.h"
#include "Signals.h"

#include <errno.h>
#include <signal.h>
#include <stdatomic.h>
#include <string.h>
#include <sys/select.h>
#include <sys/time.h>
#include <termios.h>
#include <time.h>
#include <unistd.h>

// A timer's signal shows the line: wherever the time goes, even in one long proof, and with no other cost to the work
// than counting. The handler reads only what stands here, and calls only what POSIX lets a handler call (and the
// ioctl for the terminal's width).

// What is done, so that a handler never meets half of it: the one that is not shown is written, then they change places.
typedef struct {
  char name[96], detail[96], unit[32];
  long long total, steps;
} stage;
static stage stages[2];
static atomic_int current;
static _Atomic long long done;

enum { first_seconds = 2, longest_line = 400 };
static const int interval = 500000;  // microseconds
static volatile sig_atomic_t is_begun, is_paused, is_shown;
static double start;

double process_seconds(void) {
  struct timespec time;
  clock_gettime(CLOCK_MONOTONIC, &time);
  return (double)time.tv_sec + 1e-9 * (double)time.tv_nsec;
}

// The terminal shows lines, and they are this process's to write: not in the background, not where a pager has put
// the terminal into its own mode, not while output is stopped.
static int terminal_is_free(void) {
  pid_t group = tcgetpgrp(STDERR_FILENO);
  if (group > 0 && group != getpgrp()) return 0;
  struct termios mode;
  if (tcgetattr(STDERR_FILENO, &mode) != 0 || !(mode.c_lflag & ICANON)) return 0;
  fd_set writable;
  FD_ZERO(&writable);
  FD_SET(STDERR_FILENO, &writable);
  struct timeval at_once = {0, 0};
  return select(STDERR_FILENO + 1, NULL, &writable, NULL, &at_once) == 1;
}

typedef struct {
  char bytes[longest_line];
  int length, columns;
} text;

static void put(text *line, const char *word) {
  for (; *word != 0 && line->length < longest_line - 8; word++) {
    line->bytes[line->length++] = *word;
    // A character of UTF-8 has one byte that begins it.
    if ((*word & 0xC0) != 0x80) line->columns++;
  }
}

// A number with commas between thousands.
static void put_number(text *line, long long number) {
  char digits[32];
  int at = sizeof digits;
  digits[--at] = 0;
  for (int count = 0; count == 0 || number > 0; count++, number /= 10) {
    if (count > 0 && count % 3 == 0) digits[--at] = ',';
    digits[--at] = (char)('0' + number % 10);
  }
  put(line, digits + at);
}

static void put_two_digits(text *line, long long number) {
  put(line, (char[]){(char)('0' + number / 10 % 10), (char)('0' + number % 10), 0});
}

static void put_time(text *line, long long seconds) {
  if (seconds < 60) {
    put_number(line, seconds);
    put(line, " s");
  } else if (seconds < 3600) {
    put_number(line, seconds / 60);
    put(line, " min ");
    put_two_digits(line, seconds % 60);
    put(line, " s");
  } else {
    put_number(line, seconds / 3600);
    put(line, " h ");
    put_two_digits(line, seconds / 60 % 60);
    put(line, " min");
  }
}

// How much of the line there is room for.
enum { with_all, without_detail, with_share, time_alone, forms };

// Writes the line, each form shorter than the one before.
static void compose(text *line, const stage *stage, long long count, long long seconds, int form) {
  line->length = line->columns = 0;
  int is_known = stage->total > 0;
  long long percent = is_known ? 100 * count / stage->total : 0;
  if (form != time_alone) {
    put(line, stage->name);
    put(line, ": ");
  }
  if (form == with_all && stage->detail[0] != 0) {
    put(line, stage->detail);
    put(line, ", ");
  }
  int is_counted = stage->unit[0] != 0 && (count >= stage->steps || is_known);
  if (is_counted && (form == with_all || form == without_detail)) {
    put_number(line, count / stage->steps);
    if (is_known) {
      put(line, " of ");
      put_number(line, stage->total / stage->steps);
    }
    put(line, " ");
    put(line, stage->unit);
    if (is_known) {
      put(line, " (");
      put_number(line, percent);
      put(line, "%)");
    }
    put(line, ", ");
  } else if (is_known && form == with_share) {
    put_number(line, percent);
    put(line, "%, ");
  }
  put_time(line, seconds);
}

static void write_line(text *line) {
  // To the line's beginning, the text, and away with what stood behind it.
  char bytes[longest_line + 8] = "\r";
  memcpy(bytes + 1, line->bytes, (size_t)line->length);
  memcpy(bytes + 1 + line->length, "\33[K", 3);
  is_shown = line->length > 0;
  if (write(STDERR_FILENO, bytes, (size_t)line->length + 4) < 0) is_shown = 0;
}

static void erase(void) {
  text empty = {.length = 0};
  if (is_shown && terminal_is_free()) write_line(&empty);
  is_shown = 0;
}

// What a signal that ends the process does first.
void progress_leave_terminal(void) {
  int error = errno;
  if (is_begun) erase();
  is_begun = 0;
  errno = error;
}

int progress_owns(int number) { return number == SIGALRM && is_begun; }

static void stop(int number);

// A stopped process leaves its terminal clean, as one that has ended.
static void watch_for_stop(void) {
  struct sigaction action;
  if (sigaction(SIGTSTP, NULL, &action) != 0 || (action.sa_flags & SA_SIGINFO)
      || action.sa_handler != SIG_DFL)
    return;
  memset(&action, 0, sizeof action);
  action.sa_handler = stop;
  action.sa_flags = SA_RESTART;
  sigfillset(&action.sa_mask);
  sigaction(SIGTSTP, &action, NULL);
}

static void stop(int number) {
  int error = errno;
  double before = process_seconds();
  erase();
  sigset_t only, held;
  sigemptyset(&only);
  sigaddset(&only, number);
  signal(number, SIG_DFL);
  raise(number);
  // It stops here, and goes on here.
  sigprocmask(SIG_UNBLOCK, &only, &held);
  sigprocmask(SIG_SETMASK, &held, NULL);
  watch_for_stop();
  // Time that was not used does not count.
  start += process_seconds() - before;
  errno = error;
}

static void show(int number) {
  (void)number;
  int error = errno;
  if (is_begun && !is_paused && terminal_is_free()) {
    // Only now: what ends sooner has nothing to clear away.
    process_handle_signals();
    watch_for_stop();
    int width = process_size_of_terminal(STDERR_FILENO).columns;
    // In the last column some terminals begin a new line.
    int room = (width > 0 ? width : 80) - 1;
    const stage *shown = &stages[atomic_load(&current)];
    long long count = atomic_load_explicit(&done, memory_order_relaxed);
    text line;
    int form = with_all;
    do compose(&line, shown, count, (long long)(process_seconds() - start), form);
    while (line.columns > room && ++form < forms);
    if (line.columns <= room) write_line(&line);
  }
  errno = error;
}

void process_progress_begin(const char *name) {
  struct sigaction action;
  struct itimerval timer;
  // A timer that runs already is the caller's, who wants to be the one that ends this.
  if (getitimer(ITIMER_REAL, &timer) != 0 || timer.it_value.tv_sec != 0 || timer.it_value.tv_usec != 0)
    return;
  process_progress_stage(name, "", "", 0, 1);
  start = process_seconds();
  is_begun = 1;
  memset(&action, 0, sizeof action);
  action.sa_handler = show;
  action.sa_flags = SA_RESTART;
  sigfillset(&action.sa_mask);
  sigaction(SIGALRM, &action, NULL);
  timer.it_value.tv_sec = first_seconds;
  timer.it_interval.tv_usec = interval;
  setitimer(ITIMER_REAL, &timer, NULL);
}

static void copy(char *to, const char *from, size_t size) {
  size_t length = strnlen(from, size - 1);
  // Not in the middle of a character.
  while (from[length] != 0 && length > 0 && (from[length] & 0xC0) == 0x80) length--;
  memcpy(to, from, length);
  to[length] = 0;
}

void process_progress_stage(
    const char *name, const char *detail, const char *unit, long long total, long long steps) {
  int next = 1 - atomic_load(&current);
  stage *stage = &stages[next];
  copy(stage->name, name == NULL ? stages[1 - next].name : name, sizeof stage->name);
  copy(stage->detail, detail, sizeof stage->detail);
  copy(stage->unit, unit, sizeof stage->unit);
  stage->total = total;
  stage->steps = steps > 0 ? steps : 1;
  atomic_store(&done, 0);
  atomic_store(&current, next);
}

void process_progress_remark(const char *detail) {
  int next = 1 - atomic_load(&current);
  stages[next] = stages[1 - next];
  copy(stages[next].detail, detail, sizeof stages[next].detail);
  atomic_store(&current, next);
}

void process_progress_advance(long long count) {
  atomic_fetch_add_explicit(&done, count, memory_order_relaxed);
}

void process_progress_pause(void) {
  if (!is_begun) return;
  is_paused = 1;
  erase();
}

void process_progress_resume(void) { is_paused = 0; }

void process_progress_end(void) {
  if (!is_begun) return;
  is_paused = 1;
  static const struct itimerval never;
  setitimer(ITIMER_REAL, &never, NULL);
  erase();
}
