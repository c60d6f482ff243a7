#include "CProcess.h"
#include "Signals.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <string.h>
#include <sys/ioctl.h>
#include <termios.h>
#include <time.h>
#include <unistd.h>

process_terminal_size process_size_of_terminal(int descriptor) {
  struct winsize size;
  process_terminal_size result = {0, 0, 0, 0};
  if (ioctl(descriptor, TIOCGWINSZ, &size) == 0)
    result = (process_terminal_size){size.ws_col, size.ws_row, size.ws_xpixel, size.ws_ypixel};
  return result;
}

// The terminal that is asked, and how it was before; a handler reads them.
static int asked = -1;
static struct termios mode_before;
static volatile sig_atomic_t is_asked;

void terminal_take_mode_back(void) {
  if (!is_asked) return;
  is_asked = 0;
  // What came too late to be read is thrown away: a shell would take it for keys.
  tcsetattr(asked, TCSAFLUSH, &mode_before);
}

static long milliseconds_of_clock(void) {
  struct timespec time;
  clock_gettime(CLOCK_MONOTONIC, &time);
  return (long)time.tv_sec * 1000 + time.tv_nsec / 1000000;
}

// Whether the answer to the question what the terminal can has come whole: `CSI ? … c`.
static int is_whole(const char *answer, size_t count) {
  return count > 0 && answer[count - 1] == 'c' && strstr(answer, "\x1b[?") != NULL;
}

// Reads the answer into bytes that are all 0, for so long at most; returns how many came.
static size_t read_answer(char *answer, size_t room, int milliseconds) {
  long last = milliseconds_of_clock() + milliseconds;
  size_t count = 0;
  while (count + 1 < room && !is_whole(answer, count)) {
    long left = last - milliseconds_of_clock();
    struct pollfd wanted = {.fd = asked, .events = POLLIN};
    if (left <= 0) break;
    int ready = poll(&wanted, 1, (int)left);
    if (ready < 0 && errno == EINTR) continue;
    if (ready <= 0) break;
    ssize_t read_count = read(asked, answer + count, 1);
    if (read_count < 0 && errno == EINTR) continue;
    if (read_count <= 0) break;
    count++;
  }
  return count;
}

size_t process_ask_terminal_name(char *answer, size_t room, int milliseconds) {
  // All terminals answer the second question, which is what they can, so that one without the first keeps nobody waiting.
  static const char question[] = "\x1b[>q\x1b[c";
  memset(answer, 0, room);
  asked = open("/dev/tty", O_RDWR | O_NOCTTY | O_CLOEXEC);
  if (asked < 0) return 0;
  size_t count = 0;
  // In the background a change of the mode would stop the process.
  if (tcgetpgrp(asked) == getpgrp() && tcgetattr(asked, &mode_before) == 0) {
    struct termios mode = mode_before;
    mode.c_lflag &= ~(tcflag_t)(ICANON | ECHO);
    mode.c_cc[VMIN] = 1;
    mode.c_cc[VTIME] = 0;
    process_handle_signals();
    process_hold_signals();
    is_asked = tcsetattr(asked, TCSADRAIN, &mode) == 0;
    process_release_signals();
    ssize_t length = sizeof question - 1;
    if (is_asked && write(asked, question, (size_t)length) == length)
      count = read_answer(answer, room, milliseconds);
    process_hold_signals();
    terminal_take_mode_back();
    process_release_signals();
  }
  close(asked);
  return count;
}
