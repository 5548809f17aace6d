// Keeps a terminal safe while a program has it for itself: signals come as bytes of a pipe, and whatever ends
// the program, its attributes and the screen are put back. Swift cannot write a signal handler; nothing else
// belongs here. One terminal a process.
#pragma once

// Notes the attributes of the terminal `input` and catches signals; `restoring` (copied) is what is written
// to `output` to leave the screen. Returns the descriptor on which each signal's number comes, -1 on failure.
int ombud_terminal_guard(int input, int output, const char *restoring);

// Keys come one by one, without echo or signals. Returns 0, or -1.
int ombud_terminal_raw(void);

// Leaves the screen and puts the attributes back. Safe in a signal handler; done twice is done once.
void ombud_terminal_restore(void);

// Restores, stops the process group as Ctrl-Z does, and returns once it was continued.
void ombud_terminal_stop(void);

// Restores and ends the process at once.
_Noreturn void ombud_terminal_end(int code);
