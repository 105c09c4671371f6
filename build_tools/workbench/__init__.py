"""The bench: readers compare letters, or texts of their own, in their browser, by this very program under Pyodide."""
