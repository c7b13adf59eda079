import { join } from 'node:path'
import type { MadeUp } from '../persons/erase.ts'
import { listName } from '../persons/erasure-list.ts'

/** What the list beside the database did after a restore, and where another may lie: no backup tells of what came after it. */
export const listWords = (dataDir: string, { lines }: MadeUp): string[] => [
  `Aus ${join(dataDir, listName)} angewandt, weil die Sicherung es noch nicht wusste: ${lines} ${lines === 1 ? 'Zeile' : 'Zeilen'}.`,
  `Achtung: Was nach dieser Sicherung gelöscht, eingeschränkt oder freigegeben wurde, weiß nur die Datei ${listName} im Ordner`,
  'STICHTAG_DATA, mit dem die Datenbank zuletzt lief. War das ein anderer Ordner, dann ersetzen Sie diese hier durch jene, bevor der',
  'Server startet: Er wendet sie beim Start an. Sonst ist wieder da, was nicht mehr da sein darf.',
]
