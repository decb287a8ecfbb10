"""Who does the tasks: this process, several, or the workers of a cluster.

Each hands back the answers as they come, in any order, with the place of their task.
"""

from __future__ import annotations

import pickle
from collections import deque
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from importlib import import_module
from time import monotonic, sleep
from typing import Any, Protocol

from ladder import LadderError, Person
from ladder.errors import NotInstalled

from .work import Answers, Errand, Worker

Tasks = Sequence[Sequence[Person]]

PATIENCE = 1.0
"""Seconds of work before other processes are started, which takes about as long."""

LONELY = 300.0
"""Seconds in which a cluster that has no workers may get some, as those that grow by need do."""

AT_HAND = 2
"""Tasks that a process has, so that it need not wait for the next one."""


class Crew(Protocol):
    """Whoever does tasks."""

    def do(self, tasks: Tasks) -> Iterator[tuple[int, Answers]]:
        """Do tasks, and tell of each when it is done."""


class NoCluster(LadderError):
    """The cluster cannot be reached, or is gone; what is done already is not lost."""


class LostProcess(LadderError):
    """A process that worked on it ended by itself; what is done already is not lost."""


@contextmanager
def crew_for(errand: Errand, jobs: int, scheduler: str | None = None) -> Iterator[Crew]:
    """Gather a crew for an errand, and send it home."""
    if scheduler is not None:
        with _cluster(errand, scheduler) as crew:
            yield crew
        return
    crew = _Processes(errand, jobs) if jobs > 1 else _Alone(errand)
    try:
        yield crew
    finally:
        crew.close()


class _Alone:
    def __init__(self, errand: Errand) -> None:
        self._worker = Worker(errand)

    def do(self, tasks: Tasks) -> Iterator[tuple[int, Answers]]:
        for place, people in enumerate(tasks):
            yield place, self._worker.do(people)

    def close(self) -> None:
        """There is nobody to send home."""


class _Processes:
    """Works by itself, and with other processes once there turns out to be enough to do."""

    def __init__(self, errand: Errand, jobs: int) -> None:
        self._errand = errand
        self._jobs = jobs
        self._alone = _Alone(errand)
        self._left = PATIENCE
        self._pools: list[Any] = []
        self._busy = False

    def do(self, tasks: Tasks) -> Iterator[tuple[int, Answers]]:
        done = 0
        alone = self._alone.do(tasks)
        while not self._pools and self._left > 0:
            began = monotonic()
            one = next(alone, None)
            self._left -= monotonic() - began
            if one is None:
                return
            yield one
            done += 1
        yield from self._together(tasks, range(done, len(tasks)))

    def _together(self, tasks: Tasks, places: Sequence[int]) -> Iterator[tuple[int, Answers]]:
        from concurrent.futures import FIRST_COMPLETED, wait
        from concurrent.futures.process import BrokenProcessPool

        self._pools = self._pools or [self._another() for _ in range(self._jobs)]
        strands = Strands(places, self._jobs)
        running: dict[Any, tuple[int, int]] = {}

        def hand(worker: int) -> None:
            if (place := strands.next_for(worker)) is not None:
                running[self._pools[worker].submit(_do, tasks[place])] = worker, place

        self._busy = True
        try:
            for worker in [*range(self._jobs)] * AT_HAND:
                hand(worker)
            while running:
                for future in wait(running, return_when=FIRST_COMPLETED).done:
                    worker, place = running.pop(future)
                    hand(worker)
                    yield place, future.result()
            self._busy = False
        except BrokenProcessPool as error:
            raise LostProcess(
                "a process that worked on it has ended, perhaps for want of memory; what is done "
                "is kept, and fewer --jobs need less"
            ) from error

    def _another(self) -> Any:
        """A process with tasks of its own: what one has found out, only that one knows."""
        from concurrent.futures import ProcessPoolExecutor
        from multiprocessing import get_context

        return ProcessPoolExecutor(1, get_context("spawn"), _begin, (self._errand,))

    def close(self) -> None:
        """Let the processes go, whatever they are at."""
        for pool in self._pools:
            if self._busy:  # what they are at may take long
                for process in list((getattr(pool, "_processes", None) or {}).values()):
                    process.terminate()
            pool.shutdown(cancel_futures=True)


