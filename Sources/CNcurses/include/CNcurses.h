#ifndef CNCURSES_H
#define CNCURSES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

// The terminal through ncurses, without any type, macro or global of ncurses in sight: its names are
// common words, its macros are invisible to Swift, and its globals are not safe for concurrency.
// All functions but lc_wake belong to one thread.

// MARK: The screen

typedef enum {
  LC_STARTED = 0,
  LC_NOT_A_TERMINAL = 1,   // the output, or every input that could be had, is no terminal
  LC_UNKNOWN_TERMINAL = 2, // terminfo does not know $TERM
  LC_DUMB_TERMINAL = 3     // terminfo knows no way to move its cursor
} lc_start_result;

/// Takes the terminal: input from standard input or, where that is no terminal, from /dev/tty.
///
/// `log_path` is where standard error goes while the screen is up; NULL leaves it alone.
/// `wants_direct_color` prefers a description of the terminal with colours by their parts, where
/// terminfo has one.
lc_start_result lc_start(const char *log_path, bool wants_direct_color);
/// Gives the terminal back as it was found. Harmless when it is not taken.
void lc_stop(void);
/// Gives the terminal back for another program; lc_resume takes it again.
void lc_release(void);
/// Takes the terminal again after lc_release, or after the process was stopped from outside; the
/// next frame is sent as a whole.
void lc_resume(void);
/// Stops the process group as ^Z does in a shell; returns when it goes on, the terminal taken again.
void lc_suspend(void);

enum {
  LC_MODE_PASTE = 1,  // what is pasted is marked as such
  LC_MODE_FOCUS = 2,  // the terminal says when it gets and loses the focus
  LC_MODE_MOUSE = 4,  // the terminal reports the mouse
  LC_MODE_TITLE = 8   // the title may be changed, and comes back at the end
};

/// Turns these modes on and all others off, now and whenever the terminal is taken again; they are
/// off while it is given back. Without effect where lc_takes_sequences is false.
void lc_set_modes(unsigned modes);
/// True for a terminal that takes the sequences of ECMA-48 and its descendants.
bool lc_takes_sequences(void);

/// True when text goes to the terminal as UTF-8.
bool lc_is_utf8(void);
/// True when the terminal has italics.
bool lc_has_italics(void);
/// How many colours the terminal has; 0 for none.
int lc_colors(void);

/// Reads the size of the window and makes the screen as large.
void lc_size(int *rows, int *columns);

// MARK: Frames

enum {
  LC_BOLD = 1, LC_REVERSE = 2, LC_UNDERLINE = 4, LC_ITALIC = 8, LC_DIM = 16
};

/// Makes a colour pair of two colour numbers, -1 being the terminal's own; false when it has no more.
bool lc_init_pair(int pair, int foreground, int background);
/// Forgets what is on the screen, so that the next frame starts from nothing.
void lc_clear(void);
/// Begins a run of cells that stand side by side.
void lc_run_begin(int row, int column);
/// Adds a cluster to the run, drawn so that it takes exactly `width` columns whatever libc thinks.
void lc_run_add(const uint32_t *scalars, int count, int width, unsigned attributes, int pair);
/// Adds clusters of one code point and one column each, which all look alike.
void lc_run_add_narrow(const uint32_t *scalars, int count, unsigned attributes, int pair);
/// Draws the run.
void lc_run_end(void);
/// Sends what changed since the last frame, and shows the cursor or hides it.
void lc_frame(int cursor_row, int cursor_column, bool cursor_visible);
/// Sends bytes to the terminal as they are, between frames.
void lc_send(const char *bytes, size_t count);

// MARK: Input

enum {
  LC_INPUT = 1,        // bytes wait to be read
  LC_WOKEN = 2,        // lc_wake was called
  LC_TERMINATED = 4,   // SIGTERM, SIGHUP or SIGINT came, or the terminal is gone
  LC_CONTINUED = 8,    // SIGCONT came
  LC_STOP_ASKED = 16   // SIGTSTP came
};

/// Waits for input, a signal or lc_wake, at most so many milliseconds (-1: without end), and returns
/// what there is.
int lc_wait(int milliseconds);
/// Reads waiting bytes; 0 when there are none or the terminal is gone.
size_t lc_read(uint8_t *bytes, size_t capacity);
/// True when bytes wait to be read.
bool lc_has_input(void);
/// Ends a wait. Any thread, and any signal handler, may call it at any time.
void lc_wake(void);

#endif
