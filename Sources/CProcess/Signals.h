#ifndef CPROCESS_SIGNALS_H
#define CPROCESS_SIGNALS_H

// What the files of this target share.

// Sees to it that what ends the process removes temporary files and leaves the terminal clean first.
void process_handle_signals(void);

// The same for one signal.
void process_handle_signal(int number);

// Whether a signal is how the user asks for the report so far, rather than the end of the process.
int interrupt_is_noted(int number);

// Ends the child that runs; may be called in a handler.
void child_end_with_process(void);

// Clears the line of progress away for good; may be called in a handler.
void progress_leave_terminal(void);

// Gives a terminal that is being asked its mode back; may be called in a handler.
void terminal_take_mode_back(void);

// Whether a signal is how progress is shown, rather than the end of the process.
int progress_owns(int number);

#endif
