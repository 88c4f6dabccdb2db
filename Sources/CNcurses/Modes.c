#include "Internal.h"
#include "CNcurses.h"

#include <string.h>

// What a terminal is told beyond ncurses' own modes. Sources: xterm control sequences (Dickey), with
// the private modes 1002, 1004, 1006 and 2004 and the stack of titles.
typedef struct {
  unsigned mode;
  const char *on;
  const char *off;
} mode_sequences;

static const mode_sequences sequences[] = {
  {LC_MODE_PASTE, "\033[?2004h", "\033[?2004l"},
  {LC_MODE_FOCUS, "\033[?1004h", "\033[?1004l"},
  {LC_MODE_MOUSE, "\033[?1002h\033[?1006h", "\033[?1006l\033[?1002l"},
  // Where there is no stack of titles, an empty one makes the terminal show its own again.
  {LC_MODE_TITLE, "\033[22;2t", "\033]2;\033\\\033[23;2t"},
};
enum { SEQUENCES = sizeof sequences / sizeof *sequences };

static unsigned wanted = 0;
static volatile sig_atomic_t active = 0;  // read by the handler of a crash

static void change(unsigned modes) {
  for (int i = 0; i < SEQUENCES; i++) {
    unsigned mode = sequences[i].mode;
    if ((modes & mode) == ((unsigned)active & mode)) continue;
    const char *sequence = modes & mode ? sequences[i].on : sequences[i].off;
    lc_send(sequence, strlen(sequence));
  }
  active = (sig_atomic_t)modes;
}

void lc_set_modes(unsigned modes) {
  wanted = lc_takes_sequences() ? modes : 0;
  if (lc_is_taken) change(wanted);
}

void lc_modes_enter(void) { change(wanted); }

void lc_modes_leave(void) { change(0); }

void lc_modes_crash(void) {
  for (int i = 0; i < SEQUENCES; i++)
    if ((unsigned)active & sequences[i].mode)
      lc_write_all(lc_output, sequences[i].off, strlen(sequences[i].off));
  active = 0;
}
