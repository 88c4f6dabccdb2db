#ifndef LC_INTERNAL_H
#define LC_INTERNAL_H

// Included first everywhere: wcwidth and pipe flags are hidden without this.
#ifndef _GNU_SOURCE
#define _GNU_SOURCE
#endif
// Without it <ncurses.h> hides the wide-character functions; SwiftPM drops the flag of pkg-config.
#define NCURSES_WIDECHAR 1
#include <ncurses.h>
#include <signal.h>
#include <stdbool.h>
#include <termios.h>

// What the files of this target know of each other.

extern int lc_input;               // the descriptor of the keyboard
extern int lc_output;              // the descriptor of the screen
extern int lc_saved_error;         // standard error while it goes to the log, else -1
extern struct termios lc_shell_modes;     // the terminal's modes before lc_start
extern volatile sig_atomic_t lc_is_taken;  // whether the screen is up

/// Writes all bytes, whatever interrupts it; async-signal-safe.
void lc_write_all(int descriptor, const char *bytes, size_t count);

/// Turns the wanted modes on, all modes off, and all off from a signal handler.
void lc_modes_enter(void);
void lc_modes_leave(void);
void lc_modes_crash(void);

/// Opens the wake pipe where there is none yet.
bool lc_input_prepare(void);
int lc_wake_pipe_end(void);
/// The signals noted since the last call, as flags of lc_wait.
int lc_signals_take(void);
void lc_signals_install(const char *log_path);
void lc_signals_remove(void);
/// Leaves ^Z to the kernel while another program has the terminal, and notes it again after.
void lc_signals_yield(bool yielded);

#endif
