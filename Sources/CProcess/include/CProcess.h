#ifndef CPROCESS_H
#define CPROCESS_H

#include <stddef.h>

// What belongs to the process as a whole, and what a signal's handler may touch: Swift promises neither that its
// variables can be read in a handler, nor a `main` that is given its arguments.

// The arguments as `main` gets them, and their count; NULL where the system's C library does not tell.
//
// Swift reads /proc/self/cmdline instead, and where there is none the program seems to have no arguments.
char *const *process_arguments(int *count);

// The seconds of a clock that nobody sets, from a moment of its own on.
//
// Swift's own, ContinuousClock, brings its concurrency with it, which looks for processors and threads at the start of every command.
double process_seconds(void);

// Makes a new file that is removed by a signal which ends the process. Returns a descriptor for writing, or -1
// with `errno`.
int process_create_temporary(const char *path);

// Gives `file` a second name that is removed by a signal which ends the process. Returns 0, or -1 with `errno`.
int process_link_temporary(const char *path, const char *file);

// Removes a temporary file, and forgets it.
void process_remove_temporary(const char *path);

// Leaves a temporary file to others from now on.
void process_forget_temporary(const char *path);

// Keeps signals waiting until they are released; calls nest.
void process_hold_signals(void);
void process_release_signals(void);

// Shows on the terminal that standard error is how far long work has come, from the second second on: one line, written
// anew until the end. Nothing is shown where another timer runs.
//
// `name` is what the process does, which stays when another stage has none.
void process_progress_begin(const char *name);

// What is done from now on; empty texts where there is nothing to tell. `steps` that are counted make one of the `total`
// things, of which there are `total / steps`; 0 where nobody knows.
void process_progress_stage(
    const char *name, const char *detail, const char *unit, long long total, long long steps);

// What there is to tell of what is done, its count as it is.
void process_progress_remark(const char *detail);

// Counts steps that are done.
void process_progress_advance(long long count);

// Clears the line away, until it may be shown again.
void process_progress_pause(void);
void process_progress_resume(void);

// Clears the line away for good.
void process_progress_end(void);

// Has memory that is let go stay with the process, up to some megabytes, where the C library would give it back to the system: columns
// of numbers that come and go block by block cost less to fill than their pages cost to get.
void process_keep_memory(void);

// The path of the program that runs, where the system tells it. Returns 0, or -1.
int process_executable_path(char *path, size_t size);

// From now on Ctrl-C asks for an end, which whoever works looks for; asked a second time it ends the process.
void process_note_interrupt(void);
int process_is_interrupted(void);

// A program that runs beside this one, and its streams as they are here: descriptors, -1 where they are closed. `status` is -1
// while it runs, then its exit status, or 256 and the signal that ended it. `memory` is what both see, of `memory_size` bytes.
typedef struct {
  int pid, status, input, output, errors;
  void *memory;
  size_t memory_size;
} process_child;

// Starts a program, looked for along PATH; the arguments end with NULL. Memory of so many bytes is its descriptor 3; 0 where there is
// to be none. A signal that ends this process ends it, too. Returns 0, or -1 with `errno`.
int process_child_start(process_child *child, const char *const arguments[], size_t memory_size);

// Gives the child bytes and takes its answers, and what it says of errors, as far as either can be done at once; waits at most so
// long until something can. The counts say how much there is, or room for; then how much was done. Returns whether bytes were given
// or answers taken.
int process_child_exchange(
    process_child *child, const void *given, size_t *given_count, void *answers, size_t *answer_count, void *errors,
    size_t *error_count, int milliseconds);

// Tells the child that nothing more comes.
void process_child_close_input(process_child *child);

// Waits until the child has ended, at most so long.
void process_child_wait(process_child *child, int milliseconds);

// Starts a program that outlives this one, without its streams, and looks at it for so long at most: its exit status, 256 and the signal
// that ended it, 0 where it still runs; what the system calls the error, negative, where it could not be started.
int process_start_detached(const char *const arguments[], int milliseconds);

// Ends the child with all that it started, if it has not ended by itself.
void process_child_end(process_child *child);

// How many characters stand side by side on a terminal and above one another, and how many pixels; 0 where it does not tell.
typedef struct {
  int columns, rows, width, height;
} process_terminal_size;
process_terminal_size process_size_of_terminal(int descriptor);

// Asks the terminal of the process who it is (`CSI > q`), and waits for so long at most. Returns how many bytes of its answer came, 0
// where there is no terminal or it is not the process's to read. The terminal is then as it was, after a signal that ends the process too.
size_t process_ask_terminal_name(char *answer, size_t room, int milliseconds);

#endif
