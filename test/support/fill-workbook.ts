import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** openpyxl opens a form's file, enters what is said beside the names of fields, and saves it as it saves everything. */
const script = `
import datetime, json, sys
import openpyxl
asked = json.load(sys.stdin)
book = openpyxl.load_workbook(asked["path"])
entered = set()
for sheet in book:
    rows = list(sheet.iter_rows())
    if not rows:
        continue
    names = [cell.value for cell in rows[0]]
    if "Feld" not in names or "Ihre Angabe" not in names:
        continue
    field, entry = names.index("Feld"), names.index("Ihre Angabe")
    for row in rows[1:]:
        name = row[field].value
        if name in asked["entries"]:
            value = asked["entries"][name]
            if isinstance(value, dict) and "percent" in value:
                row[entry].value, row[entry].number_format = value["percent"], "0%"
            elif isinstance(value, dict):
                row[entry].value = datetime.date.fromisoformat(value["day"])
            else:
                row[entry].value = value
            entered.add(name)
missing = set(asked["entries"]) - entered
if missing:
    sys.exit("no field " + ", ".join(sorted(missing)))
book.save(asked["path"])
`

export type Entry = string | number | null | { percent: number } | { day: string }

export function fillWorkbook(workbook: Uint8Array, entries: Record<string, Entry>): Buffer {
  const folder = mkdtempSync(join(tmpdir(), 'stichtag-fill-'))
  try {
    const path = join(folder, 'datei.xlsx')
    writeFileSync(path, workbook)
    const { status, stderr } = spawnSync('/usr/bin/python3', ['-c', script], {
      input: JSON.stringify({ path, entries }),
      encoding: 'utf8',
    })
    if (status !== 0) throw new Error(stderr)
    return readFileSync(path)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
