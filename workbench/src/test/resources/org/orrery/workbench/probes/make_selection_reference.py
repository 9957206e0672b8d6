"""Writes selection_reference.json: cross-validated, weighted and classifying ridge of scikit-learn.

Run with Debian's python3-sklearn:  /usr/bin/python3 make_selection_reference.py > selection_reference.json
"""

import json

import numpy as np
import sklearn
from sklearn.linear_model import Ridge, RidgeClassifier
from sklearn.metrics import accuracy_score, balanced_accuracy_score, mean_squared_error, r2_score
from sklearn.model_selection import KFold
from sklearn.preprocessing import StandardScaler

random = np.random.RandomState(11)
clips, per_clip, d, k = 23, 5, 6, 2
n = clips * per_clip
clip = np.repeat(np.arange(clips), per_clip)
part = np.where(clip < 13, "TRAIN", np.where(clip < 18, "VALIDATION", "TEST"))
x = random.randn(n, d) * [1, 10, 0.1, 3, 1, 1] + [0, 100, -5, 2, 0, 0]
x[:, 5] = x[:, 0] + 0.01 * random.randn(n)
y = np.stack([x[:, 0] + 0.05 * x[:, 1], x[:, 2] * 20 - x[:, 3]], 1)
y += 3 * random.randn(n, k) + 2 * random.randn(clips, 1)[clip]
weight = np.round(random.uniform(0.2, 3, n), 3)
x, y = np.round(x, 6), np.round(y, 6)
label = np.where(y[:, 0] > 6, 2, np.where(y[:, 0] > 4, 1, -1))
lambdas = [10.0**e for e in range(-4, 5)]
fitted, test = part != "TEST", part == "TEST"
train, validation = part == "TRAIN", part == "VALIDATION"


def scaled(values, rows, w=None):
    scaler = StandardScaler().fit(values[rows], sample_weight=w)
    return scaler, scaler.transform(values)


def chosen(folds):
    """Ridge with its intercept in every fold, on features that are standardised over all of them."""
    sx, zx = scaled(x, fitted)
    sy, zy = scaled(y, fitted)
    ids = np.unique(clip[fitted])
    errors = np.zeros(len(lambdas))
    for inside, outside in KFold(folds).split(ids):
        rows = fitted & np.isin(clip, ids[inside])
        held = fitted & np.isin(clip, ids[outside])
        for i, alpha in enumerate(lambdas):
            model = Ridge(alpha=alpha).fit(zx[rows], zy[rows])
            errors[i] += ((model.predict(zx[held]) - zy[held]) ** 2).sum()
    best = int(np.argmin(errors))
    model = Ridge(alpha=lambdas[best]).fit(zx[fitted], zy[fitted])
    prediction = sy.inverse_transform(model.predict(zx[test]))
    return {
        "errors": errors.tolist(),
        "lambda": lambdas[best],
        "prediction": prediction.tolist(),
        "r2": r2_score(y[test], prediction),
    }


def weighted():
    sx, zx = scaled(x, train, weight[train])
    sy, zy = scaled(y, train, weight[train])
    path = []
    for alpha in lambdas:
        model = Ridge(alpha=alpha).fit(zx[train], zy[train], sample_weight=weight[train])
        error = mean_squared_error(
            zy[validation], model.predict(zx[validation]), sample_weight=weight[validation]
        )
        path.append((error, alpha, model))
    error, alpha, model = min(path, key=lambda entry: entry[0])
    prediction = sy.inverse_transform(model.predict(zx[test]))
    w = weight[test]
    return {
        "lambda": alpha,
        "prediction": prediction.tolist(),
        "r2": r2_score(y[test], prediction, sample_weight=w),
        "mse": mean_squared_error(y[test], prediction, sample_weight=w),
    }


def classes():
    sx, zx = scaled(x, train)
    model = RidgeClassifier(alpha=1.0).fit(zx[train], label[train])
    prediction = model.predict(zx[test])
    return {
        "prediction": prediction.tolist(),
        "accuracy": accuracy_score(label[test], prediction),
        "balanced": balanced_accuracy_score(label[test], prediction),
    }


print(
    json.dumps(
        {
            "made_with": "scikit-learn " + sklearn.__version__,
            "features": x.tolist(),
            "targets": y.tolist(),
            "labels": label.tolist(),
            "weights": weight.tolist(),
            "clips": clip.tolist(),
            "parts": part.tolist(),
            "folds": [f for f, (_, o) in enumerate(KFold(5).split(np.arange(18))) for _ in o],
            "five_folds": chosen(5),
            "one_clip_out": chosen(len(np.unique(clip[fitted]))),
            "weighted": weighted(),
            "classes": classes(),
        }
    )
)
