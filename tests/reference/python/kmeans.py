"""
KMeans, whole: labels, centres, inertia, number of iterations; the hard cases above all.

`unstable` says that scikit-learn itself ends elsewhere when every value is moved by a relative 1e-13, or with two threads instead of
one: a tie was decided by rounding. Ours rounds as scikit-learn does, so these are compared like the others, but for those of `UNLIKE`.
"""

import warnings

import numpy as np
from _points import table
from sklearn.cluster import KMeans
from threadpoolctl import threadpool_limits

# Cases that are compared by inertia alone, and why.
UNLIKE = {
    "480 points of tenths, far centres by hand": "of more than 256 rows, equally far points come in no order that could be told",
}


def fit(X, params, threads=1):
    given = {**params, "init": np.array(params["init"], dtype=float)} if isinstance(params.get("init"), list) else params
    with warnings.catch_warnings(), threadpool_limits(threads):
        warnings.simplefilter("ignore")
        return KMeans(**given).fit(X)


def same(a, b) -> bool:
    return a.n_iter_ == b.n_iter_ and np.array_equal(a.labels_, b.labels_)


def is_stable(X, params, model) -> bool:
    noise = np.random.RandomState(0)
    moved = (X * (1 + 1e-13 * noise.standard_normal(X.shape)) for _ in range(3))
    return same(model, fit(X, params, threads=2)) and all(same(model, fit(Y, params)) for Y in moved)


def case(name, points, **params):
    X, _ = table(points)
    params = {"random_state": 0, **params}
    model = fit(X, params)
    found = {
        "name": name,
        "points": points,
        "params": params,
        "labels": model.labels_,
        "centers": model.cluster_centers_,
        "inertia": model.inertia_,
        "n_iter": model.n_iter_,
    }
    if not is_stable(X, params, model):
        found["unstable"] = True
    if name in UNLIKE:
        found["unlike"] = UNLIKE[name]
    return found


def lattice(a, b, step=1.0):
    return {"X": [[i * step, j * step] for i in range(a) for j in range(b)]}


def integers(seed, rows, columns, high, factor=1.0, shift=0.0):
    """Random integers below `high`, so that many distances tie, times `factor`, plus `shift`."""
    return {"X": np.random.RandomState(seed).randint(0, high, (rows, columns)).tolist(), "factor": factor, "shift": shift}


def duplicates(seed, rows, columns, distinct):
    rs = np.random.RandomState(seed)
    pool = np.round(rs.standard_normal((distinct, columns)), 2)
    return {"X": pool[rs.randint(0, distinct, rows)].tolist()}


def with_constant(seed, rows, columns, at):
    X = np.round(np.random.RandomState(seed).standard_normal((rows, columns)), 3)
    X[:, at] = 3.7
    return {"X": X.tolist()}


def random(seed, rows, columns, **more):
    return {"random": [seed, rows, columns], **more}


IRIS = {"dataset": "iris"}
PETALS = {"dataset": "iris", "columns": [2, 3]}


def tables():
    for k in range(1, 11):
        yield case(f"iris, k {k}", IRIS, n_clusters=k, random_state=42)
    yield case("iris, k 3, ten runs", IRIS, n_clusters=3, n_init=10, random_state=42)
    for seed in (0, 1, 7, 2**32 - 1):
        yield case(f"petals, k 3, seed {seed}", PETALS, n_clusters=3, random_state=seed)
        yield case(f"petals, k 5, random, seed {seed}", PETALS, n_clusters=5, init="random", n_init=1, random_state=seed)
        yield case(f"iris, k 4, elkan, seed {seed}", IRIS, n_clusters=4, algorithm="elkan", random_state=seed)
    yield case("petals, centres by hand", PETALS, n_clusters=3, init=[[1.4, 0.2], [4.0, 1.3], [5.5, 2.0]])
    yield case("petals, centres by hand, elkan", PETALS, n_clusters=3, init=[[1.4, 0.2], [4.0, 1.3], [5.5, 2.0]], algorithm="elkan")
    yield case("petals, k 8, the defaults", PETALS)
    for name in ("wine", "breast_cancer"):
        for k in (2, 3, 8):
            yield case(f"{name}, k {k}", {"dataset": name}, n_clusters=k, random_state=3)
        yield case(f"{name}, k 3, random", {"dataset": name}, n_clusters=3, init="random", random_state=3)
    for algorithm in ("lloyd", "elkan"):
        yield case(f"digits, 300 rows, {algorithm}", {"dataset": "digits", "rows": 300}, n_clusters=10, algorithm=algorithm)
    yield case("digits", {"dataset": "digits"}, n_clusters=10, random_state=42)


