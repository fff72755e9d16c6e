"""
MeanShift: labels, centres in order, number of iterations, and the bandwidth (estimated where the case gives none).

`quantile` is a parameter of `estimate_bandwidth`; a case that has one is run as MeanShift(bandwidth=estimate_bandwidth(X, quantile=…)).
`unstable` says that scikit-learn itself ends elsewhere with two threads or when every value is moved by a relative 1e-13: points lie at
the bandwidth up to rounding, or centres tie. It is the number of rows whose label changes, all if the fit fails. Ours sums in
scikit-learn's order, so that these are compared like the others.
"""

import numpy as np
from _density import blobs, circles, grid, lattice, moons, moved, quiet, repeated, unsteady_rows, with_constant
from _points import table
from sklearn.cluster import MeanShift, estimate_bandwidth

IRIS = {"dataset": "iris"}
PETALS = {"dataset": "iris", "columns": [2, 3]}
WINE = {"dataset": "wine"}
CANCER = {"dataset": "breast_cancer", "rows": 300}
DIGITS = {"dataset": "digits", "rows": 250}


def fit(X, params, threads=1):
    given = dict(params)
    if "quantile" in given:
        given["bandwidth"] = estimate_bandwidth(X, quantile=given.pop("quantile"))
    return quiet(lambda: MeanShift(**given).fit(X), threads), given.get("bandwidth")


def others(X, params):
    yield fit(X, params, threads=2)[0].labels_
    for Y in moved(X):
        try:
            yield fit(Y, params)[0].labels_
        except ValueError:
            yield np.full(len(X), -9)


def case(name, points, **params):
    X, _ = table(points)
    found = {"name": name, "points": points, "params": params}
    try:
        model, bandwidth = fit(X, params)
    except ValueError as error:
        return {**found, "error": str(error).split(".")[0]}
    found |= {
        "labels": model.labels_,
        "centers": model.cluster_centers_,
        "n_iter": model.n_iter_,
        "bandwidth": estimate_bandwidth(X) if bandwidth is None else bandwidth,
    }
    unsteady = unsteady_rows(model.labels_, others(X, params))
    if unsteady:
        found["unstable"] = unsteady
    return found


def tables():
    for words, points in [("iris", IRIS), ("petals", PETALS), ("iris scaled", {**IRIS, "scaler": "standard"})]:
        yield case(f"{words}, estimated", points)
        yield case(f"{words}, estimated, bins", points, bin_seeding=True)
        yield case(f"{words}, 0.83", points, bandwidth=0.83)
        yield case(f"{words}, 0.83, bins", points, bandwidth=0.83, bin_seeding=True)
        yield case(f"{words}, 0.57, no orphans", points, bandwidth=0.57, cluster_all=False, bin_seeding=True, min_bin_freq=5)
    yield case("petals, 0.5 on sums of tenths", PETALS, bandwidth=0.5)
    yield case("petals scaled to 0…1, quantile 0.1", {**PETALS, "scaler": "minmax"}, quantile=0.1)
    yield case("iris, quantile 0.2, bins", IRIS, quantile=0.2, bin_seeding=True)
    yield case("iris + 1e6", {**IRIS, "shift": 1e6}, bandwidth=0.9)
    yield case("wine, estimated", WINE)
    yield case("wine scaled, estimated, bins", {**WINE, "scaler": "standard"}, bin_seeding=True)
    yield case("wine scaled, 3.1", {**WINE, "scaler": "standard"}, bandwidth=3.1)
    yield case("breast cancer, estimated", CANCER)
    yield case("breast cancer scaled, bins", {**CANCER, "scaler": "standard"}, bandwidth=5.5, bin_seeding=True)
    yield case("digits", DIGITS, bandwidth=30.5)
    yield case("digits, estimated, quantile 0.1", DIGITS, quantile=0.1)


