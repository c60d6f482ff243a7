#ifdef __linux__
#define _GNU_SOURCE
#endif

#include "CProcess.h"
#include "Signals.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <stdio.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/types.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

extern char **environ;

// The child that a signal takes along; it leads a process group of its own.
static volatile pid_t running = 0;

void child_end_with_process(void) {
  if (running > 0) kill(-running, SIGKILL);
}

// One end of a pipe is for the child; ours, which is not to be waited for, stays out of it.
static int make_pipe(int ends[2], int ours) {
  if (pipe(ends) != 0) return -1;
  fcntl(ends[0], F_SETFD, FD_CLOEXEC);
  fcntl(ends[1], F_SETFD, FD_CLOEXEC);
  fcntl(ends[ours], F_SETFL, fcntl(ends[ours], F_GETFL) | O_NONBLOCK);
#ifdef F_SETPIPE_SZ
  // Fewer changes between processes; where the system allows less, less has to do.
  fcntl(ends[ours], F_SETPIPE_SZ, 1 << 20);
#endif
  return 0;
}

// Memory that has no name, so that it ends with those who hold it. Returns its descriptor, or -1.
static int make_memory(size_t size) {
#ifdef __linux__
  int memory = memfd_create("actviz", MFD_CLOEXEC);
#else
  char name[32];
  snprintf(name, sizeof name, "/actviz-%ld", (long)getpid());
  int memory = shm_open(name, O_RDWR | O_CREAT | O_EXCL, 0600);
  if (memory >= 0) shm_unlink(name);
#endif
  if (memory >= 0 && ftruncate(memory, (off_t)size) == 0) return memory;
  if (memory >= 0) close(memory);
  return -1;
}

static void close_both(int ends[2]) {
  if (ends[0] >= 0) close(ends[0]);
  if (ends[1] >= 0) close(ends[1]);
}

// Descriptors of the child, in the order of their numbers there; -1 for what it does not have.
static int spawn(pid_t *child, const char *const arguments[], const int descriptors[4]) {
  posix_spawn_file_actions_t actions;
  posix_spawnattr_t attributes;
  sigset_t none, usual;
  sigemptyset(&none);
  sigemptyset(&usual);
  sigaddset(&usual, SIGPIPE);
  sigaddset(&usual, SIGXFSZ);
  posix_spawn_file_actions_init(&actions);
  for (int number = 0; number < 4; number++)
    if (descriptors[number] >= 0) posix_spawn_file_actions_adddup2(&actions, descriptors[number], number);
  posix_spawnattr_init(&attributes);
  // A group of its own, so that what it starts ends with it, and that Ctrl-C is for this process to answer.
  posix_spawnattr_setpgroup(&attributes, 0);
  posix_spawnattr_setsigdefault(&attributes, &usual);
  posix_spawnattr_setsigmask(&attributes, &none);
  posix_spawnattr_setflags(
      &attributes, POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK);
  int error =
      posix_spawnp(child, arguments[0], &actions, &attributes, (char *const *)arguments, environ);
  posix_spawn_file_actions_destroy(&actions);
  posix_spawnattr_destroy(&attributes);
  return error;
}

