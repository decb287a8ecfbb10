"""Spreadsheets: skill matrices of anybody's and workbooks with whole ladders, read and written.

From a file to a ladder, `importer`: `sources` finds out what the file is, and has its `readers` or
`xlsx_reader` make a `grid` of cells for each table. Of these `reading` takes the one that reads
best: where roles and skills stand in it is found out by `layout`, which levels the cells mean by
`scale`, both as far as a `mapping` file does not say; `matrix_reader` makes a `matrix` of it, and
the importer a ladder of that, in which `again` keeps what an earlier import made.
A workbook with a whole ladder in its `sheets`, as `xlsx_writer` writes it of
`tables`, is read by `workbook` instead, and its matrix by `revision`. Lists, with a row for each
skill of each role, are in `lists`.
"""
