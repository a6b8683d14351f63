"""Opens the int8 weights of the voice model to 32 bits, so that a CPU with wide float units speaks about twice as fast.

usage: open-weights.py <kokoro.onnx> <out.onnx>      needs: onnx numpy
Every DynamicQuantizeLinear → ConvInteger/MatMulInteger → Cast → Mul becomes one Conv/MatMul; the weights stay the 8-bit values
they were, only what flows through them is no longer rounded. Put the result beside vocab.json and the voices in a folder of its
own and name that folder in MEDIA_MODEL. A convenience for who makes much media at once, no part of the line.
"""
import sys

import numpy as np
import onnx
from onnx import helper, numpy_helper

INTEGER = {"ConvInteger": "Conv", "MatMulInteger": "MatMul"}


def opened(model):
    graph = model.graph
    constants = {i.name: i for i in graph.initializer}
    maker = {out: node for node in graph.node for out in node.output}
    users = {}
    for node in graph.node:
        for name in node.input:
            users.setdefault(name, []).append(node)

    def constant(name):
        return numpy_helper.to_array(constants[name]).astype(np.float32)

    replaced, dropped = {}, set()
    for node in graph.node:
        if node.op_type not in INTEGER:
            continue
        source = maker[node.input[0]].input[0]
        (following,) = users[node.output[0]]
        bias, used = None, [node]
        if following.op_type == "Add":  # the bias, rounded to the product's scale on its way
            (other,) = [name for name in following.input if name != node.output[0]]
            chain = [following]
            while maker[other].op_type != "Div":
                chain.append(maker[other])
                other = maker[other].input[0]
            bias = maker[other].input[0]
            used += [*chain, maker[other]]
            (following,) = users[following.output[0]]
        cast, (scaling,) = following, users[following.output[0]]
        assert (cast.op_type, scaling.op_type) == ("Cast", "Mul"), node.name
        (product,) = [name for name in scaling.input if name != cast.output[0]]
        scale = constant(next(name for name in maker[product].input if name in constants))
        zero = constant(node.input[3]) if len(node.input) > 3 and node.input[3] else np.float32(0)
        if node.op_type == "ConvInteger":
            scale, zero = (v.reshape(-1, 1, 1) if np.size(v) > 1 else v for v in (scale, zero))
        weight = numpy_helper.from_array(((constant(node.input[1]) - zero) * scale).astype(np.float32), f"{node.output[0]}_weight")
        graph.initializer.append(weight)
        inputs = [source, weight.name] + ([bias] if bias else [])
        floating = helper.make_node(INTEGER[node.op_type], inputs, [scaling.output[0]], name=node.name)
        floating.attribute.extend(node.attribute)
        replaced[id(scaling)] = floating
        dropped.update(id(n) for n in (*used, cast, scaling))

    nodes = [replaced.get(id(n), n) for n in graph.node if id(n) in replaced or id(n) not in dropped]
    while True:  # what only fed the integer products goes too
        wanted = {o.name for o in graph.output} | {name for n in nodes for name in n.input}
        kept = [n for n in nodes if any(out in wanted for out in n.output)]
        if len(kept) == len(nodes):
            break
        nodes = kept
    constants_kept = [i for i in graph.initializer if i.name in wanted]
    del graph.node[:], graph.initializer[:]
    graph.node.extend(nodes)
    graph.initializer.extend(constants_kept)
    return model


onnx.save(opened(onnx.load(sys.argv[1])), sys.argv[2])
