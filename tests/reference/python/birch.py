"""
Birch, whole: labels, the subclusters' centres in the order of the leaves, their labels.

`unstable` says that scikit-learn itself ends with other labels when every value is moved by a relative 1e-13, or with two threads
instead of one: a tie was decided by rounding. Ours rounds as scikit-learn does on processors with AVX-512, so these are compared
like the others.
"""

from _common import summary
from _trees import (
    CANCER,
    IRIS,
    PETALS,
    WINE,
    digits,
    integers,
    lattice,
    made,
    moved,
    quietly,
    random,
    repeated,
    scaled,
    tenths,
    with_constant,
)
from sklearn.cluster import Birch

def fit(X, params, threads=1):

    return quietly(lambda: Birch(**params).fit(X), threads)

def case(name, points, scaler="none", **params):
    X = scaled(points, scaler)
    model = fit(X, params)
    found = {
        "name": name,
        "points": points,
        "params": params,
        "labels": model.labels_,
        "subcluster_labels": summary(model.subcluster_labels_),
        "subcluster_centers": summary(model.subcluster_centers_),
    }
    if scaler != "none":
        found["scaler"] = scaler
    others = [fit(Y, params) for Y in moved(X)] + [fit(X, params, threads=2)]
    if any((other.labels_ != model.labels_).any() for other in others):
        found["unstable"] = True
    return found

def tables():
    for threshold in (0.1, 0.2, 0.3, 0.5, 0.8):
        yield case(f"petals, threshold {threshold}", PETALS, threshold=threshold)
        yield case(f"iris, threshold {threshold}", IRIS, threshold=threshold, n_clusters=None)
    yield case("iris, the defaults", IRIS)
    yield case("petals scaled", PETALS, "standard", threshold=0.15)
    yield case("iris scaled, leaves of 5", IRIS, "standard", threshold=0.3, branching_factor=5)
    for threshold in (0.3, 1.2, 1.8):
        yield case(f"wine scaled, threshold {threshold}", WINE, "standard", threshold=threshold)
        yield case(f"wine, threshold {threshold * 20:g}", WINE, threshold=threshold * 20)
    for threshold in (1.0, 2.5):
        yield case(f"breast_cancer scaled, threshold {threshold}", CANCER, "standard", threshold=threshold, n_clusters=2)
    for threshold in (0.5, 1.0, 1.5):
        yield case(f"digits, threshold {threshold}", digits(300), threshold=threshold, n_clusters=10)
    yield case("digits, leaves of 10", digits(250), threshold=0.9, n_clusters=10, branching_factor=10)

def shapes():
    yield case("moons", made("moons", 300, 1, noise=0.06), threshold=0.1, n_clusters=2)
    yield case("moons, each its own", made("moons", 150, 1, noise=0.06), threshold=1e-4, n_clusters=2)
    yield case("circles", made("circles", 200, 2, noise=0.04, factor=0.5), threshold=0.1, n_clusters=2, branching_factor=8)
    yield case("blobs", made("blobs", 400, 3, centers=4, n_features=5), threshold=0.9, n_clusters=4)
    yield case("swiss roll", made("swiss_roll", 250, 4), threshold=1.0, n_clusters=6)
    yield case("s curve", made("s_curve", 250, 5), threshold=0.2, n_clusters=4)

def branching():
    for factor in (2, 3, 4, 7, 20, 50, 200):
        yield case(f"random points, leaves of {factor}", random(1, 250, 2), threshold=0.02, branching_factor=factor, n_clusters=5)
        yield case(f"in space, leaves of {factor}", random(2, 200, 4), threshold=0.1, branching_factor=factor, n_clusters=None)

def ties():
    for step in (1.0, 0.1):
        for threshold in (0.4, 0.5, 0.75):
            at = threshold * step
            yield case(f"lattice of {step:g}, threshold {at:g}", lattice(9, 8, step), threshold=at, branching_factor=6)
    for seed in range(4):
        yield case(f"integers, seed {seed}", integers(seed, 90, 2, 9), threshold=0.7, branching_factor=5)
        yield case(f"tenths, seed {seed}", tenths(seed, 120, 3), threshold=0.2, branching_factor=10)
        yield case(f"points over again, seed {seed}", repeated(seed, 25, 3, 4), threshold=0.3, branching_factor=4)

def extremes():
    yield case("one row", {"X": [[3.0, 4.0]]})
    yield case("one row, no grouping", {"X": [[3.0, 4.0]]}, n_clusters=None)
    yield case("two rows", {"X": [[3.0], [5.0]]}, threshold=0.1, n_clusters=2)
    yield case("all rows equal", {"X": [[1.5, -2.0]] * 9})
    yield case("zeros", {"X": [[0.0, 0.0]] * 5}, n_clusters=None)
    yield case("equal rows that rounding keeps apart", {"X": [[963.66]] * 12 + [[0.5], [0.7]]}, threshold=1e-12, branching_factor=3, n_clusters=None)
    yield case("k = n", random(3, 20, 2), threshold=1e-6, n_clusters=20)
    yield case("k = 1", random(3, 30, 2), threshold=0.1, n_clusters=1)
    yield case("fewer subclusters than asked for", random(3, 30, 2), threshold=0.3, n_clusters=25)
    yield case("a single subcluster", random(3, 30, 2), threshold=10.0)
    for shift in (1e3, 1e6):
        yield case(f"offset of {shift:g}", random(4, 120, 3, shift=shift), threshold=0.2)
    for at in (0, 2):
        yield case(f"constant column {at}", with_constant(9, 80, 3, at), threshold=0.3, branching_factor=6)
    yield case("one column", random(5, 200, 1), threshold=0.02)
    yield case("ten columns", random(6, 200, 10), threshold=0.4, n_clusters=5)
    yield case("long rows", random(7, 60, 40), threshold=1.0, branching_factor=5)
    yield case("tiny values", random(8, 60, 2, factor=1e-9), threshold=1e-10)

def cases():
    for group in (tables, shapes, branching, ties, extremes):
        yield from group()
