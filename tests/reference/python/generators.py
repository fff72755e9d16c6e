"""Generated datasets: scikit-learn's points for many parameters and seeds, and those of its cluster comparison.

Small ones are kept whole; of large ones the digest, the first and last rows, and the sum of each column.
"""

import math

import numpy as np
from _common import digest
from sklearn import datasets

WHOLE = 120  # values


def aniso(n_samples=500, random_state=170):
    X, y = datasets.make_blobs(n_samples=n_samples, random_state=random_state)
    return np.dot(X, [[0.6, -0.6], [-0.4, 0.8]]), y


def varied(n_samples=500, random_state=170):
    return datasets.make_blobs(n_samples=n_samples, cluster_std=[1.0, 2.5, 0.5], random_state=random_state)


def no_structure(n_samples=500, random_state=30):
    return np.random.RandomState(random_state).rand(n_samples, 2), None


OURS = {"aniso": aniso, "varied": varied, "no_structure": no_structure}
TUPLES = {"make_moons": ["n_samples"], "make_circles": ["n_samples"], "make_blobs": ["center_box"]}

WANTED = [
    ("make_blobs", [
        {"random_state": 0},
        {"n_samples": 1, "random_state": 0},
        {"n_samples": 2, "centers": 5, "random_state": 3},
        {"n_samples": 20, "centers": 1, "random_state": 1},
        {"n_samples": 31, "n_features": 3, "random_state": 7},
        {"n_samples": 10, "n_features": 1, "centers": 2, "random_state": 11},
        {"n_samples": 500, "centers": 3, "random_state": 30},
        {"n_samples": 1501, "centers": 7, "n_features": 5, "random_state": 2**32 - 1},
        {"n_samples": 40, "centers": 4, "cluster_std": 0, "random_state": 5},
        {"n_samples": 40, "centers": 3, "cluster_std": 0.25, "random_state": 5},
        {"n_samples": 50, "centers": 3, "cluster_std": [1.0, 2.5, 0.5], "random_state": 170},
        {"n_samples": 50, "centers": 2, "center_box": [0.0, 1.0], "cluster_std": 0.1, "random_state": 8},
        {"n_samples": 50, "centers": 2, "center_box": [-0.3, 1e6], "random_state": 8},
        {"n_samples": 41, "shuffle": False, "random_state": 9},
        {"n_samples": [5, 11, 2], "random_state": 4},
        {"n_samples": [5, 0, 7], "centers": [[0, 0], [5, 5], [-5, 5]], "shuffle": False, "random_state": 4},
        {"n_samples": [300], "n_features": 2, "random_state": 12},
        {"n_samples": 23, "centers": [[0.5, 1.5, -2], [10, 10, 10]], "random_state": 6},
        {"n_samples": 200, "n_features": 9, "centers": [[1, 1], [-1, -1], [1, -1]], "cluster_std": [0.4, 0.5, 0.6], "random_state": 0},
    ]),
    ("make_moons", [
        {"random_state": 0},
        {"n_samples": 1, "random_state": 0},
        {"n_samples": 2, "random_state": 0},
        {"n_samples": 3, "shuffle": False, "random_state": 0},
        {"n_samples": 37, "random_state": 42},
        {"n_samples": 37, "noise": 0, "random_state": 42},
        {"n_samples": 500, "noise": 0.05, "random_state": 0},
        {"n_samples": 1000, "noise": 0.3, "shuffle": False, "random_state": 1},
        {"n_samples": [30, 5], "noise": 0.1, "random_state": 2},
        {"n_samples": [0, 4], "random_state": 2},
        {"n_samples": [4, 1], "shuffle": False, "random_state": 2},
    ]),
    ("make_circles", [
        {"random_state": 0},
        {"n_samples": 1, "random_state": 0},
        {"n_samples": 3, "shuffle": False, "random_state": 0},
        {"n_samples": 55, "random_state": 42},
        {"n_samples": 55, "factor": 0, "random_state": 42},
        {"n_samples": 55, "factor": 0.999, "noise": 0.01, "random_state": 42},
        {"n_samples": 500, "factor": 0.5, "noise": 0.05, "random_state": 30},
        {"n_samples": [6, 25], "factor": 0.3, "noise": 0, "random_state": 5},
        {"n_samples": [3, 0], "random_state": 5},
    ]),
    ("make_s_curve", [
        {"random_state": 0},
        {"n_samples": 2, "random_state": 1},
        {"n_samples": 33, "noise": 0.2, "random_state": 2},
        {"n_samples": 1000, "noise": 0.05, "random_state": 0},
    ]),
    ("make_swiss_roll", [
        {"random_state": 0},
        {"n_samples": 2, "random_state": 1},
        {"n_samples": 33, "noise": 0.5, "random_state": 2},
        {"n_samples": 34, "hole": True, "random_state": 3},
        {"n_samples": 1000, "noise": 0.1, "random_state": 0},
        {"n_samples": 999, "noise": 0.1, "hole": True, "random_state": 77},
    ]),
    ("aniso", [{}, {"n_samples": 25}, {"n_samples": 1500, "random_state": 1}]),
    ("varied", [{}, {"n_samples": 25}, {"n_samples": 1500, "random_state": 1}]),
    ("no_structure", [{}, {"n_samples": 25}, {"n_samples": 1500, "random_state": 1}]),
]


def make(generator, params):
    tuples = TUPLES.get(generator, [])
    arguments = {k: tuple(v) if k in tuples and isinstance(v, list) else v for k, v in params.items()}
    return (OURS.get(generator) or getattr(datasets, generator))(**arguments)


def in_short(values):
    """`rows` of a small array, else digest, ends and sums; the sums are exact ones, rounded once."""
    table = np.asarray(values, dtype=float).reshape(len(values), -1)
    if table.size <= WHOLE:
        return {"rows": table}
    sums = [math.fsum(column) for column in table.T]
    return {"sha256": digest(table), "first": table[:5], "last": table[-5:], "sums": sums}


def cases():
    for generator, variants in WANTED:
        for params in variants:
            X, y = make(generator, params)
            y = None if y is None else np.atleast_1d(y)
            yield {
                "name": ", ".join([generator, *(f"{k}={v}" for k, v in params.items())]),
                "dataset": {"make": generator, **params},
                "shape": X.shape,
                "X": in_short(X),
                "y": None if y is None else in_short(y),
            }
