import { spawnSync } from 'node:child_process'

/** Python's own readers, and openpyxl. Rows as JSON, all in ASCII: nothing between the two programs can change them. */
const script = String.raw`
import csv, datetime, json, sys, warnings
import openpyxl
warnings.simplefilter("error")
csv.field_size_limit(10**9)

def said(cell):
    return cell.isoformat() if isinstance(cell, (datetime.date, datetime.datetime)) else cell

def rows(path):
    if path.endswith(".jsonl"):
        lines = [json.loads(line) for line in open(path, encoding="utf-8", newline="\n")]
        return [list(lines[0])] + [list(line.values()) for line in lines] if lines else []
    if path.endswith(".csv"):
        text = open(path, encoding="utf-8-sig", newline="")
        return list(csv.reader(text, delimiter=";" if ".csv-de." in path else ",", strict=True))
    book = openpyxl.load_workbook(path)
    sheets = {sheet.title: [[said(cell.value) for cell in row] for row in sheet.iter_rows()] for sheet in book}
    formulas = sum(cell.data_type == "f" for sheet in book for row in sheet.iter_rows() for cell in row)
    return {"sheets": sheets, "formulas": formulas, "created": said(book.properties.created)}

for path in sys.stdin.read().splitlines():
    print(json.dumps(rows(path)))
`

export type PythonCell = string | number | null

export interface PythonWorkbook {
  sheets: Record<string, PythonCell[][]>
  formulas: number
  created: string
}

function readFiles<Of>(paths: readonly string[]): Of[] {
  const { status, stdout, stderr } = spawnSync('/usr/bin/python3', ['-c', script], {
    input: paths.join('\n'),
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
  })
  if (status !== 0) throw new Error(stderr)
  return stdout
    .trimEnd()
    .split('\n')
    .map((line): Of => JSON.parse(line))
}

/** Rows of CSV (`.csv-de.csv` with semicolons) and of JSON Lines, the names of the columns first. */
export const readRowsWithPython = (paths: readonly string[]): PythonCell[][][] => readFiles(paths)

export const readWorkbooksWithPython = (paths: readonly string[]): PythonWorkbook[] => readFiles(paths)
