"""Executes a small notebook with Jupyter's own client and checks what came out."""

import sys

import nbformat
from nbclient import NotebookClient

notebook = nbformat.read(sys.argv[1], as_version=4)
NotebookClient(notebook, kernel_name="orrery", timeout=120).execute()
nbformat.validate(notebook)

printed = "".join(
    output["text"]
    for cell in notebook.cells
    for output in cell.get("outputs", [])
    if output["output_type"] == "stream"
)
results = [
    output["data"]["text/plain"]
    for cell in notebook.cells
    for output in cell.get("outputs", [])
    if output["output_type"] == "execute_result"
]
if printed != "sum 210\n" or results != ["210"]:
    sys.exit(f"expected 'sum 210' printed and the result 210, received {printed!r} and {results!r}")
print("nbclient executed", sys.argv[1], "through the kernel: sum 210")
