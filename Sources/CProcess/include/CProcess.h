#ifndef CPROCESS_H
#define CPROCESS_H

// What belongs to the process as a whole, and what a signal's handler may touch: Swift promises neither that its
// variables can be read in a handler, nor a `main` that is given its arguments.

// The arguments as `main` gets them, and their count; NULL where the system's C library does not tell.
//
// Swift reads /proc/self/cmdline instead, and where there is none the program seems to have no arguments.
char *const *process_arguments(int *count);

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

// Counts steps that are done.
void process_progress_advance(long long count);

// Clears the line away, until it may be shown again.
void process_progress_pause(void);
void process_progress_resume(void);

// Clears the line away for good.
void process_progress_end(void);

// How many characters stand side by side on a terminal; 0 where it does not tell.
int process_terminal_columns(int descriptor);

#endif