def generators():
    yield case("moons", moons(300, 0), bandwidth=0.55)
    yield case("moons, bins", moons(300, 1), bandwidth=0.4, bin_seeding=True)
    yield case("moons, estimated", moons(250, 2))
    yield case("circles, bins", circles(300, 0), bandwidth=0.35, bin_seeding=True, min_bin_freq=3)
    yield case("circles, few iterations", circles(200, 1), bandwidth=0.3, max_iter=2)
    for d, bandwidth in [(1, 1.3), (2, 2.1), (3, 3.2), (4, 3.3), (6, 4.1), (8, 5.2), (10, 5.6)]:
        yield case(f"blobs in {d} dimensions", blobs(200, d, d), bandwidth=bandwidth)
        yield case(f"blobs in {d} dimensions, estimated, bins", blobs(300, d, d + 20), bin_seeding=True)
    yield case("blobs far out", blobs(250, 2, 11, shift=1e6), bandwidth=2.3)
    yield case("blobs far out, bins in float32", blobs(250, 2, 11, shift=1e6), bandwidth=2.3, bin_seeding=True)
    yield case("blobs tiny", blobs(250, 3, 13, factor=1e-6), bandwidth=3e-6)
    yield case("1,500 moons, bins", moons(1500, 4), bandwidth=0.45, bin_seeding=True)
    yield case("1,200 blobs, quantile 0.2, bins", blobs(1200, 2, 7), quantile=0.2, bin_seeding=True)
    yield case("1,000 blobs from every point", blobs(1000, 2, 9), bandwidth=1.7)
    yield case("uniform", {"random": [3, 200, 2]}, bandwidth=0.21)
    yield case("uniform in 10 dimensions", {"random": [4, 150, 10]}, bandwidth=0.97)


def hard():
    yield case("one point", {"X": [[1, 2]]})
    yield case("one point, bins", {"X": [[1, 2]]}, bandwidth=0.7, bin_seeding=True)
    for n in [2, 4, 6]:
        yield case(f"{n} points, bandwidth 0: each its own mode", {"random": [n, n, 2]})
    for n in [7, 9, 11, 12, 13, 17]:
        yield case(f"{n} points", {"random": [n, n, 3]})
    yield case("max_iter 0 moves once", {"random": [5, 60, 2]}, bandwidth=0.4, max_iter=0)
    yield case("max_iter 1", {"random": [5, 60, 2]}, bandwidth=0.4, max_iter=1)
    yield case("one mode", {"random": [6, 60, 2]}, bandwidth=3.0)
    yield case("every point a mode", {"random": [6, 60, 2]}, bandwidth=1e-4)
    yield case("every point a mode and a bin", {"random": [6, 60, 2]}, bandwidth=1e-4, bin_seeding=True)
    yield case("quantile 1", {"random": [7, 30, 2]}, quantile=1.0)
    yield case("grid", grid(9, 9), bandwidth=2.5)
    yield case("grid, bandwidth the step", grid(7, 8), bandwidth=1.0)
    yield case("grid, bins at halves", grid(9, 9), bandwidth=2.0, bin_seeding=True)
    for d in [1, 2, 3]:
        yield case(f"lattice in {d} dimensions", lattice(d, 150, d, 9), bandwidth=2.2)
        yield case(f"lattice in {d} dimensions, bins", lattice(d, 150, d, 9), bandwidth=2.0, bin_seeding=True, min_bin_freq=2)
    yield case("lattice far out", lattice(7, 120, 2, 15, 1.0, 1e6), bandwidth=3.3)
    yield case("all the same", {"X": [[0.5, 0.75]] * 40})
    yield case("all the same, and the mean rounds away from them", {"X": [[0.3, 0.3]] * 50})
    yield case("each point three times", repeated(1, 30, 2, 3), bandwidth=0.8)
    yield case("each point twice, bins", repeated(2, 60, 4, 2), bandwidth=1.6, bin_seeding=True, min_bin_freq=2)
    for at in [0, 2]:
        yield case(f"column {at} constant", with_constant(at, 100, 3, at))
    yield case("orphans", {"X": [[i % 5, i % 7] for i in range(60)] + [[40, 40], [60, -5]]}, bandwidth=3.1, cluster_all=False, bin_seeding=True, min_bin_freq=3)
    yield case("bins too poor", {"random": [1, 50, 3]}, bandwidth=0.01, bin_seeding=True, min_bin_freq=2)


def cases():
    yield from tables()
    yield from generators()
    yield from hard()
