"""Writes the reference cases of tests/reference/cases: what scikit-learn and numpy say, kept so that the tests need no Python.

    pip install scikit-learn==1.9.1 numpy==2.4.6
    OMP_NUM_THREADS=1 python tests/reference/generate.py             # every module
    OMP_NUM_THREADS=1 python tests/reference/generate.py kmeans      # only some

To add cases of your own: put `python/<name>.py` beside the others, with one function

    def cases() -> Iterable[dict]

It is found by its file name and written to `cases/<name>.json`, one case a line, so that a change reads well in a diff.
A case is plain JSON with a `name` that is unique in its file; the rest is up to the module and to the test that reads it
(`tests/reference/<name>.test.ts`, by `loadCases('<name>')` of `cases.ts`). Helpers for all modules are in `python/_common.py`:
hash long float arrays (`digest`), give points by a recipe where a small one will do, keep all files together under 3 MB.
The same input must give the same file: no clock, no unseeded random numbers.
"""

import importlib
import json
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE / "python"))

from _common import check_versions, to_json  # noqa: E402


def module_names() -> list[str]:
    return sorted(path.stem for path in (HERE / "python").glob("*.py") if not path.stem.startswith("_"))


def write(name: str) -> None:
    cases = [to_json(case) for case in importlib.import_module(name).cases()]
    names = [case["name"] for case in cases]
    repeated = {n for n in names if names.count(n) > 1}
    if repeated:
        raise SystemExit(f"{name}: these case names occur twice: {sorted(repeated)}")
    lines = ",\n".join(json.dumps(case, separators=(",", ":"), allow_nan=False) for case in cases)
    target = HERE / "cases" / f"{name}.json"
    target.parent.mkdir(exist_ok=True)
    target.write_text(f"[\n{lines}\n]\n", encoding="utf-8")
    print(f"{target.name}: {len(cases)} cases, {target.stat().st_size / 1024:.0f} kB")


def main() -> None:
    check_versions()
    known = module_names()
    wanted = sys.argv[1:] or known
    for name in wanted:
        if name not in known:
            raise SystemExit(f"unknown module {name!r}; there are: {', '.join(known)}")
        write(name)


if __name__ == "__main__":
    main()
