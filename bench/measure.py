"""Run a command and say how long it took and how much memory its largest process needed.

python bench/measure.py coldgraph build FOLDER --into GRAPH
"""

import resource
import subprocess
import sys
import time


def main(command: list[str]) -> int:
    """Run the command; the exit status is its own. Memory is the largest resident set of any one of its processes."""
    if not command:
        sys.exit(__doc__)
    start = time.perf_counter()
    status = subprocess.run(command, check=False).returncode
    seconds, used = time.perf_counter() - start, resource.getrusage(resource.RUSAGE_CHILDREN)
    processor = used.ru_utime + used.ru_stime
    sys.stderr.write(f"{seconds:.1f} s, {processor:.1f} s of processor time, {used.ru_maxrss / 1024:.0f} MB: {' '.join(command[:2])}\n")
    return status


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