def ties():
    for a, b, k in ((2, 2, 2), (3, 3, 2), (3, 3, 4), (4, 4, 4), (5, 3, 3), (6, 6, 9), (7, 4, 5), (10, 10, 8)):
        for algorithm in ("lloyd", "elkan"):
            yield case(f"lattice {a} × {b}, k {k}, {algorithm}", lattice(a, b), n_clusters=k, algorithm=algorithm)
    yield case("lattice of tenths", lattice(6, 5, 0.1), n_clusters=6)
    for seed in range(6):
        yield case(f"integers in the plane, seed {seed}", integers(seed, 60, 2, 8), n_clusters=5, random_state=seed)
        yield case(f"integers in space, random, seed {seed}", integers(seed, 50, 3, 5), n_clusters=4, init="random", random_state=seed)
        yield case(f"integers, one column, elkan, seed {seed}", integers(seed, 40, 1, 20), n_clusters=4, algorithm="elkan")
    yield case("integers, 400 rows: more than one chunk", integers(9, 400, 2, 30), n_clusters=7)
    yield case("integers, 64 columns: long rows", integers(4, 30, 64, 17), n_clusters=6)


def extremes():
    for points, words in ((lattice(4, 3), "lattice"), (random(1, 9, 2), "random points"), (integers(2, 8, 5, 9), "integers")):
        rows = len(table(points)[0])
        for algorithm in ("lloyd", "elkan"):
            yield case(f"k = n, {words}, {algorithm}", points, n_clusters=rows, algorithm=algorithm)
        yield case(f"k = n, {words}, random", points, n_clusters=rows, init="random", n_init=1)
        yield case(f"k = n - 1, {words}", points, n_clusters=rows - 1)
        yield case(f"k = 1, {words}", points, n_clusters=1)
    yield case("k = 1, elkan", random(1, 9, 2), n_clusters=1, algorithm="elkan")
    yield case("one row", {"X": [[3.0, 4.0]]}, n_clusters=1)
    yield case("two rows, one column", {"X": [[3.0], [5.0]]}, n_clusters=2)
    yield case("all rows equal", {"X": [[1.5, -2.0]] * 6}, n_clusters=3)
    for distinct, k in ((3, 3), (3, 5), (5, 12), (1, 4)):
        for algorithm in ("lloyd", "elkan"):
            name = f"duplicates, {distinct} distinct, k {k}, {algorithm}"
            yield case(name, duplicates(distinct, 30, 2, distinct), n_clusters=k, algorithm=algorithm)
        yield case(f"duplicates, {distinct} distinct, k {k}, random", duplicates(distinct, 30, 4, distinct), n_clusters=k, init="random")


def rounding_decides():
    """More seeds than distinct rows: what is left of the distances is rounding, and k-means++ draws by it."""
    for seed, rows, columns, distinct, k in ((0, 60, 9, 8, 30), (6, 60, 9, 8, 30), (7, 40, 4, 6, 20), (8, 40, 4, 6, 20), (13, 40, 4, 6, 20)):
        yield case(f"seeds by rounding, {rows} × {columns}, seed {seed}", duplicates(seed, rows, columns, distinct), n_clusters=k)
    for seed in range(3):
        yield case(f"lattice 5 × 5, k = n, seed {seed}", lattice(5, 5), n_clusters=25, random_state=seed)


