"""Tables of people on a Dask cluster, and what becomes of them when something goes wrong there."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from random import Random
from time import monotonic, sleep
from typing import Any

import pyarrow as pa
import pytest
from support.crowds import crowd, in_table

from graphs import people
from graphs.staff.crew import NoCluster
from graphs.staff.files import read_people, write_people
from graphs.staff.work import Worker
from ladder import Ladder, bundled

distributed = pytest.importorskip("distributed")
pytestmark = [pytest.mark.outside, pytest.mark.filterwarnings("ignore")]

SPM = "senior-product-manager"
KILL = getattr(signal, "SIGKILL", signal.SIGTERM)
UNIX = pytest.mark.skipif(os.name == "nt", reason="Windows has no such signals")


@pytest.fixture(scope="module")
def product_management() -> Ladder:
    return bundled("product-management")


@pytest.fixture(scope="module")
def staff(product_management: Ladder) -> pa.Table:
    return in_table(product_management, crowd(product_management, 3_000, Random(11), longest=80))


@pytest.fixture(scope="module")
def answers(product_management: Ladder, staff: pa.Table) -> pa.Table:
    """What one process answers, by itself."""
    return people(product_management, staff, to=SPM)


@pytest.fixture
def cluster() -> Iterator[Any]:
    with distributed.LocalCluster(
        n_workers=2, threads_per_worker=1, dashboard_address=None
    ) as cluster:
        yield cluster


def on(cluster: Any) -> dict[str, str]:
    return {"scheduler": cluster.scheduler_address}


def after(number: int, act: Callable[[], object]) -> Callable[[int, int], None]:
    """Do something once, when so many tasks are done."""
    told = 0

    def progress(done: int, total: int) -> None:
        nonlocal told
        told += 1
        if told == number:
            act()

    return progress


def parts_of(out: Path) -> list[Path]:
    folder = out.with_name(f"{out.name}.parts")
    return sorted(folder.iterdir()) if folder.exists() else []


@pytest.mark.parametrize("suffix", ["csv", "parquet"])
def test_a_cluster_writes_the_same_bytes(
    product_management: Ladder, staff: pa.Table, cluster: Any, tmp_path: Path, suffix: str
) -> None:
    here, there = tmp_path / f"here.{suffix}", tmp_path / f"there.{suffix}"
    people(product_management, staff, to=SPM, out=here)
    people(product_management, staff, to=SPM, out=there, **on(cluster))
    assert here.read_bytes() == there.read_bytes()
    assert parts_of(there) == []


def test_a_worker_that_is_killed_half_way_loses_nothing(
    product_management: Ladder, staff: pa.Table, answers: pa.Table, cluster: Any
) -> None:
    """Its nanny starts another; what it was at is done by others."""
    worker = next(iter(cluster.workers.values()))
    kill = after(5, lambda: os.kill(worker.process.process.pid, KILL))
    found = people(product_management, staff, to=SPM, progress=kill, **on(cluster))
    assert found.equals(answers)


def test_all_workers_that_are_killed_lose_nothing(
    product_management: Ladder, staff: pa.Table, answers: pa.Table, cluster: Any
) -> None:
    """Not even what is asked, which each of them had."""

    def kill() -> None:
        for worker in cluster.workers.values():
            os.kill(worker.process.process.pid, KILL)

    found = people(product_management, staff, to=SPM, progress=after(5, kill), **on(cluster))
    assert found.equals(answers)


def test_a_cluster_without_workers_is_told(
    product_management: Ladder, staff: pa.Table, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Instead of waiting for ever for somebody to come."""
    monkeypatch.setattr("graphs.staff.crew.LONELY", 0.5)
    with (
        distributed.LocalCluster(n_workers=0, dashboard_address=None) as empty,
        pytest.raises(NoCluster, match="has had no workers"),
    ):
        people(product_management, staff, to=SPM, **on(empty))


