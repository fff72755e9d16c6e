"""What the case modules share: versions, JSON, digests."""

import hashlib
import math
from typing import Any

import numpy as np
import sklearn

SKLEARN, NUMPY = "1.9.1", "2.4.6"


def check_versions() -> None:
    found = (sklearn.__version__, np.__version__)
    if found != (SKLEARN, NUMPY):
        raise SystemExit(f"needs scikit-learn {SKLEARN} and numpy {NUMPY}, found {found[0]} and {found[1]}")


def to_json(value: Any) -> Any:
    """Plain JSON of numpy values. Python prints the shortest digits that read back the same double, as JavaScript does; NaN becomes null."""
    if isinstance(value, dict):
        return {key: to_json(entry) for key, entry in value.items()}
    if isinstance(value, (list, tuple)):
        return [to_json(entry) for entry in value]
    if isinstance(value, np.ndarray):
        return to_json(value.tolist())
    if isinstance(value, np.generic):
        return to_json(value.item())
    if isinstance(value, float):
        if math.isnan(value):
            return None
        if math.isinf(value):
            raise ValueError("an infinite number does not fit into JSON")
        # 1.0 and 1 are the same number in JSON; the shorter one keeps integer grids small.
        return int(value) if value.is_integer() and abs(value) < 2**53 and not (value == 0 and math.copysign(1, value) < 0) else value
    return value


def digest(values: Any) -> str:
    """SHA-256 of the values as little-endian float64, C order. `digest` of cases.ts computes the same."""
    array = np.ascontiguousarray(np.asarray(values), dtype="<f8")
    return hashlib.sha256(array.tobytes()).hexdigest()


def summary(values: Any, ends: int = 4) -> dict:
    """A long array in short: its length, its digest, its first and last values."""
    flat = np.asarray(values).ravel()
    return {"length": flat.size, "sha256": digest(flat), "first": flat[:ends], "last": flat[-ends:]}
