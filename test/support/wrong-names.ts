import type { Page } from 'playwright-core'

/** Names that two elements of a page share, and those that an element refers to although nothing has them. */
export function wrongNames(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const ids = [...document.querySelectorAll('[id]')].map(({ id }) => id)
    const twice = ids.filter((id, place) => ids.indexOf(id) !== place).map((id) => `#${id} twice`)
    const nowhere = ['for', 'aria-labelledby', 'aria-describedby', 'aria-controls', 'list'].flatMap((name) =>
      [...document.querySelectorAll(`[${name}]`)].flatMap((one) =>
        (one.getAttribute(name) ?? '')
          .split(/\s+/)
          .filter((id) => id !== '' && !ids.includes(id))
          .map((id) => `${name}=${id}`),
      ),
    )
    return [...new Set([...twice, ...nowhere])]
  })
}
