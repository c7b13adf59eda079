import { startErrorSummary } from '../error-summary.ts'
import { startPrintButtons } from '../print-button.ts'
import { startSessionNote } from './session-note.ts'
import { startCounting } from './start-counting.ts'

// The whole script of a page that may ask for nothing: what others do with a request is done otherwise here, or not at all.
startErrorSummary()
startPrintButtons()
startSessionNote()
startCounting()
