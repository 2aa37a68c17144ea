/**
 * What reading one workbook may cost. The largest form that a definition allows (1,000 questions, 10,000 choices, 2 MB) fits
 * well inside; past these the file is refused, whatever its headers claim.
 */
export const workbookLimits = {
  /** Bytes of the file as uploaded. */
  fileBytes: 5_000_000,
  /** Files inside the zip. */
  entries: 2_000,
  /** Bytes of all the parts that are read, once inflated. */
  inflatedBytes: 50_000_000,
  /** Elements inside one another; a worksheet needs six. */
  xmlDepth: 32,
  /** Attributes of one element; the root of a worksheet has about twenty. */
  xmlAttributes: 200,
  /** Entries of the table of shared strings. */
  sharedStrings: 500_000,
  /** Rows of one sheet with something in them. */
  rows: 20_000,
  /** The last column that may have something in it. */
  columns: 500,
  /** Cells of all sheets with something in them. */
  cells: 400_000,
  /** Characters in those cells: a few times what a definition may hold. */
  characters: 8_000_000,
};
