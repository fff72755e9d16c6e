"""
numpy's legacy RandomState: 10,000 draws of each method, for several seeds.

Normal numbers go through the C library's logarithm, which is not always the nearest float64 (glibc: wrong by one unit in the last
place once in 1,000), so that numpy's own stream differs from one platform to another. Ours takes the nearest one. The draws in which
the two differ are listed in `unlike`: index and numpy's value.
"""

import math

import numpy as np
from _common import summary
from elementary import log

SEEDS = [0, 1, 42, 12345, 2**31, 2**32 - 1]
N = 10_000


def weights(n: int) -> np.ndarray:
    """Uneven weights that need no random numbers and no rounding: (i·7 mod 13) + 1, over their sum."""
    w = (np.arange(n) * 7 % 13 + 1).astype(float)
    return w / w.sum()


def sparse_weights(n: int) -> np.ndarray:
    """Most of the weight on a few: the draw without replacement has to repeat."""
    w = np.where(np.arange(n) % 50 == 0, 1000.0, 1.0)
    return w / w.sum()


def many(draw, times: int) -> np.ndarray:
    return np.concatenate([np.atleast_1d(draw()) for _ in range(times)])


def shuffled_rows(rs: np.random.RandomState) -> np.ndarray:
    rows = np.arange(3 * 3000).reshape(3000, 3)
    rs.shuffle(rows)
    return rows


METHODS = {
    "random_sample": lambda rs: rs.random_sample(N),
    "uniform -1 1": lambda rs: rs.uniform(-1, 1, N),
    "uniform 0.1 7.3": lambda rs: rs.uniform(0.1, 7.3, N),
    "randint 0 2": lambda rs: rs.randint(0, 2, N),
    "randint 0 150": lambda rs: rs.randint(0, 150, N),
    "randint -5 1000": lambda rs: rs.randint(-5, 1000, N),
    "randint 0 2147483647": lambda rs: rs.randint(0, 2147483647, N),
    "randint 0 4294967296": lambda rs: rs.randint(0, 2**32, N),
    "randint 3 4": lambda rs: np.append(rs.randint(3, 4, 10), rs.randint(0, 100, 10)),
    "permutation 10000": lambda rs: rs.permutation(N),
    "permutation 7": lambda rs: many(lambda: rs.permutation(7), 1500),
    "shuffle": lambda rs: (lambda a: (rs.shuffle(a), a)[1])(np.arange(N) * 0.5),
    "shuffle rows": shuffled_rows,
    "choice": lambda rs: rs.choice(150, N),
    "choice p": lambda rs: rs.choice(150, N, p=weights(150)),
    "choice p one by one": lambda rs: many(lambda: rs.choice(100, p=weights(100)), N),
    "choice no replacement": lambda rs: many(lambda: rs.choice(500, 50, replace=False), 200),
    "choice p no replacement": lambda rs: many(lambda: rs.choice(500, 50, replace=False, p=weights(500)), 200),
    "choice sparse p no replacement": lambda rs: many(lambda: rs.choice(500, 50, replace=False, p=sparse_weights(500)), 200),
}


NORMAL_METHODS = {
    "standard_normal": (lambda rs: rs.standard_normal(N), lambda rs, normal: [normal() for _ in range(N)]),
    "normal": (lambda rs: rs.normal(2.5, 0.3, N), lambda rs, normal: [2.5 + 0.3 * normal() for _ in range(N)]),
    "standard_normal odd": (
        lambda rs: np.concatenate([rs.standard_normal(3), rs.random_sample(2), rs.standard_normal(2)]),
        lambda rs, normal: [normal(), normal(), normal(), rs.random_sample(), rs.random_sample(), normal(), normal()],
    ),
}


def polar(rs: np.random.RandomState):
    """Standard normal numbers by the polar method, with the logarithm rounded to the nearest float64."""
    spare = []

    def draw() -> float:
        if spare:
            return spare.pop()
        while True:
            x, y = 2 * rs.random_sample() - 1, 2 * rs.random_sample() - 1
            square = x * x + y * y
            if 0 < square < 1:
                factor = math.sqrt(-2 * log(square) / square)
                spare.append(factor * x)
                return factor * y

    return draw


def normal_case(method: str, seed: int) -> dict:
    numpys, nearest = NORMAL_METHODS[method]
    rs, again = np.random.RandomState(seed), np.random.RandomState(seed)
    drawn, rounded = numpys(rs), np.array(nearest(again, polar(again)))
    unlike = np.flatnonzero(drawn != rounded)
    return {
        "name": f"{method}, seed {seed}",
        "method": method,
        "seed": seed,
        **summary(drawn),
        "then": rs.random_sample(3),
        "unlike": [[int(i), float(drawn[i])] for i in unlike],
    }


def cases():
    for method in NORMAL_METHODS:
        for seed in SEEDS:
            yield normal_case(method, seed)
    for method, draw in METHODS.items():
        for seed in SEEDS:
            rs = np.random.RandomState(seed)
            drawn = draw(rs)
            # Three more numbers show that the method took as many draws from the stream as numpy's.
            yield {"name": f"{method}, seed {seed}", "method": method, "seed": seed, **summary(drawn), "then": rs.random_sample(3)}
