"""
AffinityPropagation: labels, exemplars, number of iterations; runs that do not converge among them.

`unstable` says in how many rows scikit-learn itself ends elsewhere when every value is moved by a relative 1e-13, or with two
threads instead of one: an exemplar tie, or an oscillation, was decided by rounding. Ours rounds alike, so these are compared too.
"""

import numpy as np
from _density import blobs, circles, grid, lattice, moons, moved, quiet, repeated, unsteady_rows, with_constant
from _points import table
from sklearn.cluster import AffinityPropagation

IRIS = {"dataset": "iris"}
PETALS = {"dataset": "iris", "columns": [2, 3]}


def case(name, points, **params):
    X, _ = table(points)
    params = {"random_state": 0, **params}
    model = quiet(lambda: AffinityPropagation(**params).fit(X))
    others = [quiet(lambda: AffinityPropagation(**params).fit(X), threads=2)]
    others += [quiet(lambda: AffinityPropagation(**params).fit(Y)) for Y in moved(X)]
    found = {
        "name": name,
        "points": points,
        "params": params,
        "labels": model.labels_,
        "exemplars": model.cluster_centers_indices_,
        "n_iter": model.n_iter_,
    }
    unsteady = unsteady_rows(model.labels_, [other.labels_ for other in others])
    return found | ({"unstable": unsteady} if unsteady else {})


def tables():
    for seed in (0, 42):
        yield case(f"petals, seed {seed}", PETALS, random_state=seed)
        yield case(f"iris, seed {seed}", IRIS, random_state=seed)
    for preference in (-5, -10, -50):
        yield case(f"petals, damping 0.9, preference {preference}", PETALS, damping=0.9, preference=preference, random_state=42)
        yield case(f"iris, preference {preference}", IRIS, preference=preference)
    yield case("petals, standardised", {**PETALS, "scaler": "standard"}, damping=0.7)
    yield case("iris, standardised", {**IRIS, "scaler": "standard"})
    yield case("iris, min-max", {**IRIS, "scaler": "minmax"})
    yield case("iris plus 1e6", {**IRIS, "shift": 1e6}, damping=0.9)
    yield case("iris times 1e-6", {**IRIS, "factor": 1e-6})
    wine = {"dataset": "wine", "scaler": "standard"}
    yield case("wine, standardised", wine)
    yield case("wine, standardised, preference -150", wine, damping=0.9, preference=-150, random_state=42)
    yield case("wine, as it is", {"dataset": "wine"}, damping=0.8)
    for seed, damping in ((89, 0.6), (60, 0.5), (545410000, 0.5)):
        three = {"dataset": "iris", "columns": [3, 0, 2], "fortran": True}
        yield case(f"iris, three columns in Fortran order, seed {seed}", three, damping=damping, random_state=seed)
    columns = {"dataset": "wine", "columns": list(range(12, -1, -1)), "fortran": True}
    yield case("wine in Fortran order, a low preference", columns, preference=-3663135, random_state=289744)
    yield case("wine in Fortran order, standardised", {**columns, "scaler": "standard"}, preference=-40, random_state=3)
    cancer = {"dataset": "breast_cancer", "rows": 250}
    yield case("breast cancer, 250 rows, standardised", {**cancer, "scaler": "standard"})
    yield case("breast cancer, 250 rows, preference -2500", {**cancer, "scaler": "standard"}, damping=0.9, preference=-2500)
    yield case("digits, 200 rows", {"dataset": "digits", "rows": 200})
    yield case("digits, 203 rows over 16", {"dataset": "digits", "rows": 203, "factor": 0.0625}, damping=0.6)


def made():
    for n in (60, 150, 300):
        yield case(f"blobs, {n} rows", blobs(n, 2, 3), damping=0.9)
        yield case(f"blobs, {n} rows, few clusters", blobs(n, 2, 3), damping=0.9, preference=-150)
    for columns in (1, 3, 5, 10):
        yield case(f"blobs, {columns} columns", blobs(90, columns, columns))
    yield case("moons", moons(200, 0), damping=0.9)
    yield case("moons, preference -20", moons(201, 0), damping=0.9, preference=-20)
    yield case("moons that oscillate to the end", moons(200, 1), preference=-20)
    yield case("circles", circles(198, 2), damping=0.95)
    yield case("circles, none converged", circles(150, 2), preference=-40)
    yield case("s curve", {"make": {"make": "make_s_curve", "n_samples": 120, "random_state": 4}})
    yield case("swiss roll", {"make": {"make": "make_swiss_roll", "n_samples": 120, "random_state": 4}}, damping=0.75)


def parameters():
    points = {"random": [5, 60, 2]}
    for damping in (0.5, 0.6, 0.75, 0.9, 0.99):
        yield case(f"damping {damping}", points, damping=damping)
    for rounds in (1, 2, 15, 16, 40):
        yield case(f"max_iter {rounds}", points, max_iter=rounds)
    for rounds in (1, 3, 50):
        yield case(f"convergence_iter {rounds}", points, convergence_iter=rounds)
    yield case("convergence_iter beyond max_iter", points, convergence_iter=30, max_iter=20)
    for preference in (0, 1, -0.01, -1e9):
        yield case(f"preference {preference}", points, preference=preference)
    yield case("seed 2^32 - 1", points, random_state=2**32 - 1)


def hard():
    yield case("one row", {"X": [[3.0, 4.0]]})
    yield case("two rows", {"X": [[3.0], [5.0]]})
    yield case("two rows, a high preference", {"X": [[3.0], [5.0]]}, preference=1)
    yield case("two equal rows", {"X": [[3.0, 1.0], [3.0, 1.0]]})
    yield case("five equal rows", {"X": [[1.5, -2.0]] * 5})
    yield case("five equal rows, a high preference", {"X": [[1.5, -2.0]] * 5}, preference=1)
    yield case("the corners of a simplex", {"X": np.eye(4).tolist()})
    yield case("the corners of a simplex, preference -5", {"X": np.eye(4).tolist()}, preference=-5)
    yield case("three rows on a line", {"X": [[0.0], [1.0], [2.0]]})
    for a, b in ((2, 2), (3, 3), (5, 4), (8, 8)):
        yield case(f"grid {a} × {b}", grid(a, b), damping=0.8)
    yield case("grid of tenths", grid(7, 5, 0.1))
    for seed, columns in ((0, 1), (1, 2), (2, 3), (3, 8)):
        yield case(f"lattice with duplicates, {columns} columns", lattice(seed, 50, columns, 6))
    for times in (2, 3, 10):
        yield case(f"every point {times} times", repeated(1, 12, 2, times), damping=0.7)
    yield case("a constant column", with_constant(2, 45, 3, 1))
    yield case("offset 1e6", {"random": [7, 50, 3], "shift": 1e6})
    for rows in (3, 4, 5, 6, 7, 9, 12, 31):
        yield case(f"{rows} random rows, {rows} columns", {"random": [rows, rows, min(rows, 10)]})


def cases():
    yield from tables()
    yield from made()
    yield from parameters()
    yield from hard()
