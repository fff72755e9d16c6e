"""
DBSCAN: labels and core samples.

`unstable` says that scikit-learn itself ends elsewhere with another search structure (`algorithm`), with two threads, or when every
value is moved by a relative 1e-13: a distance equals eps up to rounding. It is the number of rows whose label changes. The labels are
those of the default, `algorithm="auto"`; ours rounds as its trees do, so that these cases are compared like the others.
"""

from _density import blobs, circles, grid, lattice, moons, moved, quiet, repeated, unsteady_rows, with_constant
from _points import table
from sklearn.cluster import DBSCAN

IRIS = {"dataset": "iris"}
PETALS = {"dataset": "iris", "columns": [2, 3]}
WINE = {"dataset": "wine"}
CANCER = {"dataset": "breast_cancer"}
DIGITS = {"dataset": "digits", "rows": 600}


def fit(X, params, threads=1):
    return quiet(lambda: DBSCAN(**params).fit(X), threads)


def others(X, params):
    """The labels under other structures, threads and last digits."""
    cosine = params.get("metric") == "cosine" or params.get("p", 2) < 1
    for algorithm in ["brute"] if cosine else ["brute", "kd_tree", "ball_tree"]:
        yield fit(X, {**params, "algorithm": algorithm}).labels_
    yield fit(X, params, threads=2).labels_
    for Y in moved(X):
        yield fit(Y, params).labels_


def case(name, points, **params):
    X, _ = table(points)
    model = fit(X, params)
    found = {
        "name": name,
        "points": points,
        "params": params,
        "labels": model.labels_,
        "core": model.core_sample_indices_,
    }
    unsteady = unsteady_rows(model.labels_, others(X, params))
    if unsteady:
        found["unstable"] = unsteady
    return found


def tables():
    for eps, least in [(0.5, 5), (0.65, 10), (0.42, 3), (2.0, 5), (0.05, 5)]:
        yield case(f"iris, eps {eps}, {least}", IRIS, eps=eps, min_samples=least)
    for eps, least in [(0.5, 5), (0.33, 8), (0.17, 4)]:
        yield case(f"petals, eps {eps}, {least}", PETALS, eps=eps, min_samples=least)
    for eps in [0.2, 0.3]:
        yield case(f"petals, eps {eps} on sums of tenths", PETALS, eps=eps)
    yield case("iris, eps 0.3 on sums of tenths", IRIS, eps=0.3)
    yield case("iris scaled", {**IRIS, "scaler": "standard"}, eps=0.6)
    yield case("iris scaled to 0…1", {**IRIS, "scaler": "minmax"}, eps=0.13)
    yield case("petals scaled", {**PETALS, "scaler": "standard"}, eps=0.19, min_samples=6)
    yield case("iris + 1e6", {**IRIS, "shift": 1e6}, eps=0.57)
    yield case("iris manhattan", IRIS, eps=0.85, metric="manhattan")
    yield case("iris chebyshev", IRIS, eps=0.37, metric="chebyshev")
    yield case("iris cosine", IRIS, eps=0.001, metric="cosine")
    yield case("iris cosine, few needed", IRIS, eps=0.0002, metric="cosine", min_samples=2)
    yield case("iris minkowski 3", IRIS, eps=0.43, metric="minkowski", p=3)
    yield case("iris minkowski 1", IRIS, eps=0.77, metric="minkowski", p=1)
    yield case("iris minkowski 0.5", IRIS, eps=1.9, metric="minkowski", p=0.5)
    yield case("iris l1, ball tree", IRIS, eps=0.85, metric="l1", algorithm="ball_tree", leaf_size=5)
    yield case("wine", WINE, eps=25.0)
    yield case("wine scaled", {**WINE, "scaler": "standard"}, eps=2.1)
    yield case("wine scaled, manhattan", {**WINE, "scaler": "standard"}, eps=6.3, metric="manhattan", min_samples=4)
    yield case("wine cosine", WINE, eps=1e-5, metric="cosine")
    yield case("breast cancer", CANCER, eps=60.0, min_samples=6)
    yield case("breast cancer scaled", {**CANCER, "scaler": "standard"}, eps=2.7)
    yield case("breast cancer scaled, chebyshev", {**CANCER, "scaler": "standard"}, eps=1.1, metric="chebyshev")
    yield case("digits", DIGITS, eps=21.3)
    yield case("digits cosine", DIGITS, eps=0.081, metric="cosine", min_samples=4)
    yield case("digits manhattan", DIGITS, eps=95.5, metric="manhattan")


