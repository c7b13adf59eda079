import { startAutosave } from './autosave.ts'
import { startEnterKey } from './enter-key.ts'
import { startErrorSummary } from './error-summary.ts'
import { startExclusive } from './exclusive.ts'
import { startNumbers } from './numbers.ts'
import { startPaste } from './paste.ts'
import { startPrintButtons } from './print-button.ts'
import { startSession } from './session.ts'
import { startSums } from './sums.ts'
import { startZeros } from './zeros.ts'

const form = document.querySelector<HTMLFormElement>('form[data-autosave]')
if (form !== null) {
  for (const start of [startNumbers, startExclusive, startSums, startEnterKey, startPaste, startZeros, startAutosave]) {
    start(form)
  }
}
startSession()
startErrorSummary()
startPrintButtons()