class Strands:
    """Tasks in as many strands as there are workers, each of which goes through one of its own.

    Neighbours have most alike, which only helps whoever has done the one before. So that nobody is
    idle, who is through takes from the end of the longest that is left.

    >>> strands = Strands(range(5), 2)
    >>> [strands.next_for(worker) for worker in (0, 1, 1, 1, 0, 0)]
    [0, 3, 4, 2, 1, None]
    """

    def __init__(self, places: Sequence[int], number: int) -> None:
        length = max(1, -(-len(places) // number))
        self._left = [deque(places[length * one :][:length]) for one in range(number)]

    def next_for(self, worker: int) -> int | None:
        """Take the task that a worker is to do next, if there is any."""
        if own := self._left[worker]:
            return own.popleft()
        longest = max(self._left, key=len)
        return longest.pop() if longest else None


_WORKERS: dict[str, Worker] = {}
"""Of this process, by their errands; a worker of a cluster may have run one before."""


def _begin(errand: Errand) -> None:
    import signal

    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for whoever asked
    _WORKERS[""] = Worker(errand)


def _do(people: Sequence[Person]) -> Answers:
    return _WORKERS[""].do(people)


class _Cluster:
    def __init__(self, client: Any, errand: Errand) -> None:
        self._client = client
        self._name = errand.fingerprint
        # As the result of a task, and not scattered: where a worker is lost with it, it is made
        # anew.
        self._errand = client.submit(pickle.loads, pickle.dumps(errand), pure=False, retries=3)

    def do(self, tasks: Tasks) -> Iterator[tuple[int, Answers]]:
        as_completed = import_module("distributed").as_completed
        places = {}
        for place, people in enumerate(tasks):
            future = self._client.submit(
                _do_there, self._errand, self._name, people, pure=False, retries=3
            )
            places[future] = place
        done = as_completed(places, loop=self._client.loop)
        while not done.is_empty():
            self._wait_for(done)
            future = next(done)
            yield places.pop(future), future.result()

    def _wait_for(self, done: Any) -> None:
        """Wait for the next task that is done, but not for ever where nobody works on it."""
        looked = last_seen = monotonic()
        while not done.has_ready() and not done.is_empty():
            sleep(0.01)
            if monotonic() - looked < LONELY / 10:
                continue
            looked = monotonic()
            if self._client.nthreads():
                last_seen = looked
            elif looked - last_seen > LONELY:
                raise NoCluster(
                    f"the cluster has had no workers for {LONELY:.0f} seconds; what is done is kept"
                )


@contextmanager
def _cluster(errand: Errand, address: str) -> Iterator[Crew]:
    try:
        distributed = import_module("distributed")
    except ImportError:
        raise NotInstalled("a cluster needs", "distributed", "cluster") from None
    from concurrent.futures import CancelledError

    gone = OSError, TimeoutError, CancelledError  # what distributed raises itself is an OSError
    try:
        client = distributed.Client(address, timeout="10s", set_as_default=False)
    except (*gone, ValueError) as error:
        raise NoCluster(f"there is no cluster at {address}: {error}") from error
    try:
        yield _Cluster(client, errand)
    except gone as error:
        raise NoCluster(f"the cluster at {address} is gone; what is done is kept") from error
    except distributed.KilledWorker as error:
        raise NoCluster(
            f"workers of the cluster at {address} end again and again, perhaps for want of memory; "
            "what is done is kept"
        ) from error
    except ModuleNotFoundError as error:
        raise NoCluster(
            f"the workers of the cluster at {address} have no package {error.name}; install the "
            "same version of career-ladder there"
        ) from error
    finally:
        client.close(timeout=2)


def _do_there(errand: Errand, name: str, people: Sequence[Person]) -> Answers:
    if name not in _WORKERS:
        _WORKERS.clear()
        _WORKERS[name] = Worker(errand)
    return _WORKERS[name].do(people)
