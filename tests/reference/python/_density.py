"""What the cases of DBSCAN and MeanShift share: small hard inputs, and what of a labeling is stable."""

import warnings

import numpy as np
from threadpoolctl import threadpool_limits


def lattice(seed, rows, columns, high, step=1.0, shift=0.0):
    """Points on a coarse lattice: ties and duplicates."""
    X = np.random.RandomState(seed).randint(0, high, (rows, columns))
    return {"X": X.tolist(), "factor": step, "shift": shift}


def grid(a, b, step=1.0):
    return {"X": [[i, j] for i in range(a) for j in range(b)], "factor": step}


def repeated(seed, rows, columns, times):
    """Every point several times over, in turns."""
    X = np.round(np.random.RandomState(seed).standard_normal((rows, columns)), 3)
    return {"X": np.tile(X, (times, 1)).tolist()}


def with_constant(seed, rows, columns, at):
    X = np.round(np.random.RandomState(seed).standard_normal((rows, columns)), 3)
    X[:, at] = 3.7
    return {"X": X.tolist()}


def blobs(n, columns, seed, **more):
    return {"make": {"make": "make_blobs", "n_samples": n, "n_features": columns, "random_state": seed}, **more}


def moons(n, seed, noise=0.06):
    return {"make": {"make": "make_moons", "n_samples": n, "noise": noise, "random_state": seed}}


def circles(n, seed, noise=0.05):
    return {"make": {"make": "make_circles", "n_samples": n, "noise": noise, "factor": 0.5, "random_state": seed}}


def quiet(fit, threads=1):
    with warnings.catch_warnings(), threadpool_limits(threads):
        warnings.simplefilter("ignore")
        return fit()


def moved(X):
    """X with every value moved by a relative 1e-13, three times."""
    noise = np.random.RandomState(0)
    return [X * (1 + 1e-13 * noise.standard_normal(X.shape)) for _ in range(3)]


def unsteady_rows(labels, others):
    """How many rows have another label in any of the others."""
    same = np.ones(len(labels), dtype=bool)
    for other in others:
        same &= other == labels
    return int(np.sum(~same))
