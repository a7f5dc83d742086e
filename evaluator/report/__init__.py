"""From a Comparison to what a person reads: view first, then terminal text, HTML, PDF, JSON or CSV.

In: `evaluator.comparison.model.Comparison`. Out: bytes and text. Must not think: judging and computing are done before.
"""
