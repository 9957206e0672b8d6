"""Jupyter's own kernel test suite (python3-jupyter-kernel-test), with every one of its 12 tests configured.

Looks for the kernelspec "orrery" on Jupyter's path. A skipped test counts as a failure.
"""

import sys
import unittest

import jupyter_kernel_test


class OrreryKernelTests(jupyter_kernel_test.KernelTests):
    kernel_name = "orrery"
    language_name = "java"
    file_extension = ".java"
    code_hello_world = 'System.out.print("hello, world");'
    code_stderr = 'System.err.print("to stderr");'
    completion_samples = [
        {"text": "System.out.pri", "matches": {"print(", "printf(", "println("}},
        {"text": '"a".toUpperC', "matches": {"toUpperCase("}},
    ]
    complete_code_samples = ["1 + 1", "int x = 5;", "void f() {}", "// nothing"]
    incomplete_code_samples = ["void f() {", "for (int i = 0; i < 3; i++) {", "List.of(1,"]
    invalid_code_samples = ["]", "int x y"]
    code_page_something = "?Math.abs"
    code_generate_error = 'throw new IllegalStateException("on purpose");'
    code_execute_result = [
        {"code": "1 + 1", "result": "2"},
        {"code": '"a" + "b"', "result": "ab"},
        {"code": "List.of(1, 2)", "result": "[1, 2]"},
    ]
    code_display_data = [
        {"code": 'display("<b>x</b>", "text/html");', "mime": "text/html"},
        {
            "code": "display(new java.awt.image.BufferedImage(4, 4, 1));",
            "mime": "image/png",
        },
    ]
    code_history_pattern = "1 +*"
    supported_history_operations = ("tail", "range", "search")
    code_inspect_sample = "Math.abs"
    code_clear_output = "clearOutput();"


if __name__ == "__main__":
    suite = unittest.defaultTestLoader.loadTestsFromTestCase(OrreryKernelTests)
    result = unittest.TextTestRunner(verbosity=2).run(suite)
    passed = result.testsRun - len(result.failures) - len(result.errors) - len(result.skipped)
    print(f"{passed} of {result.testsRun} passed, {len(result.skipped)} skipped")
    sys.exit(0 if passed == result.testsRun and passed >= 12 else 1)
