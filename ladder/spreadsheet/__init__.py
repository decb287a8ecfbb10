"""Spreadsheets: skill matrices of anybody's and workbooks with whole ladders, read and written.

From a file to a ladder, `importer`: a `grid` of cells is read from CSV, or by `xlsx_reader` from a
workbook. Where roles and skills stand in it is found out by `layout`, which levels the cells mean
by `scale`, both as far as a `mapping` file does not say; `matrix_reader` makes a `matrix` of it,
and the importer a ladder of that. A workbook with a sheet for each part of a ladder, as
`xlsx_writer` writes it, is read by `workbook` instead, and what somebody has changed in its matrix
is carried over by `revision`.
"""
