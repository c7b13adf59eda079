/** Says how far saving is, always in the same place. */
export function sayState(sentence: string, trouble = false): void {
  const state = document.getElementById('stand')
  if (state === null) return
  state.textContent = sentence
  state.classList.toggle('actions__state--trouble', trouble)
}
