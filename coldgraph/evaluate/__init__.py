"""How good a graph is, held against annotated documents: scores with intervals, calibration, a naive rival, frozen results."""
