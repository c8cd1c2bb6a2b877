/* What a process does to the files of one folder, seen below every library: counted, recorded,
 * cut off or refused. Loaded in front of the C library (LD_PRELOAD); `shim_watch` begins it.
 *
 * An operation is a making, a write, a change of length, a sync, a renaming or a deletion. Of the
 * index of a log (-shm), which the database makes anew after a crash, only failures are played.
 */
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <signal.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/types.h>
#include <unistd.h>

enum { MADE = 1, WROTE, CUT, SYNCED, RENAMED, DELETED, NOTE, FOLDER_SYNCED };
enum { BEFORE = 0, HALF = 1, AFTER = 2 };
enum { NOT_OURS = 0, OURS = 1, INDEX = 2 };
#define MOST 4096
/* Neither a kill nor a disk tears what is smaller. */
#define SECTOR 512

static char folder[PATH_MAX];
static size_t folder_length;
static int log_file = -1;
static long operation, kill_at, fail_at, writes;
static int kill_how, fail_number, fail_on, paused;
static unsigned char kind_of[MOST];

static void put(const void *bytes, size_t length) {
    const char *at = bytes;
    while (length) {
        ssize_t done = syscall(SYS_write, log_file, at, length);
        if (done <= 0) _exit(97);
        at += done;
        length -= done;
    }
}

struct record { int64_t kind, file, offset, length; };

static void record(int kind, int64_t file, int64_t offset, const void *bytes, size_t length) {
    if (log_file < 0) return;
    struct record head = { kind, file, offset, (int64_t)length };
    put(&head, sizeof head);
    put(bytes, length);
}

static int64_t file_of(int fd) {
    struct stat found;
    return fstat(fd, &found) ? -1 : (int64_t)found.st_ino;
}

static int whose(const char *path) {
    if (!folder_length || paused || strncmp(path, folder, folder_length)) return NOT_OURS;
    size_t length = strlen(path);
    return length > 4 && !strcmp(path + length - 4, "-shm") ? INDEX : OURS;
}

static int whose_fd(int fd) { return folder_length && !paused && fd >= 0 && fd < MOST ? kind_of[fd] : NOT_OURS; }

static void note_fd(int fd) {
    if (!folder_length || fd < 0 || fd >= MOST) return;
    char link[64], path[PATH_MAX];
    snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
    ssize_t length = readlink(link, path, sizeof path - 1);
    path[length > 0 ? length : 0] = 0;
    kind_of[fd] = whose(path);
}

static void die(void) { kill(getpid(), SIGKILL); for (;;) pause(); }

static void begins(void) { if (++operation == kill_at && kill_how == BEFORE) die(); }
static void ended(void) { if (operation == kill_at) die(); }

/* Whether what needs room on the disk is to fail now. */
static int fails(void) {
    writes++;
    if (!fail_at) return 0;
    return fail_on ? writes >= fail_at : writes == fail_at;
}

void shim_watch(const char *place, int log, long kill_operation, int how, long fail_write, int number,
                int stays) {
    strncpy(folder, place, sizeof folder - 1);
    folder_length = strlen(folder);
    log_file = log;
    operation = writes = 0;
    kill_at = kill_operation;
    kill_how = how;
    fail_at = fail_write;
    fail_number = number;
    fail_on = stays;
    memset(kind_of, 0, sizeof kind_of);
}

void shim_rest(void) { folder_length = 0; log_file = -1; }
void shim_pause(int whether) { paused = whether; }
long shim_operations(void) { return operation; }
long shim_writes(void) { return writes; }
void shim_note(const char *words) { record(NOTE, 0, 0, words, strlen(words)); }

static int opened(int dir, const char *path, int flags, mode_t mode) {
    int making = 0;
    int ours = path[0] == '/' ? whose(path) : NOT_OURS;
    if (ours == OURS && (flags & O_CREAT)) making = faccessat(dir, path, F_OK, 0) != 0;
    int cutting = ours == OURS && (flags & O_TRUNC) && !making;
    if (making && fails()) { errno = fail_number; return -1; }
    if (making || cutting) begins();
    int fd = syscall(SYS_openat, dir, path, flags, mode);
    if (fd < 0) return fd;
    if (fd < MOST) kind_of[fd] = NOT_OURS;
    note_fd(fd);
    if (making) record(MADE, file_of(fd), 0, path, strlen(path));
    if (cutting) record(CUT, file_of(fd), 0, "", 0);
    if (making || cutting) ended();
    return fd;
}

#define OPEN(name) \
    int name(const char *path, int flags, ...) { \
        mode_t mode = 0; \
        if (flags & (O_CREAT | O_TMPFILE)) { va_list rest; va_start(rest, flags); mode = va_arg(rest, mode_t); va_end(rest); } \
        return opened(AT_FDCWD, path, flags, mode); \
    }
