"""
MiniBatchKMeans: same seed, same batches, same labels. `unstable` cases are those in which scikit-learn itself moves: rounding
decides a tie there. Ours rounds alike, so they must agree as well.
"""

import warnings

import numpy as np
from _common import summary
from _points import table
from sklearn.cluster import MiniBatchKMeans
from threadpoolctl import threadpool_limits

IRIS = {"dataset": "iris"}
PETALS = {"dataset": "iris", "columns": [2, 3]}
WINE = {"dataset": "wine"}
CANCER = {"dataset": "breast_cancer"}
DIGITS = {"dataset": "digits", "factor": 1 / 16}
BLOBS = {"make": {"make": "make_blobs", "n_samples": 500, "centers": 4, "random_state": 3}}
MOONS = {"make": {"make": "make_moons", "n_samples": 400, "noise": 0.05, "random_state": 0}}
CIRCLES = {"make": {"make": "make_circles", "n_samples": 300, "noise": 0.05, "factor": 0.5, "random_state": 0}}


def fit(X, params):
    params = {name: np.array(value) if isinstance(value, list) else value for name, value in params.items()}
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return MiniBatchKMeans(**params).fit(X)


def variants(X, params):
    """What scikit-learn says with two threads, and with a noise of 1e-13 of each value."""
    with threadpool_limits(limits=2):
        yield fit(X, params)
    for seed in range(3):
        noise = np.random.RandomState(seed).standard_normal(X.shape)
        yield fit(X * (1 + 1e-13 * noise), params)


def case(name, points, params):
    X, _ = table(points)
    fitted = fit(X, params)
    labels = fitted.labels_
    others = list(variants(X, params))
    steady = all((other.labels_ == labels).all() and other.n_steps_ == fitted.n_steps_ for other in others)
    return {
        "name": name,
        "points": points,
        "params": params,
        "labels": labels if len(labels) <= 300 else summary(labels, 40),
        "centers": fitted.cluster_centers_.ravel()[:40],
        "inertia": fitted.inertia_,
        "n_iter": fitted.n_iter_,
        "n_steps": fitted.n_steps_,
        **({} if steady else {"unstable": True}),
    }


def both(*tables):
    """Each table as it is, and standardised."""
    for name, points, *more in tables:
        yield name, points, *more
        yield f"{name}, standardised", {**points, "scaler": "standard"}, *more


def tables():
    for name, points in both(("iris petals", PETALS), ("iris", IRIS)):
        for k, seed in ((2, 0), (3, 42), (5, 1), (8, 2)):
            yield case(f"{name}, {k} clusters", points, {"n_clusters": k, "random_state": seed})
        yield case(f"{name}, batches of 20", points, {"n_clusters": 3, "batch_size": 20, "random_state": 7})
    for name, points, k in both(("wine", WINE, 3), ("breast cancer", CANCER, 2)):
        yield case(name, points, {"n_clusters": k, "random_state": 42})
        yield case(f"{name}, batches of 50, 6 clusters", points, {"n_clusters": 6, "batch_size": 50, "random_state": 3})
        yield case(f"{name}, random", points, {"n_clusters": 4, "init": "random", "random_state": 5})
    yield case("digits", DIGITS, {"n_clusters": 10, "random_state": 42})
    yield case("digits, batches of 100", DIGITS, {"n_clusters": 10, "batch_size": 100, "random_state": 0})
    yield case("digits, 300 rows", {**DIGITS, "rows": 300}, {"n_clusters": 10, "random_state": 1})
    yield case("digits, 300 rows, pixels as they are", {"dataset": "digits", "rows": 300}, {"n_clusters": 12, "batch_size": 64, "random_state": 2})
    yield case("digits, 200 rows, random", {**DIGITS, "rows": 200}, {"n_clusters": 10, "init": "random", "n_init": 5, "batch_size": 30, "random_state": 3})


def generators():
    for seed in range(3):
        yield case(f"blobs, seed {seed}", BLOBS, {"n_clusters": 4, "random_state": seed})
    yield case("moons", MOONS, {"n_clusters": 2, "random_state": 42})
    yield case("moons, 20 clusters, batches of 32", MOONS, {"n_clusters": 20, "batch_size": 32, "random_state": 1})
    yield case("circles", CIRCLES, {"n_clusters": 2, "random_state": 42})
    yield case("circles, 8 clusters, random", CIRCLES, {"init": "random", "random_state": 8})
    yield case("S curve", {"make": {"make": "make_s_curve", "n_samples": 300, "noise": 0.05, "random_state": 0}}, {"n_clusters": 4, "random_state": 42})
    yield case("swiss roll", {"make": {"make": "make_swiss_roll", "n_samples": 300, "noise": 0.1, "random_state": 0}}, {"n_clusters": 6, "random_state": 42})
    many = {"make": {"make": "make_blobs", "n_samples": 5000, "centers": 5, "random_state": 1}}
    yield case("more rows than three batches", many, {"n_clusters": 5, "random_state": 0})
    yield case("more rows than three batches, random", many, {"n_clusters": 7, "init": "random", "random_state": 1})


