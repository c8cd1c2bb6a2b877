"""Bounds on memory and processor time that the worker puts on itself before it reads a byte.

The only module that knows operating systems: `setrlimit` on POSIX, a Job Object on Windows.
"""

from __future__ import annotations

import sys


def confine(memory: int, seconds: int) -> None:
    """Let this process allocate at most `memory` bytes and compute at most `seconds`."""
    if sys.platform == "win32":
        _confine_windows(memory, seconds)
    else:
        _confine_posix(memory, seconds)


if sys.platform != "win32":

    def _confine_posix(memory: int, seconds: int) -> None:
        import resource

        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        for kind, bound in ((resource.RLIMIT_CPU, seconds), (resource.RLIMIT_AS, memory)):
            # Whoever started the program may have set a harder limit, which must stand.
            hard = resource.getrlimit(kind)[1]
            allowed = bound if hard == resource.RLIM_INFINITY else min(bound, hard)
            resource.setrlimit(kind, (allowed, hard))

else:
    import ctypes
    from ctypes import wintypes

    NO_ERROR_BOXES = 0x0001 | 0x0002
    LIMIT_TIME, LIMIT_MEMORY, DIE_QUIETLY = 0x0002, 0x0100, 0x0400
    EXTENDED_LIMITS = 9
    TICKS_PER_SECOND = 10_000_000

    class _BasicLimits(ctypes.Structure):
        _fields_ = [
            ("process_time", ctypes.c_int64),
            ("job_time", ctypes.c_int64),
            ("flags", wintypes.DWORD),
            ("minimum_working_set", ctypes.c_size_t),
            ("maximum_working_set", ctypes.c_size_t),
            ("active_processes", wintypes.DWORD),
            ("affinity", ctypes.c_size_t),
            ("priority_class", wintypes.DWORD),
            ("scheduling_class", wintypes.DWORD),
        ]

    class _ExtendedLimits(ctypes.Structure):
        _fields_ = [
            ("basic", _BasicLimits),
            ("io_counters", ctypes.c_uint64 * 6),
            ("process_memory", ctypes.c_size_t),
            ("job_memory", ctypes.c_size_t),
            ("peak_process_memory", ctypes.c_size_t),
            ("peak_job_memory", ctypes.c_size_t),
        ]

    def _confine_windows(memory: int, seconds: int) -> None:
        # Nested jobs exist since Windows 8, so this also works inside somebody else's job.
        kernel = ctypes.WinDLL("kernel32", use_last_error=True)
        kernel.SetErrorMode(NO_ERROR_BOXES)
        kernel.CreateJobObjectW.restype = wintypes.HANDLE
        kernel.GetCurrentProcess.restype = wintypes.HANDLE
        limits = _ExtendedLimits()
        limits.basic.flags = LIMIT_TIME | LIMIT_MEMORY | DIE_QUIETLY
        limits.basic.process_time = seconds * TICKS_PER_SECOND
        limits.process_memory = memory
        job = wintypes.HANDLE(kernel.CreateJobObjectW(None, None))
        size = ctypes.sizeof(limits)
        kernel.SetInformationJobObject(job, EXTENDED_LIMITS, ctypes.byref(limits), size)
        kernel.AssignProcessToJobObject(job, wintypes.HANDLE(kernel.GetCurrentProcess()))
