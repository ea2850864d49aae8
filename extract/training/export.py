"""Weights of the attribution network -> the two graphs that extract/pointer.py runs.

The encoder is quantised to int8: per channel, in a 7-bit range that overflows on no CPU; activations are
scaled as they come. The pointer is small and stays in float32. Both read one window at a time.
"""

import argparse
import tempfile
import warnings
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import onnx
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn

from extract.training.network import WIDTH, Layer, Reader

OPSET = 17


class Method(nn.Module):
    """A method of the Reader as the module that torch exports."""

    def __init__(self, reader: Reader, name: str) -> None:
        super().__init__()
        self.reader, self.name = reader, name

    def forward(self, *inputs: Tensor) -> Any:
        return getattr(self.reader, self.name)(*inputs)


def export(reader: Reader, folder: Path) -> None:
    """Write attribution.onnx and pointer.onnx into the folder."""
    reader.eval()
    pieces, units, cues = 9, 7, 2
    encoder_inputs = {
        "ids": torch.ones(1, pieces, dtype=torch.int64),
        "features": torch.zeros(1, 6, pieces, dtype=torch.int64),
        "first": torch.ones(1, units, dtype=torch.int64),
    }
    pointer_inputs = {
        "h": torch.zeros(1, units, WIDTH),
        "first": torch.zeros(1, cues, dtype=torch.int64),
        "last": torch.ones(1, cues, dtype=torch.int64),
        "relations": torch.zeros(1, 6, units, cues, dtype=torch.int64),
    }
    axes = {
        "ids": {1: "L"}, "features": {2: "L"}, "first": {1: "W"}, "h": {1: "W"}, "tags": {1: "W"},
    }  # fmt: skip
    pointer_axes = {
        "h": {1: "W"}, "first": {1: "C"}, "last": {1: "C"}, "relations": {2: "W", 3: "C"},
        "roles": {1: "W", 2: "C"},
    }  # fmt: skip
    with tempfile.TemporaryDirectory() as work:
        plain = Path(work) / "encoder.onnx"
        Layer.fused = True
        try:
            _write(Method(reader, "encode"), encoder_inputs, ["h", "tags"], axes, plain)
        finally:
            Layer.fused = False
        quantize_dynamic(
            plain,
            folder / "attribution.onnx",
            weight_type=QuantType.QInt8,
            per_channel=True,
            reduce_range=True,
            extra_options={"DefaultTensorType": onnx.TensorProto.FLOAT},
        )
    _write(Method(reader, "point"), pointer_inputs, ["roles"], pointer_axes, folder / "pointer.onnx")


def _write(
    module: nn.Module,
    inputs: dict[str, Tensor],
    outputs: Sequence[str],
    axes: dict[str, dict[int, str]],
    path: Path,
) -> None:
    with torch.inference_mode(), warnings.catch_warnings():
        warnings.simplefilter(
            "ignore"
        )  # the exporter that knows the operators of ONNX Runtime is the old one
        torch.onnx.export(
            module,
            tuple(inputs.values()),
            str(path),
            input_names=list(inputs),
            output_names=list(outputs),
            dynamic_axes=axes,
            opset_version=OPSET,
            dynamo=False,
        )


def main() -> None:
    """Export a file of weights, or a checkpoint."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("weights", type=Path)
    parser.add_argument("folder", type=Path)
    options = parser.parse_args()
    kept = torch.load(options.weights, weights_only=False)
    reader = Reader()
    reader.load_state_dict(kept.get("model", kept))
    options.folder.mkdir(parents=True, exist_ok=True)
    export(reader, options.folder)


if __name__ == "__main__":
    main()
