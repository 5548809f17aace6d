// Starts a program shut off from the process that starts it. posix_spawn can set neither resource limits
// nor what happens when the parent dies, and Swift cannot fork; nothing else belongs here.
#pragma once
#include <sys/types.h>

struct ombud_program {
    const char *path;               // absolute
    char *const *arguments;         // the first is the program's name; ends with NULL
    char *const *environment;       // NAME=VALUE; ends with NULL
    const char *folder;             // working folder
    int input;                      // becomes standard input; -1 for none
    int output;                     // becomes standard output
    int errors;                     // becomes standard error
    unsigned long long file_bytes;  // the largest file it may write
    unsigned long long descriptors; // how many it may have open
};

// What could not be done when a program was not started.
enum ombud_spawn_step { OMBUD_SPAWN_FORK = 1, OMBUD_SPAWN_PREPARE, OMBUD_SPAWN_EXECUTE };

struct ombud_spawn_fault {
    int step;   // of ombud_spawn_step
    int number; // errno
};

// The new process, which leads a session and a process group of its own; -1 and `fault` when there is
// none. Returns once the program runs. On Linux the program is killed when the calling thread ends.
pid_t ombud_spawn(const struct ombud_program *program, struct ombud_spawn_fault *fault);
