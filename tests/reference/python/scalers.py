"""StandardScaler, MinMaxScaler and the division by a full pixel, bit for bit."""

import warnings

from _common import summary
from _points import table
from sklearn.preprocessing import MinMaxScaler, StandardScaler

POINTS = {
    "iris": {"dataset": "iris"},
    "wine": {"dataset": "wine"},
    "breast_cancer": {"dataset": "breast_cancer"},
    "digits, with constant columns": {"dataset": "digits"},
    "iris, petals": {"dataset": "iris", "columns": [2, 3]},
    "iris, petals in Fortran order": {"dataset": "iris", "columns": [2, 3], "fortran": True},
    "breast_cancer, columns in Fortran order": {"dataset": "breast_cancer", "columns": [3, 0, 22], "fortran": True},
    "wine, one column": {"dataset": "wine", "columns": [12]},
    "20,000 rows of one column": {"random": [1, 20000, 1]},
    "20,000 rows of three columns": {"random": [2, 20000, 3]},
    "iris times 1e-6": {"dataset": "iris", "factor": 1e-6},
    "iris times 1e-16": {"dataset": "iris", "factor": 1e-16},
    "iris plus 1e6": {"dataset": "iris", "shift": 1e6},
    "iris in the rounding of 1e15": {"dataset": "iris", "factor": 0.01, "shift": 1e15},
    "breast_cancer minus 1e6": {"dataset": "breast_cancer", "shift": -1e6},
    "constant 0.1": {"X": [[0.1, i] for i in range(150)]},
    "constant 1e9, but for the last digit": {"X": [[1e9 if i % 2 else 1e9 + 1.2e-7, i] for i in range(100)]},
    "constant 0": {"X": [[0, 0]] * 9},
    "one row": {"X": [[3, -1.5, 0]]},
    "two rows": {"X": [[3, -1.5], [0.1, 0.2]]},
}
SCALERS = {"standard": StandardScaler, "minmax": MinMaxScaler}


def cases():
    for name, points in POINTS.items():
        X, _ = table(points)
        for scaler, estimator in SCALERS.items():
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")
                fitted = estimator().fit(X)
            offset = fitted.mean_ if scaler == "standard" else fitted.data_min_
            scale = fitted.scale_ if scaler == "standard" else 1 / fitted.scale_
            yield {"name": f"{name}, {scaler}", "points": points, "scaler": scaler, "full_scale": None,
                   "offset": offset, "scale": scale, "scaled": summary(fitted.transform(X))}  # fmt: skip
    X, _ = table({"dataset": "digits"})
    yield {"name": "digits, unit", "points": {"dataset": "digits"}, "scaler": "unit", "full_scale": 16,
           "offset": [0] * 64, "scale": [16] * 64, "scaled": summary(X / 16)}  # fmt: skip
    yield {"name": "digits, none", "points": {"dataset": "digits"}, "scaler": "none", "full_scale": 16,
           "offset": [0] * 64, "scale": [1] * 64, "scaled": summary(X)}  # fmt: skip
