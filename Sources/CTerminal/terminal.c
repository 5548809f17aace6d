#include "CTerminal.h"
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <termios.h>
#include <unistd.h>

static int input_fd = -1, output_fd = -1;
static int signal_pipe[2] = {-1, -1};
static struct termios before;
static char leaving[128];
static size_t leaving_length;
static volatile sig_atomic_t is_raw, is_ending;

static const int told[] = {SIGWINCH, SIGINT, SIGTERM, SIGHUP, SIGQUIT, SIGTSTP, SIGCONT};
static const int fatal[] = {SIGSEGV, SIGBUS, SIGILL, SIGFPE, SIGABRT, SIGTRAP, SIGSYS};
enum { FATAL_COUNT = sizeof fatal / sizeof fatal[0], TOLD_COUNT = sizeof told / sizeof told[0] };
static struct sigaction fatal_before[FATAL_COUNT];

static void write_all(int fd, const char *bytes, size_t count) {
    while (count > 0) {
        ssize_t written = write(fd, bytes, count);
        if (written < 0 && errno == EINTR) continue;
        if (written <= 0) return; // the terminal is gone
        bytes += written;
        count -= (size_t)written;
    }
}

void ombud_terminal_restore(void) {
    if (!is_raw) return;
    is_raw = 0;
    int number = errno;
    write_all(output_fd, leaving, leaving_length);
    tcsetattr(input_fd, TCSADRAIN, &before);
    errno = number;
}

void ombud_terminal_end(int code) {
    ombud_terminal_restore();
    _exit(code);
}

// The second wish to end is granted here: whoever should have acted on the first one hangs.
static void tell(int number) {
    int kept = errno;
    int ends = number == SIGINT || number == SIGTERM || number == SIGHUP || number == SIGQUIT;
    if (ends && is_ending) ombud_terminal_end(128 + number);
    if (ends) is_ending = 1;
    char byte = (char)number;
    ssize_t written = write(signal_pipe[1], &byte, 1);
    (void)written; // a full pipe has enough to tell
    errno = kept;
}

static void fail(int number) {
    ombud_terminal_restore();
    for (int i = 0; i < FATAL_COUNT; i++)
        if (fatal[i] == number) sigaction(number, &fatal_before[i], NULL);
    raise(number);
}

static void catch(int number, void (*handler)(int), struct sigaction *old) {
    struct sigaction action;
    memset(&action, 0, sizeof action);
    action.sa_handler = handler;
    action.sa_flags = SA_RESTART;
    sigemptyset(&action.sa_mask);
    sigaction(number, &action, old);
}

int ombud_terminal_guard(int input, int output, const char *restoring) {
    leaving_length = strlen(restoring);
    if (leaving_length >= sizeof leaving || tcgetattr(input, &before) != 0 || pipe(signal_pipe) != 0) return -1;
    memcpy(leaving, restoring, leaving_length);
    input_fd = input;
    output_fd = output;
    for (int i = 0; i < 2; i++) {
        fcntl(signal_pipe[i], F_SETFD, FD_CLOEXEC);
        fcntl(signal_pipe[i], F_SETFL, O_NONBLOCK);
    }
    for (int i = 0; i < TOLD_COUNT; i++) catch(told[i], tell, NULL);
    for (int i = 0; i < FATAL_COUNT; i++) catch(fatal[i], fail, &fatal_before[i]);
    return signal_pipe[0];
}

int ombud_terminal_raw(void) {
    struct termios raw = before;
    cfmakeraw(&raw);
    is_raw = 1;
    return tcsetattr(input_fd, TCSADRAIN, &raw);
}

void ombud_terminal_stop(void) {
    ombud_terminal_restore();
    // The others of the group first, this process itself without a race: a shell takes the terminal back
    // when all of them stand still.
    catch(SIGTSTP, SIG_IGN, NULL);
    kill(0, SIGTSTP);
    catch(SIGTSTP, SIG_DFL, NULL);
    // The threads of a pool take no signals.
    sigset_t stop, mask;
    sigemptyset(&stop);
    sigaddset(&stop, SIGTSTP);
    pthread_sigmask(SIG_UNBLOCK, &stop, &mask);
    raise(SIGTSTP);
    pthread_sigmask(SIG_SETMASK, &mask, NULL);
    catch(SIGTSTP, tell, NULL);
}
