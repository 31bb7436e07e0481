"""Trained network to the int8 ONNX file that serving reads."""

from pathlib import Path

import onnx
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn

from tonecheck.training.network import JudgeNetwork


class _Served(nn.Module):
    """The network with its outputs as a tuple, as ONNX wants them."""

    def __init__(self, network: JudgeNetwork) -> None:
        super().__init__()
        self.network = network

    def forward(
        self, input_ids: Tensor, attention_mask: Tensor, token_type_ids: Tensor
    ) -> tuple[Tensor, ...]:
        outputs = self.network(input_ids, attention_mask, token_type_ids)
        return outputs.categories, outputs.subtypes, outputs.acts, outputs.spans, outputs.signals


def export(network: JudgeNetwork, path: Path) -> None:
    """Write `network` as dynamic int8 ONNX (signed, per channel, embeddings too) to `path`."""
    plain = path.with_suffix(".fp32.onnx")
    # Three tensors of their own: the exporter would take one object given twice for one input.
    ids, mask, types = (torch.ones(2, 9, dtype=torch.long) for _ in range(3))
    dynamic = {0: torch.export.Dim("batch"), 1: torch.export.Dim("tokens", min=2, max=512)}
    program = torch.onnx.export(
        _Served(network).eval(),
        (ids, mask, types - 1),
        input_names=["input_ids", "attention_mask", "token_type_ids"],
        output_names=["categories", "subtypes", "acts", "spans", "signals"],
        dynamic_shapes=(dynamic, dynamic, dynamic),
        dynamo=True,
        external_data=False,
        opset_version=20,
    )
    assert program is not None
    program.save(str(plain))
    model = onnx.load(str(plain))
    # Shapes noted by the exporter contradict the quantiser's own inference.
    del model.graph.value_info[:]
    onnx.save(model, str(plain))
    quantize_dynamic(
        str(plain),
        str(path),
        per_channel=True,
        weight_type=QuantType.QInt8,
        op_types_to_quantize=["MatMul", "Gather", "Gemm"],
        extra_options={"DefaultTensorType": 1, "MatMulConstBOnly": True},
    )
    plain.unlink()