def parameters():
    common = {"n_clusters": 4, "random_state": 11}
    for name, more in (
        ("max_iter 1", {"max_iter": 1}),
        ("max_iter 3, batches of 30", {"max_iter": 3, "batch_size": 30, "max_no_improvement": None}),
        ("no early end", {"max_iter": 10, "max_no_improvement": None}),
        ("max_no_improvement 0", {"max_no_improvement": 0}),
        ("max_no_improvement 1", {"max_no_improvement": 1, "batch_size": 100}),
        ("max_no_improvement 40", {"max_no_improvement": 40, "batch_size": 100}),
        ("tol 0.01", {"tol": 0.01, "max_no_improvement": None}),
        ("tol 1e-4, batches of 200", {"tol": 1e-4, "batch_size": 200}),
        ("tol 0.1 and early end", {"tol": 0.1, "batch_size": 10}),
        ("init_size 20", {"init_size": 20}),
        ("init_size 100, 4 draws", {"init_size": 100, "n_init": 4}),
        ("init_size less than n_clusters", {"init_size": 2}),
        ("random", {"init": "random"}),
        ("random, 1 draw of 12", {"init": "random", "n_init": 1, "init_size": 12}),
        ("k-means++, 6 draws", {"n_init": 6, "batch_size": 40}),
        ("one row a batch", {"batch_size": 1, "max_iter": 2}),
        ("two rows a batch", {"batch_size": 2, "max_iter": 1, "max_no_improvement": None}),
        ("reassignment_ratio 0", {"reassignment_ratio": 0, "n_clusters": 12, "batch_size": 20}),
        ("reassignment_ratio 0.5", {"reassignment_ratio": 0.5, "batch_size": 50}),
        ("reassignment_ratio 1", {"reassignment_ratio": 1, "batch_size": 50, "max_iter": 2}),
        ("reassignment_ratio 0.2, 30 clusters", {"reassignment_ratio": 0.2, "n_clusters": 30, "batch_size": 40}),
        ("more than half a batch to reassign", {"n_clusters": 40, "batch_size": 16, "max_iter": 1}),
        ("more than half a batch to reassign, 100 clusters", {"n_clusters": 100, "batch_size": 60, "init": "random"}),
        ("reassignment_ratio above 1, few rows a batch", {"n_clusters": 10, "batch_size": 12, "reassignment_ratio": 1.5, "max_iter": 1}),
        ("one cluster", {"n_clusters": 1}),
        ("one cluster, batches of 7", {"n_clusters": 1, "batch_size": 7}),
        ("centres by hand", {"init": [[0, 0], [5, 5], [-5, 5], [2, -8]]}),
        ("centres by hand, init_size 10", {"init": [[0, 0], [5, 5], [-5, 5], [2, -8]], "init_size": 10, "batch_size": 60}),
        ("centres by hand, one far away", {"init": [[0, 0], [5, 5], [-5, 5], [1e3, 1e3]], "batch_size": 60}),
    ):
        yield case(f"blobs, {name}", BLOBS, {**common, **more})


def hard():
    rng = np.random.RandomState(0)
    one = {"n_clusters": 1, "random_state": 0}
    yield case("a single point", {"X": [[1.5, -2]]}, one)
    yield case("two points, two clusters", {"X": [[0, 0], [1, 3]]}, {"n_clusters": 2, "random_state": 0})
    yield case("three points in one column", {"X": [[0], [1], [5]]}, {"n_clusters": 2, "random_state": 1})
    yield case("eight points, as many clusters", {"random": [1, 8, 3]}, {"random_state": 0})
    yield case("20 points, as many clusters", {"random": [2, 20, 2]}, {"n_clusters": 20, "random_state": 0})
    yield case("60 points, as many clusters, random", {"random": [3, 60, 4]}, {"n_clusters": 60, "init": "random", "random_state": 1})
    for seed, rows, columns, k in ((4, 300, 1, 5), (5, 300, 10, 8), (6, 100, 5, 3), (7, 50, 10, 4), (8, 10, 8, 2), (9, 200, 3, 15)):
        yield case(f"{rows} random points, {columns} columns", {"random": [seed, rows, columns]}, {"n_clusters": k, "batch_size": 64, "random_state": seed})
    duplicates = rng.random_sample((6, 2)).round(3)[rng.randint(0, 6, 40)].tolist()
    yield case("6 points many times over, 3 clusters", {"X": duplicates}, {"n_clusters": 3, "random_state": 0})
    yield case("6 points many times over, 8 clusters", {"X": duplicates}, {"n_clusters": 8, "random_state": 0})
    yield case("all points equal", {"X": [[2.5, 1]] * 12}, one)
    yield case("all points equal, 3 clusters", {"X": [[2.5, 1]] * 12}, {"n_clusters": 3, "random_state": 0})
    grid = [[i, j] for i in range(6) for j in range(6)]
    yield case("a grid, 4 clusters", {"X": grid}, {"n_clusters": 4, "random_state": 0})
    yield case("a grid, 9 clusters, batches of 10", {"X": grid}, {"n_clusters": 9, "batch_size": 10, "random_state": 0})
    yield case("points on a line", {"X": [[i, 2 * i] for i in range(40)]}, {"n_clusters": 5, "random_state": 2})
    constant = np.c_[rng.random_sample((60, 2)).round(4), np.full(60, 3.7)].tolist()
    yield case("a constant column", {"X": constant}, {"n_clusters": 4, "random_state": 3})
    for shift in (1e3, 1e6):
        yield case(f"iris plus {shift:g}", {**IRIS, "shift": shift}, {"n_clusters": 3, "random_state": 42})
        yield case(f"blobs plus {shift:g}", {**BLOBS, "shift": shift}, {"n_clusters": 4, "random_state": 1})
    yield case("iris times 1e-6", {**IRIS, "factor": 1e-6}, {"n_clusters": 3, "random_state": 42})
    yield case("iris times 1e6", {**IRIS, "factor": 1e6}, {"n_clusters": 3, "random_state": 42})


def cases():
    yield from tables()
    yield from generators()
    yield from parameters()
    yield from hard()
