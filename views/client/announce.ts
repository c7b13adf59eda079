const region = document.createElement('div')
region.className = 'kern-sr-only'
region.setAttribute('role', 'status')
document.body.append(region)

/** Has a screen reader say a sentence when it is done with what it is saying. */
export function announce(sentence: string): void {
  region.textContent = sentence
}
