"""``ladder people`` without a role: where everybody could go."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

Run = Callable[..., Result]


@pytest.fixture
def staff(tmp_path: Path) -> str:
    file = tmp_path / "staff.csv"
    file.write_text("id,role,months,team\na,APM,6,x\nb,PM,40,y\nc,Chef,1,y\n", encoding="utf-8")
    return str(file)


def test_each_role_has_who_is_nearest(run: Run, staff: str, tmp_path: Path) -> None:
    out = tmp_path / "near.csv"
    result = run("people", staff, "-o", str(out))
    assert result.exit_code == 0
    assert "3 people, and the roles nearest to them" in result.stdout
    assert max(map(len, result.stdout.splitlines())) <= 80
    assert 'line 4: no role "Chef"' in result.stderr
    assert "carried along: team" in " ".join(result.stderr.split())
    header, first, *_ = out.read_text(encoding="utf-8-sig").splitlines()
    assert header.startswith("id,role_1,months_1,role_2,months_2,role_3,months_3,proven,problem,")
    assert first.startswith("a,product-manager,")


def test_programs_have_it_as_json(run: Run, staff: str) -> None:
    found = json.loads(run("people", staff, "--format", "json").stdout)
    assert found["people"] == 3
    (near,) = (one for one in found["roles"] if one["role"] == "product-manager")
    assert [one["id"] for one in near["nearest"]] == ["a"]


def test_groups_are_of_one_role(run: Run, staff: str) -> None:
    result = run("people", staff, "--group-by", "team")
    assert result.exit_code == 2
    assert "name it with --to" in result.stderr
