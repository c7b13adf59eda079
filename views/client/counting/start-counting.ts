import type { Counted } from '../../../surveys/counting/count-list.ts'
import type { CountingPlan } from '../../../surveys/counting/counting-plan.ts'
import { announce } from '../announce.ts'
import { make, makeAlert } from '../elements.ts'
import { amountOf } from './choices.ts'
import { showColumns } from './column-choices.ts'
import { openList } from './open-list.ts'
import { showResult } from './result.ts'
import { Work } from './work.ts'

/** Counts a list that somebody chooses or drops. Nothing here asks the server for anything. */
export function startCounting(): void {
  const place = document.querySelector<HTMLElement>('[data-counting]')
  if (place === null) return
  const plan: CountingPlan = JSON.parse(place.dataset.counting ?? '{}')
  const part = <Part extends HTMLElement>(name: string) => place.querySelector<Part>(`[data-counting-${name}]`)
  const [told, columns, choices] = [part('file'), part('columns'), part('choices')]
  const [result, counted, form, fields] = [
    part('result'),
    part('counted'),
    part<HTMLFormElement>('form'),
    part('fields'),
  ]
  const input = place.querySelector<HTMLInputElement>('#liste')
  if (!told || !columns || !choices || !result || !counted || !form || !fields || !input) return
  place.hidden = false
  // A font that is first needed for what is shown of the list would be asked for then.
  input.disabled = true
  Promise.allSettled([...document.fonts].map((font) => font.load())).then(() => {
    input.disabled = false
  })

  input.addEventListener('change', () => void take(input.files?.[0]))
  document.addEventListener('dragover', (event) => event.preventDefault())
  document.addEventListener('drop', (event) => {
    event.preventDefault()
    if (!input.disabled) void take(event.dataTransfer?.files[0])
  })

  async function take(file: File | undefined): Promise<void> {
    if (file === undefined) return
    say(`„${file.name}“ wird gelesen …`)
    const tables = await openList(file)
    if (typeof tables === 'string') return refuse(tables)
    begin(new Work(plan, tables))
    say(`„${file.name}“ ist gelesen.`)
    document.getElementById('spalten-titel')?.focus()
  }

  function say(sentence: string): void {
    told?.replaceChildren(make('p', '', sentence))
    announce(sentence)
  }

  function refuse(sentence: string): void {
    for (const one of [columns, result]) if (one) one.hidden = true
    const alert = makeAlert('danger', make('p', '', sentence))
    alert.setAttribute('role', 'alert')
    told?.replaceChildren(alert)
  }

  function begin(work: Work): void {
    if (!choices || !columns || !result) return
    const shown = showColumns(
      choices,
      work,
      () => show(false),
      () => begin(work),
    )
    for (const one of [columns, result]) one.hidden = false
    show(true)

    function show(isNew: boolean): void {
      const found = work.count()
      shown.update(found)
      if (counted) showResult(counted, work, found, () => show(false))
      fillForm(found)
      if (!isNew) announce(`Gezählt: ${amountOf(found.persons, 'Person', 'Personen')}`)
    }
  }

  /** What is sent: the counts, and nothing else. */
  function fillForm({ counts, persons }: Counted): void {
    if (!fields || !form) return
    form.hidden = persons === 0
    fields.replaceChildren(
      ...[...counts].map(([name, count]) => {
        const field = make('input', '')
        Object.assign(field, { type: 'hidden', name, value: String(count) })
        return field
      }),
    )
  }
}
