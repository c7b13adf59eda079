import { spawnSync } from 'node:child_process'

/** openpyxl writes workbooks as it likes: shared texts, styles, formulas without results. */
export function writeList(script: string): Buffer {
  const { status, stdout, stderr } = spawnSync('/usr/bin/python3', [
    '-c',
    `
import datetime, io, sys
import openpyxl
book = openpyxl.Workbook()
sheet = book.active
${script}
out = io.BytesIO()
book.save(out)
sys.stdout.buffer.write(out.getvalue())
`,
  ])
  if (status !== 0) throw new Error(String(stderr))
  return stdout
}
