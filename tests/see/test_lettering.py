from itertools import combinations

from coldgraph.see.lettering import Dot, lettering


def meet(a, b):
    return a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]


def test_no_label_covers_another_or_a_dot_or_leaves_the_frame():
    dots = [Dot(20 + 37 * (i % 8), 20 + 25 * (i // 8), 5, 30 + i % 9, 12) for i in range(64)]
    boxes = [box for box in lettering(dots, 320, 230) if box]
    assert 20 < len(boxes) < 64
    assert not any(meet(a, b) for a, b in combinations(boxes, 2))
    assert not any(meet(box, dot.box()) for box in boxes for dot in dots)
    assert all(box[0] >= 0 and box[1] >= 0 and box[2] <= 320 and box[3] <= 230 for box in boxes)


def test_the_first_are_served_first_and_below():
    one, other = Dot(50, 50, 5, 40, 10), Dot(60, 56, 5, 40, 10)
    (alone,) = lettering([one], 100, 100)
    assert alone == (30, 57, 70, 67)
    assert lettering([one, other], 100, 100)[0] is not None
