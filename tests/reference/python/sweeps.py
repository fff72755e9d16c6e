"""Cells of sweeps on iris petals: what the Tune lab's table says of them."""

import numpy as np
from sklearn.cluster import DBSCAN, AgglomerativeClustering, Birch, KMeans, estimate_bandwidth
from sklearn.datasets import load_iris
from sklearn.metrics import adjusted_rand_score, davies_bouldin_score, silhouette_score
from sklearn.neighbors import NearestNeighbors

X, y = load_iris().data[:, 2:], load_iris().target


def cell(model):
    labels = model.fit_predict(X)
    found = sorted(set(labels) - {-1})
    parts = [X[labels == label] for label in found]
    distances = [np.linalg.norm(part - part.mean(axis=0), axis=1) for part in parts]
    return {
        "labels": labels,
        "inertia": getattr(model, "inertia_", None),
        "distortion": np.concatenate(distances).mean() if parts else None,
        "adjusted_rand_score": adjusted_rand_score(y, labels),
        "davies_bouldin_score": davies_bouldin_score(X, labels) if 1 < len(set(labels)) < len(X) else None,
        "silhouette_score": silhouette_score(X, labels) if 1 < len(set(labels)) < len(X) else None,
    }


def sweep(name, estimator, x, xs, y_param=None, ys=(None,), **fixed):
    cells = []
    for second in ys:
        for first in xs:
            own = {x: first, **({y_param: second} if y_param else {})}
            cells.append({"params": own, **cell(estimator(**fixed, **own))})
    return {"name": name, "algorithm": estimator.__name__, "params": fixed, "cells": cells}


def cases():
    yield sweep("KMeans over k", KMeans, "n_clusters", [1, 2, 3, 5, 9], n_init=10, random_state=42)
    yield sweep("DBSCAN, eps by min_samples", DBSCAN, "eps", [0.15, 0.25, 0.4, 0.85], "min_samples", [2, 8, 20])
    yield sweep(
        "linkage by k", AgglomerativeClustering, "n_clusters", [2, 3, 7], "linkage", ["ward", "complete", "average", "single"]
    )
    yield sweep("Birch, threshold by branching_factor", Birch, "threshold", [0.1, 0.3], "branching_factor", [5, 50])
    neighbours = NearestNeighbors(n_neighbors=5).fit(X)
    yield {
        "name": "marks",
        "k": 5,
        "k_distances": np.sort(neighbours.kneighbors(X)[0][:, -1]),
        "quantiles": [0.1, 0.3, 0.5],
        "bandwidths": [estimate_bandwidth(X, quantile=quantile) for quantile in (0.1, 0.3, 0.5)],
        "bootstrap_7": np.random.RandomState(7).choice(len(X), len(X)),
        "uniform_7": np.random.RandomState(7).uniform(X.min(axis=0), X.max(axis=0), X.shape)[:5],
    }
