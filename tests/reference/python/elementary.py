"""Sine, cosine and logarithm rounded to the nearest float64, from integers of 300 bits: no library rounds all of them right."""

import math
from fractions import Fraction

import numpy as np
from _common import summary

BITS = 300
ONE = 1 << BITS


def atanh(z: Fraction) -> int:
    """atanh(z) · 2^BITS for 0 ≤ z < 1."""
    term = int(z * ONE)
    square = term * term >> BITS
    total, k = 0, 1
    while term:
        total += term // k
        term = term * square >> BITS
        k += 2
    return total


def arctan_inverse(n: int) -> int:
    """arctan(1/n) · 2^BITS."""
    term, total, k, sign = ONE // n, 0, 1, 1
    while term:
        total += sign * (term // k)
        term //= n * n
        k += 2
        sign = -sign
    return total


LN2 = 2 * atanh(Fraction(1, 3))
HALF_PI = 8 * arctan_inverse(5) - 2 * arctan_inverse(239)


def nearest(value: int) -> float:
    return float(Fraction(value, ONE))


def log(x: float) -> float:
    mantissa, exponent = math.frexp(x)  # in [1/2, 1)
    m = Fraction(mantissa)
    return nearest(exponent * LN2 - 2 * atanh((1 - m) / (1 + m)))


def cosine_and_sine(x: float) -> tuple[float, float]:
    scaled = int(Fraction(x) * ONE)
    quarter = (scaled + HALF_PI // 2) // HALF_PI
    rest = scaled - quarter * HALF_PI
    sums, term, k = [0, 0], ONE, 0
    for k in range(80):
        sums[k % 2] += term if k % 4 < 2 else -term
        term = (term * rest >> BITS) // (k + 1)
    c, s = sums
    turned = [(c, s), (-s, c), (-c, -s), (s, -c)][quarter % 4]
    return nearest(turned[0]), nearest(turned[1])


FUNCTIONS = {"log": log, "cosine": lambda x: cosine_and_sine(x)[0], "sine": lambda x: cosine_and_sine(x)[1]}
N = 3000
# x = i · step for i = 1 … N: one rounding, the same in any language
STEPS = {"log": [1 / N, 1e-9, 12345.678, 1e-200], "cosine": [math.pi / N, 0.005, 333.3, -0.01], "sine": [math.pi / N, 0.005, 333.3, -0.01]}
ANGLES = [math.pi / 2, math.pi, 1.5 * math.pi, 2 * math.pi, 3 * math.pi, 355.0, 1e-9, 2.0**20, math.pi / 4, 0.0]
POINTS = {
    "log": [1.0, 2.0, 0.5, math.sqrt(2), math.sqrt(0.5), 1 - 2**-53, 1 + 2**-52, 2.0**-1022, 1.7976931348623157e308, math.e],
    "cosine": ANGLES,
    "sine": ANGLES,
}


def cases():
    for name, function in FUNCTIONS.items():
        yield {"name": f"{name} of chosen numbers", "function": name, "x": POINTS[name], "y": [function(x) for x in POINTS[name]]}
        for step in STEPS[name]:
            values = np.array([function(i * step) for i in range(1, N + 1)])
            yield {"name": f"{name} of {N} multiples of {step}", "function": name, "step": step, "n": N, "summary": summary(values)}
