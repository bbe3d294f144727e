"""Logistic regression with a ridge, for the few weights that ship as readable files."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

STEPS, CLOSE = 50, 1e-6


def fit_standardised(
    features: NDArray[np.float64], target: NDArray[np.float64], weight: NDArray[np.float64], ridge: float
) -> tuple[NDArray[np.float64], float]:
    """As `fit_logistic`, with the ridge on features of mean 0 and deviation 1; the weights are of those given."""
    mean = np.average(features, axis=0, weights=weight)
    scale = np.sqrt(np.average((features - mean) ** 2, axis=0, weights=weight)) + 1e-9
    scaled, constant = fit_logistic((features - mean) / scale, target, weight, ridge)
    raw = scaled / scale
    return raw, float(constant - raw @ mean)


def fit_logistic(
    features: NDArray[np.float64], target: NDArray[np.float64], weight: NDArray[np.float64], ridge: float
) -> tuple[NDArray[np.float64], float]:
    """The weights of the features, *shape:* (k,), and the constant, which is not penalised.

    Newton's method from zero. *Shapes:* `features` (n, k), `target` (n,) of 0 and 1, `weight` (n,) of every row.
    """
    design = np.c_[features, np.ones(len(features))]
    penalty = np.r_[np.full(features.shape[1], ridge), 1e-6]
    solution = np.zeros(design.shape[1])
    for _ in range(STEPS):
        p = 1 / (1 + np.exp(-np.clip(design @ solution, -30, 30)))
        hessian = (design * (weight * p * (1 - p))[:, None]).T @ design + np.diag(penalty)
        step = np.linalg.solve(hessian, design.T @ (weight * (target - p)) - penalty * solution)
        solution += step
        if np.abs(step).max() < CLOSE:
            break
    return solution[:-1], float(solution[-1])
