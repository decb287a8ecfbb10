"""Who does the tasks: this process, several, or the workers of a cluster.

Each hands back the answers as they come, in any order, with the place of their task.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from importlib import import_module
from typing import Any, Protocol

from ladder import LadderError, Person

from .work import Answers, Errand, Worker

Tasks = Sequence[Sequence[Person]]


class Crew(Protocol):
    """Whoever does tasks."""

    def do(self, tasks: Tasks) -> Iterator[tuple[int, Answers]]:
        """Do tasks, and tell of each when it is done."""


class NoCluster(LadderError):
    """The cluster cannot be reached, or is gone; what is done already is not lost."""


@contextmanager
def crew_for(errand: Errand, jobs: int, scheduler: str | None = None) -> Iterator[Crew]:
    """Gather a crew for an errand, and send it home."""
    if scheduler is not None:
        with _cluster(errand, scheduler) as crew:
            yield crew
    elif jobs > 1:
        with _processes(errand, jobs) as crew:
            yield crew
    else:
        yield _Alone(errand)


class _Alone:
    def __init__(self, errand: Errand) -> None:
        self._worker = Worker(errand)

    def do(self, tasks: Tasks) -> Iterator[tuple[int, Answers]]:
        for place, people in enumerate(tasks):
            yield place, self._worker.do(people)


class _Processes:
    def __init__(self, pool: Any) -> None:
        self._pool = pool

    def do(self, tasks: Tasks) -> Iterator[tuple[int, Answers]]:
        from concurrent.futures import as_completed

        waiting = {self._pool.submit(_do, people): place for place, people in enumerate(tasks)}
        for done in as_completed(waiting):
            yield waiting[done], done.result()


@contextmanager
def _processes(errand: Errand, jobs: int) -> Iterator[Crew]:
    from concurrent.futures import ProcessPoolExecutor
    from multiprocessing import get_context

    pool = ProcessPoolExecutor(jobs, get_context("spawn"), _begin, (errand,))
    try:
        yield _Processes(pool)
    finally:
        pool.shutdown(cancel_futures=True)


_WORKERS: dict[str, Worker] = {}
"""Of this process, by their errands; a worker of a cluster may have run one before."""


def _begin(errand: Errand) -> None:
    import signal

    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for whoever asked
    _WORKERS[""] = Worker(errand)


def _do(people: Sequence[Person]) -> Answers:
    return _WORKERS[""].do(people)


class _Cluster:
    def __init__(self, client: Any, errand: Errand, address: str) -> None:
        self._client = client
        self._address = address
        self._name = errand.fingerprint
        self._errand = client.scatter(errand, broadcast=True)

    def do(self, tasks: Tasks) -> Iterator[tuple[int, Answers]]:
        as_completed = import_module("distributed").as_completed
        places = {}
        for place, people in enumerate(tasks):
            future = self._client.submit(
                _do_there, self._errand, self._name, people, pure=False, retries=3
            )
            places[future] = place
        for future in as_completed(places):
            yield places.pop(future), future.result()


@contextmanager
def _cluster(errand: Errand, address: str) -> Iterator[Crew]:
    try:
        distributed = import_module("distributed")
    except ImportError:
        raise LadderError(
            "a cluster needs the package distributed; install it with: "
            'pip install "career-ladder[cluster]"'
        ) from None
    from concurrent.futures import CancelledError

    gone = OSError, TimeoutError, CancelledError  # what distributed raises itself is an OSError
    try:
        client = distributed.Client(address, timeout="10s", set_as_default=False)
    except (*gone, ValueError) as error:
        raise NoCluster(f"there is no cluster at {address}: {error}") from error
    try:
        yield _Cluster(client, errand, address)
    except gone as error:
        raise NoCluster(f"the cluster at {address} is gone; what is done is kept") from error
    finally:
        client.close(timeout=2)


def _do_there(errand: Errand, name: str, people: Sequence[Person]) -> Answers:
    if name not in _WORKERS:
        _WORKERS.clear()
        _WORKERS[name] = Worker(errand)
    return _WORKERS[name].do(people)
