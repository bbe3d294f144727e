"""How much of the machine's int8 peak the encoder reaches."""

from __future__ import annotations

import time
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import numpy as np

WEIGHTS = 6 * (4 * 384 * 384 + 2 * 384 * 1536)
"""Of the default model's matrix products, each used once for every word piece; attention itself is left out."""
SIDE = 1024
"""Rows and columns of the matrices multiplied for the peak."""
SECONDS = 1.0


def peak(threads: int) -> float:
    """Int8 operations a second, a multiplication and an addition being two, of onnxruntime's matrix product."""
    sessions = [_product() for _ in range(threads)]
    rng = np.random.default_rng(0)
    left = rng.integers(0, 255, (SIDE, SIDE), dtype=np.uint8)

    def work(session: Any) -> float:
        session.run(None, {"a": left})
        done, start = 0, time.perf_counter()
        while (taken := time.perf_counter() - start) < SECONDS:
            session.run(None, {"a": left})
            done += 1
        return done * 2 * SIDE**3 / taken

    with ThreadPoolExecutor(threads) as pool:
        return sum(pool.map(work, sessions))


def operations(pieces: int) -> int:
    """Int8 operations that so many word pieces take."""
    return 2 * WEIGHTS * pieces


def _product() -> Any:
    from onnx import TensorProto, helper, numpy_helper

    from summarize.models.compiled import open_session

    weights = np.random.default_rng(1).integers(-127, 127, (SIDE, SIDE), dtype=np.int8)
    graph = helper.make_graph(
        [helper.make_node("MatMulInteger", ["a", "b"], ["c"])],
        "product",
        [helper.make_tensor_value_info("a", TensorProto.UINT8, [SIDE, SIDE])],
        [helper.make_tensor_value_info("c", TensorProto.INT32, [SIDE, SIDE])],
        [numpy_helper.from_array(weights, "b")],
    )
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17)], ir_version=8)
    return open_session(model.SerializeToString())
