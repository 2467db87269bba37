"""Teaches the line recogniser: texts, drawn lines with the damage of scanners, network, training.

Nothing here is needed to read reports; the result is ``extract/scan/model.onnx``. See
``docs/recogniser.md`` for the procedure and the honest error rates.
"""
