#include "CProcess.h"
#include "Signals.h"

#include <signal.h>
#include <string.h>

static volatile sig_atomic_t is_noted, is_interrupted;

// The first asks for an end; whoever asks again wants it at once.
static void interrupt(int number) {
  is_interrupted = 1;
  is_noted = 0;
  process_handle_signal(number);
}

int interrupt_is_noted(int number) { return number == SIGINT && is_noted; }

void process_note_interrupt(void) {
  struct sigaction action;
  if (is_noted || sigaction(SIGINT, NULL, &action) != 0) return;
  if (!(action.sa_flags & SA_SIGINFO) && action.sa_handler == SIG_IGN) return;
  memset(&action, 0, sizeof action);
  action.sa_handler = interrupt;
  sigfillset(&action.sa_mask);
  is_noted = 1;
  sigaction(SIGINT, &action, NULL);
}

int process_is_interrupted(void) { return is_interrupted; }