def generators():
    yield case("moons", moons(300, 0), eps=0.2)
    yield case("moons, narrow", moons(300, 1), eps=0.09, min_samples=7)
    yield case("moons, cosine", moons(200, 2), eps=0.003, metric="cosine")
    yield case("circles", circles(300, 0), eps=0.15, min_samples=3)
    yield case("circles, chebyshev", circles(300, 3), eps=0.12, metric="chebyshev")
    for columns, eps in [(1, 0.11), (2, 0.6), (3, 1.0), (4, 1.4), (6, 2.3), (8, 2.9), (10, 3.6)]:
        yield case(f"blobs in {columns} dimensions", blobs(300, columns, columns), eps=eps)
    yield case("blobs far out", blobs(300, 2, 11, shift=1e6), eps=0.7)
    yield case("blobs tiny", blobs(250, 3, 12, factor=1e-6), eps=1e-6)
    yield case("uniform", {"random": [3, 300, 2]}, eps=0.05, min_samples=4)
    yield case("uniform in 10 dimensions", {"random": [4, 200, 10]}, eps=0.71, min_samples=3)
    yield case("2,000 moons", moons(2000, 5), eps=0.05)


def hard():
    yield case("one point is noise", {"X": [[1, 2]]}, eps=1.0)
    yield case("one point is enough", {"X": [[1, 2]]}, eps=1.0, min_samples=1)
    yield case("two points at eps exactly", {"X": [[0, 0], [3, 4]]}, eps=5.0, min_samples=2)
    yield case("two points beyond eps", {"X": [[0, 0], [3, 4]]}, eps=4.999, min_samples=2)
    yield case("every point alone", {"random": [1, 40, 3]}, eps=1e-9, min_samples=1)
    yield case("all noise", {"random": [1, 40, 3]}, eps=1e-9, min_samples=2)
    yield case("all in one", {"random": [2, 60, 2]}, eps=5.0)
    yield case("more needed than there are", {"random": [2, 60, 2]}, eps=5.0, min_samples=61)
    yield case("as many needed as there are", {"random": [2, 60, 2]}, eps=5.0, min_samples=60)
    yield case("a line with a border point between two clusters", {"X": [[x] for x in [0, 1, 2, 3, 5, 7, 8, 9, 10]]}, eps=2.0, min_samples=4)
    yield case("the border point comes first", {"X": [[x] for x in [5, 7, 8, 9, 10, 3, 2, 1, 0]]}, eps=2.0, min_samples=4)
    yield case("12 points on a line, ties", {"X": [[x] for x in range(12)]}, eps=1.0, min_samples=3)
    yield case("grid, eps the step", grid(12, 12), eps=1.0, min_samples=5)
    yield case("grid, eps the diagonal", grid(12, 12), eps=2**0.5, min_samples=9)
    yield case("grid of tenths, eps the step", grid(8, 9, 0.1), eps=0.1, min_samples=5)
    yield case("grid, manhattan", grid(10, 10), eps=2.0, min_samples=13, metric="manhattan")
    yield case("grid, chebyshev", grid(10, 10), eps=1.0, min_samples=9, metric="chebyshev")
    for d in [1, 2, 3, 5]:
        yield case(f"lattice in {d} dimensions", lattice(d, 200, d, 9), eps=1.0, min_samples=3)
    yield case("lattice far out", lattice(7, 200, 2, 15, 1.0, 1e6), eps=1.0, min_samples=4)
    yield case("all the same", {"X": [[0.3, 0.7]] * 50}, eps=0.1)
    yield case("all the same, one more needed", {"X": [[0.3, 0.7]] * 20}, eps=0.1, min_samples=21)
    yield case("each point three times", repeated(1, 40, 2, 3), eps=0.001, min_samples=3)
    yield case("each point five times", repeated(2, 30, 5, 5), eps=1.1, min_samples=6)
    for at in [0, 2]:
        yield case(f"column {at} constant", with_constant(at, 120, 3, at), eps=0.3)
    yield case("a far outlier", {"X": [[i % 7, i % 5] for i in range(100)] + [[1e9, 1e9]]}, eps=0.5, min_samples=2)
    yield case("cosine of opposite directions and zeros", {"X": [[1, 0], [2, 0], [-1, 0], [0, 0], [0, 0], [3, 0.001], [0, 1]]}, eps=0.5, min_samples=2, metric="cosine")
    for n in [2, 5, 9, 11, 12, 17]:
        yield case(f"{n} points in 4 dimensions", {"random": [n, n, 4]}, eps=0.61, min_samples=2)


def cases():
    yield from tables()
    yield from generators()
    yield from hard()