int process_child_start(process_child *child, const char *const arguments[], size_t memory_size) {
  int memory = -1, in[2] = {-1, -1}, out[2] = {-1, -1}, errors[2] = {-1, -1};
  void *place = NULL;
  pid_t pid = 0;
  int error = 0;
  *child = (process_child){.pid = 0, .status = -1, .input = -1, .output = -1, .errors = -1};
  // The memory comes last, so that its number is none of a standard stream's.
  if (make_pipe(in, 1) != 0 || make_pipe(out, 0) != 0 || make_pipe(errors, 0) != 0
      || (memory_size > 0 && (memory = make_memory(memory_size)) < 0))
    error = errno;
  if (memory >= 0) {
    place = mmap(NULL, memory_size, PROT_READ | PROT_WRITE, MAP_SHARED, memory, 0);
    if (place == MAP_FAILED) error = errno;
  }
  if (error == 0) error = spawn(&pid, arguments, (int[]){in[0], out[1], errors[1], memory});
  if (memory >= 0) close(memory);
  if (error != 0) {
    if (place != NULL && place != MAP_FAILED) munmap(place, memory_size);
    close_both(in);
    close_both(out);
    close_both(errors);
    errno = error;
    return -1;
  }
  close(in[0]);
  close(out[1]);
  close(errors[1]);
  process_handle_signals();
  running = pid;
  *child = (process_child){
      .pid = pid, .status = -1, .input = in[1], .output = out[0], .errors = errors[0], .memory = place,
      .memory_size = memory_size};
  return 0;
}

static void close_one(int *descriptor) {
  if (*descriptor >= 0) close(*descriptor);
  *descriptor = -1;
}

// Takes note of the child's end, if it has ended.
static void note_end(process_child *child, int options) {
  int status;
  if (child->status >= 0) return;
  pid_t found;
  do found = waitpid(child->pid, &status, options);
  while (found < 0 && errno == EINTR);
  if (found == child->pid)
    child->status = WIFSIGNALED(status) ? 256 + WTERMSIG(status) : WEXITSTATUS(status);
}

// Reads what is there; returns how much came, and closes the descriptor at its end.
static size_t read_some(int *descriptor, void *room, size_t count) {
  ssize_t done = read(*descriptor, room, count);
  if (done > 0) return (size_t)done;
  if (done == 0 || (errno != EAGAIN && errno != EINTR)) close_one(descriptor);
  return 0;
}

int process_child_exchange(
    process_child *child, const void *given, size_t *given_count, void *answers,
    size_t *answer_count, void *errors, size_t *error_count, int milliseconds) {
  size_t give = *given_count, take = *answer_count, hear = *error_count;
  *given_count = *answer_count = *error_count = 0;
  // A negative descriptor is passed over.
  struct pollfd wanted[3] = {
      {.fd = give > 0 ? child->input : -1, .events = POLLOUT},
      {.fd = take > 0 ? child->output : -1, .events = POLLIN},
      {.fd = hear > 0 ? child->errors : -1, .events = POLLIN},
  };
  if (poll(wanted, 3, milliseconds) <= 0) {
    note_end(child, WNOHANG);
    // What the child has left behind may hold its pipes open for ever.
    if (child->status >= 0) {
      close_one(&child->output);
      close_one(&child->errors);
    }
    return 0;
  }
  if (wanted[0].revents != 0) {
    ssize_t done = write(child->input, given, give);
    if (done > 0) *given_count = (size_t)done;
    if (done < 0 && errno != EAGAIN && errno != EINTR) close_one(&child->input);
  }
  if (wanted[1].revents != 0) *answer_count = read_some(&child->output, answers, take);
  if (wanted[2].revents != 0) *error_count = read_some(&child->errors, errors, hear);
  return *given_count > 0 || *answer_count > 0;
}

void process_child_close_input(process_child *child) { close_one(&child->input); }

void process_child_wait(process_child *child, int milliseconds) {
  const struct timespec pause = {0, 1000000};
  for (int waited = 0; child->status < 0; waited++) {
    note_end(child, WNOHANG);
    if (child->status >= 0 || waited >= milliseconds) return;
    nanosleep(&pause, NULL);
  }
}

void process_child_end(process_child *child) {
  if (child->pid <= 0) return;
  close_one(&child->input);
  close_one(&child->output);
  close_one(&child->errors);
  // What it started may live on where it has ended.
  kill(-child->pid, SIGKILL);
  note_end(child, 0);
  if (running == child->pid) running = 0;
  if (child->memory != NULL) munmap(child->memory, child->memory_size);
  child->memory = NULL;
  child->pid = 0;
}
