"""scikit-learn's side of `npm run bench images`: reads one task a line, answers with one line of JSON.

    python bench/images/beside.py FILE     FILE: 70,000 x 784 bytes, as the page has them
"""

import json
import sys
import time

try:
    import numpy as np
    import sklearn
    from sklearn.cluster import KMeans, MiniBatchKMeans, kmeans_plusplus
    from sklearn.decomposition import PCA
    from sklearn.metrics import silhouette_score
except ImportError as missing:
    print(json.dumps({"missing": str(missing)}), flush=True)
    sys.exit(0)

raw = np.fromfile(sys.argv[1], dtype=np.uint8).reshape(-1, 784)
held = {}


def pixels(dtype):
    if dtype not in held:
        held.clear()
        held[dtype] = (raw / 255).astype(dtype)
    return held[dtype]


def fitted(estimator, dtype):
    X = pixels(dtype)
    started = time.perf_counter()
    estimator.fit(X)
    return {
        "seconds": time.perf_counter() - started,
        "inertia": float(estimator.inertia_),
        "iterations": int(estimator.n_iter_),
    }


def kmeans(k, dtype):
    return fitted(KMeans(n_clusters=k, random_state=42, n_init=1), dtype)


def mini_batch(k, dtype):
    return fitted(MiniBatchKMeans(n_clusters=k, random_state=42, batch_size=1024), dtype)


def seed(k, dtype):
    X = pixels(dtype)
    started = time.perf_counter()
    kmeans_plusplus(X, k, random_state=42)
    return {"seconds": time.perf_counter() - started}


def silhouette(k, dtype):
    X = pixels(dtype)[:10_000]
    labels = KMeans(n_clusters=k, random_state=42, n_init=1).fit(X).labels_
    started = time.perf_counter()
    score = silhouette_score(X, labels)
    return {"seconds": time.perf_counter() - started, "score": float(score)}


def pca(k, dtype):
    X = pixels(dtype)
    started = time.perf_counter()
    model = PCA(k, random_state=42)
    model.fit_transform(X)
    seconds = time.perf_counter() - started
    return {"seconds": seconds, "score": float(model.explained_variance_ratio_[0])}


print(json.dumps({"version": sklearn.__version__}), flush=True)
for line in sys.stdin:
    name, k, dtype = line.split()
    print(json.dumps(globals()[name](int(k), dtype)), flush=True)