def scales():
    for at in (0, 1, 2):
        yield case(f"constant column {at}", with_constant(at, 40, 3, at), n_clusters=4)
    yield case("constant columns only", {"X": [[2.0, 0.1]] * 12}, n_clusters=2)
    for factor, shift in ((1, 1e6), (1, -1e6), (1e-6, 0), (1e-6, 1e6), (1e6, 0), (1e-150, 0), (1e100, 0)):
        yield case(f"random times {factor:g} plus {shift:g}", random(5, 80, 3, factor=factor, shift=shift), n_clusters=4)
        yield case(f"integers times {factor:g} plus {shift:g}", integers(5, 60, 2, 9, factor, shift), n_clusters=4)
    yield case("offset, elkan", random(6, 80, 2, shift=1e6), n_clusters=5, algorithm="elkan")


def limits():
    for algorithm in ("lloyd", "elkan"):
        for most in (1, 2, 3):
            yield case(f"max_iter {most}, {algorithm}", random(3, 120, 2), n_clusters=5, max_iter=most, algorithm=algorithm)
        yield case(f"max_iter 1, k 8, the first centres' labels, {algorithm}", PETALS, max_iter=1, algorithm=algorithm)
        for tol in (0, 1e-2, 1.0, 1e3):
            yield case(f"tol {tol:g}, {algorithm}", random(4, 150, 2), n_clusters=6, tol=tol, algorithm=algorithm)
    yield case("n_init 3, tol 0, max_iter 2", random(4, 150, 2), n_clusters=6, n_init=3, tol=0, max_iter=2)
    for seed in range(4):
        yield case(f"n_init 10 on noise, seed {seed}", random(seed, 60, 4), n_clusters=7, n_init=10, random_state=seed)


def empty_clusters():
    far = [[100.0, 100.0], [200.0, 50.0]]
    for algorithm in ("lloyd", "elkan"):
        yield case(f"one far centre, {algorithm}", random(8, 50, 2), n_clusters=3, init=[[0.2, 0.2], [0.8, 0.8], far[0]], algorithm=algorithm)
        yield case(f"two far centres, {algorithm}", random(8, 50, 2), n_clusters=4, init=[[0.2, 0.2], far[0], [0.8, 0.8], far[1]], algorithm=algorithm)
        yield case(f"all centres far, {algorithm}", random(8, 50, 2), n_clusters=3, init=[*far, [-300.0, 0.0]], algorithm=algorithm)
        yield case(f"the same centre three times, {algorithm}", random(8, 50, 2), n_clusters=3, init=[[0.5, 0.5]] * 3, algorithm=algorithm)
        yield case(f"far centres on a lattice, {algorithm}", lattice(5, 5), n_clusters=4, init=[[2.0, 2.0], far[0], far[1], far[0]], algorithm=algorithm)
    yield case("far centres, max_iter 1", integers(3, 40, 2, 6), n_clusters=4, init=[[2, 2], [50, 50], [60, 60], [3, 3]], max_iter=1)
    yield case("far centres, 200 integers", integers(3, 200, 2, 6), n_clusters=6, init=[[2, 2], [50, 50], [60, 60], [3, 3], [70, 0], [0, 70]])
    yield case("far centres, 400 random points", random(3, 400, 2), n_clusters=5, init=[[0.2, 0.2], [50, 50], [60, 60], [0.3, 0.8], [70, 0]])
    tenths = {"X": np.round(np.random.RandomState(3).standard_normal((480, 2)), 1).tolist()}
    by_hand = [[0, 0], [1, 1], *[[30 + i, 30] for i in range(30)]]
    yield case("480 points of tenths, far centres by hand", tenths, n_clusters=32, init=by_hand)


def cases():
    for group in (tables, ties, extremes, rounding_decides, scales, limits, empty_clusters):
        yield from group()
