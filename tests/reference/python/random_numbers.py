"""numpy's legacy RandomState: 10,000 draws of each method, for several seeds."""

import numpy as np
from _common import summary

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
    "choice p one by one": lambda rs: many(lambda: rs.choice(1000, p=weights(1000)), N),
    "choice no replacement": lambda rs: many(lambda: rs.choice(500, 50, replace=False), 200),
    "choice p no replacement": lambda rs: many(lambda: rs.choice(500, 50, replace=False, p=weights(500)), 200),
    "choice sparse p no replacement": lambda rs: many(lambda: rs.choice(500, 50, replace=False, p=sparse_weights(500)), 200),
}


def cases():
    for method, draw in METHODS.items():
        for seed in SEEDS:
            rs = np.random.RandomState(seed)
            drawn = draw(rs)
            # Three more numbers show that the method took as many draws from the stream as numpy's.
            yield {"name": f"{method}, seed {seed}", "method": method, "seed": seed, **summary(drawn), "then": rs.random_sample(3)}
