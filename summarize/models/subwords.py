"""Where a compiled model keeps what it knows of word pieces by themselves: its input embeddings, inside its graph."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

QUANTIZED = ("_quantized", "_scale")
"""What onnxruntime's quantisation adds to the name of a weight, and of its scale."""


@dataclass(frozen=True, slots=True)
class SubwordTable:
    """A matrix inside the bytes of an ONNX file."""

    offset: int
    pieces: int
    width: int
    kind: str
    """NumPy's name of its numbers, such as "|u1"."""

    def read(self, onnx: bytes) -> NDArray[np.generic]:
        """A copy of the matrix, quantised if the model is: each number times one scale plus one shift is what the
        original has. *Shape:* (pieces, width)
        """
        count = self.pieces * self.width
        flat = np.frombuffer(onnx, dtype=np.dtype(self.kind), count=count, offset=self.offset)
        return flat.reshape(self.pieces, self.width).copy()


def find_table(onnx: bytes, weight: str) -> SubwordTable | None:
    """Where the matrix of this name lies, None when it is not there as one run of bytes with one scale."""
    from onnx import helper, load_from_string

    tensors = {tensor.name: tensor for tensor in load_from_string(onnx).graph.initializer}
    quantized, scale = (tensors.get(weight + ending) for ending in QUANTIZED)
    if quantized is not None and (scale is None or scale.dims not in ([], [1])):
        return None
    tensor = quantized if quantized is not None else tensors.get(weight)
    if tensor is None or len(tensor.dims) != 2 or not tensor.raw_data:
        return None
    kind = np.dtype(helper.tensor_dtype_to_np_dtype(tensor.data_type)).str
    return SubwordTable(onnx.index(tensor.raw_data), tensor.dims[0], tensor.dims[1], kind)
