"""What the cases of AgglomerativeClustering and Birch share: points, and whether scikit-learn itself stands still."""

import warnings

import numpy as np
from _points import table
from sklearn.preprocessing import StandardScaler
from threadpoolctl import threadpool_limits

IRIS = {"dataset": "iris"}
PETALS = {"dataset": "iris", "columns": [2, 3]}
WINE = {"dataset": "wine"}
CANCER = {"dataset": "breast_cancer"}


def digits(rows):
    return {"dataset": "digits", "rows": rows, "factor": 0.0625}


def made(name, n, seed, **more):
    return {"make": {"make": f"make_{name}", "n_samples": n, "random_state": seed, **more}}


def random(seed, rows, columns, **more):
    return {"random": [seed, rows, columns], **more}


def lattice(a, b, step=1.0):
    return {"X": [[i, j] for i in range(a) for j in range(b)], "factor": step}


def integers(seed, rows, columns, high, **more):
    """Random integers below `high` and above 0: many distances tie."""
    return {"X": np.random.RandomState(seed).randint(1, high, (rows, columns)).tolist(), **more}


def tenths(seed, rows, columns):
    return {"X": np.round(np.random.RandomState(seed).standard_normal((rows, columns)), 1).tolist(), "shift": 0.05}


def repeated(seed, rows, columns, times):
    return {"X": np.tile(np.round(np.random.RandomState(seed).standard_normal((rows, columns)), 2), (times, 1)).tolist()}


def with_constant(seed, rows, columns, at):
    X = np.round(np.random.RandomState(seed).standard_normal((rows, columns)), 3)
    X[:, at] = 3.7
    return {"X": X.tolist()}


def scaled(points, scaler):
    X, _ = table(points)
    return StandardScaler().fit_transform(X) if scaler == "standard" else X


def quietly(fit, threads=1):
    with warnings.catch_warnings(), threadpool_limits(threads):
        warnings.simplefilter("ignore")
        return fit()


def moved(X):
    """X with every value moved by a relative 1e-13, three times."""
    noise = np.random.RandomState(0)
    return [X * (1 + 1e-13 * noise.standard_normal(X.shape)) for _ in range(3)]