def test_a_scheduler_that_goes_leaves_what_is_done(
    product_management: Ladder,
    staff: pa.Table,
    answers: pa.Table,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """One message; and the same question goes on from there, on this machine, too."""
    out = tmp_path / "out.parquet"
    command = [sys.executable, "-m", "distributed.cli.dask_scheduler", "--no-dashboard"]
    file = tmp_path / "scheduler.json"
    command += ["--host", "127.0.0.1", "--port", "0", "--scheduler-file", str(file)]
    scheduler = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    worker = [sys.executable, "-m", "distributed.cli.dask_worker", "--scheduler-file", str(file)]
    worker += ["--nthreads", "1", "--no-dashboard"]
    working = subprocess.Popen(worker, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        until(file.exists)
        address = json.loads(file.read_text())["address"]
        with pytest.raises(NoCluster, match="is gone; what is done is kept"):
            people(
                product_management,
                staff,
                to=SPM,
                out=out,
                scheduler=address,
                progress=after(5, scheduler.kill),
            )
    finally:
        for process in (working, scheduler):
            process.kill()
            process.wait()
    kept = len(parts_of(out))
    assert kept >= 5
    assert not out.exists()
    asked_again = counted_people(monkeypatch)
    assert people(product_management, staff, to=SPM, out=out).equals(answers)
    assert sum(asked_again) < staff.num_rows
    assert read_people(out).rows.equals(answers)
    assert parts_of(out) == []


def counted_people(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """Note how many people each task in this process has."""
    numbers: list[int] = []
    do = Worker.do

    def noting(worker: Worker, some: Any) -> Any:
        numbers.append(len(some))
        return do(worker, some)

    monkeypatch.setattr(Worker, "do", noting)
    return numbers


def until(happened: Callable[[], bool], seconds: float = 60) -> None:
    end = monotonic() + seconds
    while not happened():
        assert monotonic() < end, "it did not happen in time"
        sleep(0.02)


@UNIX
@pytest.mark.parametrize("jobs", [1, 2])
def test_ctrl_c_and_the_same_command_again_lose_nothing(
    product_management: Ladder, answers: pa.Table, staff: pa.Table, tmp_path: Path, jobs: int
) -> None:
    """Nothing twice, either: what is kept stays as it is until all is written."""
    table, out = tmp_path / "staff.csv", tmp_path / "out.parquet"
    write_people(staff, table)
    run = f"import sys; sys.path.insert(0, {str(Path.cwd())!r}); from cli.main import main; main()"
    command = [sys.executable, "-c", run, "--ladder", "product-management", "people", str(table)]
    command += ["--to", "spm", "--jobs", str(jobs), "-o", str(out)]
    started = subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, start_new_session=True
    )
    until(lambda: len(parts_of(out)) >= 3)
    os.killpg(started.pid, signal.SIGINT)  # as a terminal does, to all of its processes
    _, told = started.communicate(timeout=60)
    assert started.returncode == 130
    assert "What is done is kept" in told
    assert "Traceback" not in told
    kept = {part: part.stat().st_mtime_ns for part in parts_of(out)}
    assert kept
    watched = threading.Event()
    seen: dict[Path, int] = {}

    def watch() -> None:
        while not watched.is_set():
            for part in parts_of(out):
                try:
                    seen[part] = part.stat().st_mtime_ns
                except OSError:
                    continue
            sleep(0.01)

    watching = threading.Thread(target=watch)
    watching.start()
    again = subprocess.run(command, capture_output=True, text=True, timeout=300, check=False)
    watched.set()
    watching.join()
    assert again.returncode == 0, again.stderr
    assert kept.items() <= seen.items()
    found = read_people(out).rows
    for name in ("id", "months", "moves", "cost", "next", "lacking", "begin", "proven", "problem"):
        assert found[name].to_pylist() == answers[name].to_pylist()
    assert parts_of(out) == []


@UNIX
def test_a_full_disk_leaves_what_is_done_and_no_half_file(
    product_management: Ladder, staff: pa.Table, answers: pa.Table, tmp_path: Path
) -> None:
    """On a file system of its own, where one may make one; the same command goes on after it."""
    disk = tmp_path / "disk"
    disk.mkdir()
    mounted = ["mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", str(disk)]
    try:
        subprocess.run(mounted, check=True, capture_output=True)
    except (OSError, subprocess.CalledProcessError):
        pytest.skip("nobody may mount a file system here")
    out = disk / "out.csv"
    try:
        with pytest.raises(Exception, match="no space is left there") as full:
            people(product_management, staff, to=SPM, out=out)
        assert "out.csv" in str(full.value)
        assert not out.exists()
        kept = len(parts_of(out))
        assert kept
        larger = ["mount", "-o", "remount,size=16m", str(disk)]
        subprocess.run(larger, check=True, capture_output=True)
        assert people(product_management, staff, to=SPM, out=out).equals(answers)
        assert parts_of(out) == []
        assert [one.name for one in disk.iterdir()] == ["out.csv"]
    finally:
        subprocess.run(["umount", str(disk)], check=True)


def test_addresses_are_read_and_written(
    product_management: Ladder, staff: pa.Table, answers: pa.Table, cluster: Any, tmp_path: Path
) -> None:
    """By fsspec, whichever the store."""
    write_people(staff, f"file://{tmp_path}/staff.parquet")
    out = f"file://{tmp_path}/out.parquet"
    people(product_management, f"file://{tmp_path}/staff.parquet", to=SPM, out=out, **on(cluster))
    assert read_people(tmp_path / "out.parquet").rows.equals(answers)
    assert parts_of(tmp_path / "out.parquet") == []
