// Between fork and exec only what POSIX calls async-signal-safe may be used: other threads of the parent
// may have held any lock at the time of the fork.
#if defined(__linux__)
#define _GNU_SOURCE
#endif
#include "CSpawn.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>
#if defined(__linux__)
#include <sys/prctl.h>
#endif

// Above the standard three and whatever the parent gave: the copies made here cannot be overwritten.
enum { FIRST_OWN = 10, MOST_CLOSED_ONE_BY_ONE = 65536, BUSY_TRIES = 50 };

static void limit(int resource, rlim_t wanted) {
    struct rlimit now;
    if (getrlimit(resource, &now) != 0) return;
    if (now.rlim_max != RLIM_INFINITY && wanted > now.rlim_max) wanted = now.rlim_max;
    now.rlim_cur = now.rlim_max = wanted;
    setrlimit(resource, &now);
}

static void close_rest_on_exec(void) {
#if defined(__linux__) && defined(CLOSE_RANGE_CLOEXEC)
    if (close_range(3, ~0U, CLOSE_RANGE_CLOEXEC) == 0) return;
#endif
    long most = sysconf(_SC_OPEN_MAX);
    if (most < 0 || most > MOST_CLOSED_ONE_BY_ONE) most = MOST_CLOSED_ONE_BY_ONE;
    for (int fd = 3; fd < most; fd++) fcntl(fd, F_SETFD, FD_CLOEXEC);
}

static void default_signals(void) {
    struct sigaction action;
    memset(&action, 0, sizeof action);
    action.sa_handler = SIG_DFL;
    for (int number = 1; number < NSIG; number++) sigaction(number, &action, NULL);
    sigset_t none;
    sigemptyset(&none);
    sigprocmask(SIG_SETMASK, &none, NULL);
}

#if defined(__linux__)
// When memory runs out, the kernel takes the program and not the daemon.
static void offer_to_oom_killer(void) {
    int file = open("/proc/self/oom_score_adj", O_WRONLY | O_CLOEXEC);
    if (file < 0) return;
    ssize_t written = write(file, "500", 3);
    (void)written; // no worse off than before
    close(file);
}
#endif

static int prepare(const struct ombud_program *program, pid_t parent) {
    if (setsid() < 0) return -1;
#if defined(__linux__)
    if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0) return -1;
    if (prctl(PR_SET_PDEATHSIG, SIGKILL, 0, 0, 0) != 0) return -1;
    // It may have died before it was asked to tell.
    if (getppid() != parent) _exit(127);
    offer_to_oom_killer();
#else
    (void)parent;
#endif
    umask(077);
    limit(RLIMIT_CORE, 0);
    limit(RLIMIT_FSIZE, (rlim_t)program->file_bytes);
    limit(RLIMIT_NOFILE, (rlim_t)program->descriptors);
    if (chdir(program->folder) != 0) return -1;

    int output = fcntl(program->output, F_DUPFD, FIRST_OWN);
    int errors = fcntl(program->errors, F_DUPFD, FIRST_OWN);
    int input =
        program->input < 0 ? open("/dev/null", O_RDONLY) : fcntl(program->input, F_DUPFD, FIRST_OWN);
    if (output < 0 || errors < 0 || input < 0) return -1;
    if (dup2(input, 0) < 0 || dup2(output, 1) < 0 || dup2(errors, 2) < 0) return -1;
    close_rest_on_exec();
    default_signals();
    return 0;
}

// A program that is being written, or whose writer was copied by a fork elsewhere, is busy for a moment.
static void execute(const struct ombud_program *program) {
    for (int try = 0; try < BUSY_TRIES; try++) {
        execve(program->path, program->arguments, program->environment);
        if (errno != ETXTBSY) return;
        nanosleep(&(struct timespec){.tv_nsec = 10000000}, NULL);
    }
    errno = ETXTBSY;
}

static void tell(int report, int step, int number) {
    struct ombud_spawn_fault fault = {.step = step, .number = number};
    ssize_t written = write(report, &fault, sizeof fault);
    (void)written; // a parent that is gone needs no report
    _exit(127);
}

// A pipe whose ends no program started elsewhere in this process keeps open for long.
static int private_pipe(int ends[2]) {
#if defined(__linux__)
    return pipe2(ends, O_CLOEXEC);
#else
    if (pipe(ends) != 0) return -1;
    fcntl(ends[0], F_SETFD, FD_CLOEXEC);
    fcntl(ends[1], F_SETFD, FD_CLOEXEC);
    return 0;
#endif
}

pid_t ombud_spawn(const struct ombud_program *program, struct ombud_spawn_fault *fault) {
    int ends[2];
    if (private_pipe(ends) != 0) {
        *fault = (struct ombud_spawn_fault){.step = OMBUD_SPAWN_FORK, .number = errno};
        return -1;
    }
    pid_t parent = getpid();
    // No handler of the parent may run in the child.
    sigset_t all, before;
    sigfillset(&all);
    pthread_sigmask(SIG_SETMASK, &all, &before);
    pid_t child = fork();
    if (child == 0) {
        int report = fcntl(ends[1], F_DUPFD_CLOEXEC, FIRST_OWN);
        if (report < 0) _exit(127);
        if (prepare(program, parent) != 0) tell(report, OMBUD_SPAWN_PREPARE, errno);
        execute(program);
        tell(report, OMBUD_SPAWN_EXECUTE, errno);
    }
    int number = errno;
    pthread_sigmask(SIG_SETMASK, &before, NULL);
    close(ends[1]);
    if (child < 0) {
        *fault = (struct ombud_spawn_fault){.step = OMBUD_SPAWN_FORK, .number = number};
        close(ends[0]);
        return -1;
    }
    struct ombud_spawn_fault told;
    ssize_t length;
    do length = read(ends[0], &told, sizeof told);
    while (length < 0 && errno == EINTR);
    close(ends[0]);
    if (length != (ssize_t)sizeof told) return child; // closed by exec
    while (waitpid(child, NULL, 0) < 0 && errno == EINTR) {}
    *fault = told;
    return -1;
}