#define OPENAT(name) \
    int name(int dir, const char *path, int flags, ...) { \
        mode_t mode = 0; \
        if (flags & (O_CREAT | O_TMPFILE)) { va_list rest; va_start(rest, flags); mode = va_arg(rest, mode_t); va_end(rest); } \
        return opened(dir, path, flags, mode); \
    }
OPEN(open) OPEN(open64) OPENAT(openat) OPENAT(openat64)
int __open_2(const char *path, int flags) { return opened(AT_FDCWD, path, flags, 0); }
int __open64_2(const char *path, int flags) { return opened(AT_FDCWD, path, flags, 0); }

static ssize_t written(int fd, const void *bytes, size_t length, off_t offset, int placed) {
    int kind = whose_fd(fd);
    if (kind == NOT_OURS) goto plain;
    off_t at = placed ? offset : lseek(fd, 0, SEEK_CUR);
    struct stat found;
    if (!fstat(fd, &found)) {
        /* A full disk still takes what lies within the file already. */
        int needs_room = fail_number != ENOSPC || at + (off_t)length > found.st_size;
        if (needs_room && fails()) { errno = fail_number; return -1; }
    }
    if (kind == INDEX) goto plain;
    if (!placed && (fcntl(fd, F_GETFL) & O_APPEND) && !fstat(fd, &found)) at = found.st_size;
    begins();
    if (operation == kill_at && kill_how == HALF) {
        syscall(SYS_pwrite64, fd, bytes, length / 2 / SECTOR * SECTOR, at);
        die();
    }
    ssize_t done = placed ? syscall(SYS_pwrite64, fd, bytes, length, offset) : syscall(SYS_write, fd, bytes, length);
    if (done > 0) record(WROTE, file_of(fd), at, bytes, done);
    ended();
    return done;
plain:
    return placed ? syscall(SYS_pwrite64, fd, bytes, length, offset) : syscall(SYS_write, fd, bytes, length);
}

ssize_t write(int fd, const void *bytes, size_t length) { return written(fd, bytes, length, 0, 0); }
ssize_t pwrite(int fd, const void *bytes, size_t length, off_t at) { return written(fd, bytes, length, at, 1); }
ssize_t pwrite64(int fd, const void *bytes, size_t length, off64_t at) { return written(fd, bytes, length, at, 1); }

/* Whoever copies by these takes to plain writes when they are refused. */
ssize_t sendfile(int to, int from, off_t *at, size_t length) {
    if (whose_fd(to)) { errno = EINVAL; return -1; }
    return syscall(SYS_sendfile, to, from, at, length);
}
ssize_t sendfile64(int to, int from, off64_t *at, size_t length) { return sendfile(to, from, at, length); }
ssize_t copy_file_range(int from, off64_t *a, int to, off64_t *b, size_t length, unsigned flags) {
    if (whose_fd(to)) { errno = EINVAL; return -1; }
    return syscall(SYS_copy_file_range, from, a, to, b, length, flags);
}

static int cut(int fd, off_t length) {
    if (whose_fd(fd) != OURS) return syscall(SYS_ftruncate, fd, length);
    begins();
    int done = syscall(SYS_ftruncate, fd, length);
    if (!done) record(CUT, file_of(fd), length, "", 0);
    ended();
    return done;
}
int ftruncate(int fd, off_t length) { return cut(fd, length); }
int ftruncate64(int fd, off64_t length) { return cut(fd, length); }

static int synced(int fd, int call) {
    struct stat found;
    int is_folder = folder_length && !paused && !fstat(fd, &found) && S_ISDIR(found.st_mode);
    if (is_folder) { record(FOLDER_SYNCED, 0, 0, "", 0); return syscall(call, fd); }
    if (whose_fd(fd) != OURS) return syscall(call, fd);
    begins();
    int done = syscall(call, fd);
    if (!done) record(SYNCED, file_of(fd), 0, "", 0);
    ended();
    return done;
}
int fsync(int fd) { return synced(fd, SYS_fsync); }
int fdatasync(int fd) { return synced(fd, SYS_fdatasync); }

int close(int fd) {
    if (fd >= 0 && fd < MOST) kind_of[fd] = NOT_OURS;
    return syscall(SYS_close, fd);
}

int rename(const char *from, const char *to) {
    if (whose(from) != OURS && whose(to) != OURS) return syscall(SYS_rename, from, to);
    if (fail_number != ENOSPC && fails()) { errno = fail_number; return -1; }
    begins();
    int done = syscall(SYS_rename, from, to);
    if (!done && log_file >= 0) {
        char both[2 * PATH_MAX];
        int length = snprintf(both, sizeof both, "%s\n%s", from, to);
        record(RENAMED, 0, 0, both, length);
    }
    ended();
    return done;
}

int unlink(const char *path) {
    if (whose(path) != OURS) return syscall(SYS_unlink, path);
    begins();
    int done = syscall(SYS_unlink, path);
    if (!done) record(DELETED, 0, 0, path, strlen(path));
    ended();
    return done;
}
