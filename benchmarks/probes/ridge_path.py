"""Times the same ridge path in scikit-learn: 9 lambdas, 5 folds, 50,000 x 192, 16 targets, and the score.

Both sides, interleaved, after ./orrery doctor has built what is needed:

    for i in 1 2 3; do
      OPENBLAS_NUM_THREADS=1 java -cp 'lab/target/orrery/lib/*' benchmarks/probes/RidgePath.java 3
      OPENBLAS_NUM_THREADS=1 /usr/bin/python3 benchmarks/probes/ridge_path.py 3
    done
"""

import sys
import time

import numpy as np
from sklearn.linear_model import Ridge
from sklearn.metrics import r2_score
from sklearn.model_selection import GridSearchCV, KFold
from sklearn.preprocessing import StandardScaler

random = np.random.default_rng(1)
n, d, k = 62_500, 192, 16
x = random.standard_normal((n, d)).astype(np.float32)
y = x[:, :k] + 0.5 * x[:, k : 2 * k] + random.standard_normal((n, k))
place = (np.arange(n) // 25) % 10
fitted, test = place < 8, place >= 8


def path():
    sx, sy = StandardScaler().fit(x[fitted]), StandardScaler().fit(y[fitted])
    search = GridSearchCV(
        Ridge(),
        {"alpha": [10.0**e for e in range(-4, 5)]},
        cv=KFold(5),
        scoring="neg_mean_squared_error",
    )
    search.fit(sx.transform(x[fitted].astype(float)), sy.transform(y[fitted]))
    prediction = sy.inverse_transform(search.predict(sx.transform(x[test].astype(float))))
    return r2_score(y[test], prediction)


path()
seconds = []
for _ in range(int(sys.argv[1])):
    start = time.perf_counter()
    r2 = path()
    seconds.append(time.perf_counter() - start)
seconds.sort()
print("scikit-learn: %.2f s (%.2f to %.2f), R2 %.4f" % (seconds[len(seconds) // 2], seconds[0], seconds[-1], r2))
