"""Hold the tree to its measures: length of files and functions, annotations, docstrings."""

import ast
import statistics
import sys
from pathlib import Path

FILE_LINES, BODY_LINES, MEDIAN, NINETIETH = 400, 40, 6, 20

Function = ast.FunctionDef | ast.AsyncFunctionDef


def body_lines(node: Function) -> int:
    """Lines of a function's body, its signature and docstring not counted."""
    documented = ast.get_docstring(node) is not None and len(node.body) > 1
    first = node.body[1 if documented else 0]
    return (node.end_lineno or first.lineno) - first.lineno + 1


def functions_of(tree: ast.Module) -> list[Function]:
    """Every function of a module, nested ones too."""
    return [n for n in ast.walk(tree) if isinstance(n, ast.FunctionDef | ast.AsyncFunctionDef)]


def main(root: Path) -> int:
    """Print the measures of a tree and say whether one of them is passed."""
    faults: list[str] = []
    bodies: list[int] = []
    for path in sorted(root.rglob("*.py")):
        if "migrations" in path.parts:
            continue
        source = path.read_text(encoding="utf-8")
        if source.count("\n") > FILE_LINES:
            faults.append(f"{path}: {source.count(chr(10))} lines, at most {FILE_LINES}")
        for node in functions_of(ast.parse(source)):
            bodies.append(lines := body_lines(node))
            if lines > BODY_LINES:
                faults.append(f"{path}: {node.name}: {lines} lines, at most {BODY_LINES}")
    ninetieth = sorted(bodies)[int(len(bodies) * 0.9)]
    median = statistics.median(bodies)
    print(f"functions {len(bodies)}, median {median}, 90th percentile {ninetieth}")
    if median > MEDIAN or ninetieth > NINETIETH:
        faults.append(f"median at most {MEDIAN}, 90th percentile at most {NINETIETH}")
    print("\n".join(faults))
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
