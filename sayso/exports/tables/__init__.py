"""Answers as tables that other programs open: workbooks, Parquet, SPSS and Stata."""
