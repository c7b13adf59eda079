import { startAutosave } from './autosave.ts'
import { startEnterKey } from './enter-key.ts'
import { startErrorSummary } from './error-summary.ts'
import { startExclusive } from './exclusive.ts'
import { startGemeinden } from './gemeinden.ts'
import { startHelp } from './help.ts'
import { startKeptNotes } from './kept-note.ts'
import { startLimits } from './limits.ts'
import { startLinkedCode } from './linked-code.ts'
import { startPaste } from './paste.ts'
import { startPrintButtons } from './print-button.ts'
import { startReadBack } from './read-back.ts'
import { startSession } from './session.ts'
import { startStates } from './states.ts'
import { startSums } from './sums.ts'
import { startZeros } from './zeros.ts'

const form = document.querySelector<HTMLFormElement>('form[data-autosave]')
if (form !== null) {
  const starts = [
    startReadBack,
    startExclusive,
    startLimits,
    startSums,
    startEnterKey,
    startPaste,
    startZeros,
    startHelp,
  ]
  for (const start of [...starts, startGemeinden, startStates, startAutosave]) start(form)
}
// Only who codes texts needs it.
if (document.querySelector('form[data-coding]')) import('./coding.ts').then(({ startCoding }) => startCoding())
if (document.querySelector('form[data-paper]'))
  import('./paper-entry.ts').then(({ startPaperEntry }) => startPaperEntry())
startLinkedCode()
startSession()
startErrorSummary()
startKeptNotes()
startPrintButtons()
